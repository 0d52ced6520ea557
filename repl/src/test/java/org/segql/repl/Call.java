package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/// How a process of the system ended, and what it wrote.
public record Call(int code, String out, String err) {
  /// Runs a process to its end.
  ///
  /// @param folder for the files `out` and `err`
  static Call of(ProcessBuilder builder, Path folder) throws IOException, InterruptedException {
    return ended(start(builder, folder), folder);
  }

  static Process start(ProcessBuilder builder, Path folder) throws IOException {
    builder.redirectOutput(folder.resolve("out").toFile());
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  private static Call ended(Process process, Path folder) throws IOException, InterruptedException {
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Call(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }

  /// Writes a program for the system to run, a script.
  ///
  /// @param text with its first line, `#!/bin/sh`
  public static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
