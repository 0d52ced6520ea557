package org.segql.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX) // elsewhere a system without fonts is not to be had
class CarriedFontsTest {
  @TempDir Path folder;

  /// Measures texts, without the carried fonts where there is an argument.
  static final class Measure {
    public static void main(String[] arguments) {
      if (arguments.length == 0) {
        CarriedFonts.prepare();
      }
      var context = new FontRenderContext(new AffineTransform(), true, true);
      for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
        Font font = new Font(Font.SANS_SERIF, style, 20);
        int missing = font.canDisplayUpTo("Größe Ж ≥ €");
        double width = font.getStringBounds("Größe", context).getWidth();
        System.out.println(missing + " " + Math.round(width));
      }
    }
  }

  @Test
  void aMachineWithoutFontsDrawsWithThoseCarriedAlong() throws Exception {
    String without = measured("plainly");
    assumeTrue(without.contains("Fontconfig head is null"), "skipped: fonts are found: " + without);
    // The widths that the font states, in thousandths: G 778, r 333 (bold 389), ö 556 (611), ß 611,
    // e 556. The second start finds the fonts unpacked.
    for (int start = 0; start < 2; start++) {
      assertThat(measured()).isEqualTo("-1 57\n-1 59\n");
    }
    assertThat(folder.resolve("Zwischen lager/segql/fonts"))
        .isDirectoryContaining("glob:**/LiberationSans-Regular.ttf")
        .isDirectoryContaining("glob:**/LiberationSans-Bold.ttf")
        .isDirectoryNotContaining("glob:**.part");
  }

  /// What a Java says that fontconfig finds nothing for.
  private String measured(String... arguments) throws Exception {
    Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder, // the JDK remembers there which fonts it found
                "-cp",
                System.getProperty("java.class.path"),
                Measure.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FONTCONFIG_FILE", none.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("Zwischen lager").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
