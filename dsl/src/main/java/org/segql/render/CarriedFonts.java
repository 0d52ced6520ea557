package org.segql.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// Liberation Sans for machines without fonts of their own: a container has none as a rule, and
/// then Java can't so much as measure a text.
final class CarriedFonts {
  /// Where a Java on Linux looks for a list of fonts before it asks the system.
  private static final String LIST = "sun.awt.fontconfig";

  private static final List<String> FILES =
      List.of("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf");

  private CarriedFonts() {}

  /// Sees to it that texts can be drawn. What the system has is used where it has something.
  static void prepare() {
    try {
      measure();
    } catch (RuntimeException | Error e) {
      if (System.getProperty(LIST) != null) {
        throw e;
      }
      System.setProperty(LIST, unpacked().toString());
      measure();
    }
  }

  private static void measure() {
    var context = new FontRenderContext(new AffineTransform(), true, true);
    new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("x", context);
  }

  /// The list of the fonts, which are unpacked beside it.
  private static Path unpacked() {
    try {
      Path folder = folder();
      for (String file : FILES) {
        try (InputStream in = CarriedFonts.class.getResourceAsStream("/liberation/" + file)) {
          place(Objects.requireNonNull(in, file).readAllBytes(), folder.resolve(file));
        }
      }
      Path list = folder.resolve("fontconfig.properties");
      place(list(folder), list);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the fonts of pictures", e);
    }
  }

  /// Of the user alone: a font is parsed by native code, and nobody else may lay one there.
  private static Path folder() throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path folder =
        (cache != null && cache.startsWith("/") ? Path.of(cache) : home.resolve(".cache"))
            .resolve("segql/fonts");
    try {
      return Files.createDirectories(folder);
    } catch (IOException _) {
      Path temporary = Files.createTempDirectory("segql-fonts");
      temporary.toFile().deleteOnExit();
      return temporary;
    }
  }

  /// Another start may do the same: a file appears whole or not at all.
  private static void place(byte[] content, Path file) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "font", ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// The fonts in the form that the JDK has for lists of its own.
  private static byte[] list(Path folder) throws IOException {
    var list = new Properties();
    list.setProperty("version", "1");
    list.setProperty("sequence.allfonts", "default");
    list.setProperty("sansserif.plain.default", "Liberation Sans");
    list.setProperty("sansserif.bold.default", "Liberation Sans Bold");
    list.setProperty("filename.Liberation_Sans", folder.resolve(FILES.get(0)).toString());
    list.setProperty("filename.Liberation_Sans_Bold", folder.resolve(FILES.get(1)).toString());
    var out = new ByteArrayOutputStream();
    list.store(out, null);
    return out.toByteArray();
  }
}
