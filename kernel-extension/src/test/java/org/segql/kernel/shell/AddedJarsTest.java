package org.segql.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Classes that `%classpath` adds: found, with their services, and unable to end the process.
class AddedJarsTest {
  @TempDir Path folder;

  private final JavaShell shell = new JavaShell();

  @BeforeEach
  void library() throws Exception {
    Path source = Files.createDirectories(folder.resolve("lib")).resolve("Ends.java");
    Files.writeString(
        source,
        """
        package lib;
        public class Ends implements java.util.function.Supplier<String> {
          interface Shape { }
          record Round(int r) implements Shape { }
          record Square(int a) implements Shape { }
          public static int exit(int n) {
            Shape s = n > 3 ? new Round(n) : new Square(n);
            for (int i = 0; i < n; i++) { if (i == 2) { try { System.exit(i); } finally { s = null; } } }
            return s == null ? 0 : n;
          }
          public static void halt() { Runtime.getRuntime().halt(4); }
          public String get() { return "served"; }
        }
        """);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(status).isZero();
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("java.util.function.Supplier"), "lib.Ends\n");
    shell.addToClasspath(folder.toString());
  }

  private String thrownBy(String code) {
    shell.eval(code);
    return String.valueOf(shell.thrown());
  }

  @Test
  void aLibraryCannotEndTheProcess() {
    assertThat(thrownBy("lib.Ends.exit(5)")).contains("System.exit(2)", "is refused");
    assertThat(thrownBy("lib.Ends.halt()")).contains("is refused");
    shell.eval("lib.Ends.exit(1)");
    assertThat(shell.result()).isEqualTo(1);
  }

  @Test
  void itsServicesAreFound() {
    shell.eval(
        "java.util.ServiceLoader.load(java.util.function.Supplier.class).findFirst().get().get()");
    assertThat(shell.result()).isEqualTo("served");
  }

  @Test
  void snippetsAreWovenAsBefore() {
    assertThat(thrownBy("System.exit(1);")).contains("is refused");
    for (var code : List.of("int a = 1;", "class A { int b = a; }", "class A { int b = 2; }")) {
      shell.eval(code);
    }
    shell.eval("new A().b");
    assertThat(shell.result()).isEqualTo(2);
  }
}
