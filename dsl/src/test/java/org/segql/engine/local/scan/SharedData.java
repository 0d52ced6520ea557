package org.segql.engine.local.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real data beside the project, which tests use where it is there.
final class SharedData {
  private SharedData() {}

  static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    String reason = "skipped: no folder shared/data with " + name + " above the working folder";
    System.out.println(reason);
    return Assumptions.abort(reason);
  }
}
