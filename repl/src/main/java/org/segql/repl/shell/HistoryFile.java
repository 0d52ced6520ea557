package org.segql.repl.shell;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Where what was typed is kept from one session to the next.
///
/// @param path null where nothing can be kept
/// @param problem why not; empty where it can
record HistoryFile(@Nullable Path path, String problem) {
  static final HistoryFile NONE = new HistoryFile(null, "");

  /// `SEGQL_HISTORY`, else `segql/history` in the user's folder for state. Made where it does not
  /// exist.
  static HistoryFile find() {
    String given = System.getenv("SEGQL_HISTORY");
    if (given != null) {
      return given.isEmpty() ? NONE : usable(Path.of(given));
    }
    String state = System.getenv("XDG_STATE_HOME");
    Path folder =
        state == null || state.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".local", "state")
            : Path.of(state);
    return usable(folder.resolve("segql").resolve("history"));
  }

  static HistoryFile usable(Path path) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!Files.exists(path)) {
        Files.createFile(path);
      }
      onlyForOwner(path);
      if (Files.isRegularFile(path) && Files.isReadable(path) && Files.isWritable(path)) {
        return new HistoryFile(path, "");
      }
    } catch (IOException | SecurityException _) {
      // Said below.
    }
    return new HistoryFile(
        null, "`" + path + "` can't be written, so what you type isn't kept for the next session.");
  }

  /// What was typed may hold names of customers.
  private static void onlyForOwner(Path path) throws IOException {
    try {
      if (Files.isRegularFile(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (UnsupportedOperationException | FileSystemException _) {
      // A file system without such permissions, or a file of someone else.
    }
  }
}
