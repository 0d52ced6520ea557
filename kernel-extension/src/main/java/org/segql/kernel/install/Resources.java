package org.segql.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that the kernel's jar carries.
final class Resources {
  private Resources() {}

  /// @param name below this package
  static void copy(String name, Path target) throws IOException {
    try (var in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the jar lacks `" + name + "`");
      }
      Files.createDirectories(target.getParent());
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
