package org.segql.repl.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Makes of DuckDB's jar one without the native libraries, and puts this machine's library beside
/// it, where the driver looks for it. As it is shipped the driver unpacks its 70 MB at every start,
/// which takes 0.4 s.
final class UnpackDriver {
  private static final String LIBRARY = "libduckdb_java.so_";

  private UnpackDriver() {}

  /// @param arguments the jar, and the folder that the new jar (of the same name) and the library
  ///   go to
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    Path target = folder.resolve(jar.getFileName());
    try (JarFile whole = new JarFile(jar.toFile())) {
      if (whole.getEntry(library()) == null) {
        // No library for this machine: the driver shall say so itself.
        Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try (JarOutputStream slim = new JarOutputStream(Files.newOutputStream(target))) {
        for (Enumeration<JarEntry> entries = whole.entries(); entries.hasMoreElements(); ) {
          copy(whole, entries.nextElement(), slim, folder);
        }
      }
    }
  }

  private static void copy(JarFile whole, JarEntry entry, JarOutputStream slim, Path folder)
      throws IOException {
    String name = entry.getName();
    if (name.startsWith(LIBRARY) && !name.equals(library())) {
      return;
    }
    try (InputStream content = whole.getInputStream(entry)) {
      if (name.equals(library())) {
        Files.copy(content, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      slim.putNextEntry(new JarEntry(name));
      content.transferTo(slim);
      slim.closeEntry();
    }
  }

  /// The library's name for this machine, as the driver forms it.
  private static String library() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String os =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return LIBRARY + os + "_" + (arm ? "arm64" : "amd64");
  }
}
