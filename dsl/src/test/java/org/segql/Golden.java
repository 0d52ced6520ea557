package org.segql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file under `src/test/resources/golden`. `-Dspec.update=true` writes the
/// file and still fails.
public final class Golden {
  private Golden() {}

  public static void check(String file, String actual) {
    Path path = Path.of("src/test/resources/golden").resolve(file);
    try {
      String expected = Files.exists(path) ? Files.readString(path) : "";
      if (!expected.equals(actual) && Boolean.getBoolean("spec.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(actual).as(path.toString()).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
