package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.segql.repl.shell.FileReason;

/// A file, and the one beside it that is written until it is whole.
record Replacement(Path file, Path part) {

  /// @param file absolute
  static Replacement of(Path file) {
    String part = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return new Replacement(file, Objects.requireNonNull(file.getParent()).resolve(part));
  }

  void putInPlace() throws IOException {
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Removes what was not put in place.
  void discard(Surroundings around) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      around.say("`" + part + "` is left over: " + FileReason.of(e) + ".");
    }
  }
}
