package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import org.segql.repl.shell.FileReason;

/// A file, and the one beside it that is written until it is whole.
///
/// @param file that gets its name; through a link the one that this points to
record Replacement(Path file, Path part) {

  /// @throws IOException where what stands there can't be looked at
  static Replacement of(Path file) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    String name = "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path part = Objects.requireNonNull(real.getParent()).resolve(name);
    part.toFile().deleteOnExit(); // a signal ends the program before it can tidy up
    return new Replacement(real, part);
  }

  /// Writes the whole file.
  static void write(Path file, byte[] content, Surroundings around) throws IOException {
    Replacement replacement = of(file);
    try {
      Files.write(replacement.part, content);
      replacement.putInPlace();
    } finally {
      replacement.discard(around);
    }
  }

  /// Who may read and write the file stays as it was.
  void putInPlace() throws IOException {
    // Not by the file's FileStore, which the JDK does not find where the root has been changed.
    var rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (rights != null && Files.exists(file)) {
      Files.setPosixFilePermissions(part, rights.readAttributes().permissions());
    }
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
