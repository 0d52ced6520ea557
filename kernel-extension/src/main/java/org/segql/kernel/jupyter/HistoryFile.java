package org.segql.kernel.jupyter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The cells of earlier sessions: a line of JSON each, in a file that only its owner may read. What
/// cells gave is not kept. Several kernels may write at once. Where it cannot be written (a full
/// disk, a folder of someone else's) one line of the log says so, and the session goes on without.
final class HistoryFile {
  private static final int MOST = 5_000;
  private static final int KEPT = 4_000;
  private static final long MOST_BYTES = 8L << 20;
  private static final int LONGEST_CELL = 100_000;

  private final @Nullable Path path;
  private boolean broken;

  /// @param path null where nothing shall be kept
  HistoryFile(@Nullable Path path) {
    this.path = path;
  }

  /// `SEGQL_NOTEBOOK_HISTORY` (empty: nothing is kept), else `segql/notebook-history` in the user's
  /// folder for state.
  static HistoryFile find() {
    String given = System.getenv("SEGQL_NOTEBOOK_HISTORY");
    if (given != null) {
      return new HistoryFile(given.isEmpty() ? null : Path.of(given));
    }
    String state = System.getenv("XDG_STATE_HOME");
    Path folder =
        state == null || state.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".local", "state")
            : Path.of(state);
    return new HistoryFile(folder.resolve("segql").resolve("notebook-history"));
  }

  /// What is there, oldest first; a line that is none is passed over. Drops the oldest where there
  /// are too many.
  List<HistoryEntry> read() {
    var file = path;
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    try {
      var entries = parse(file);
      if (entries.size() > MOST || Files.size(file) > MOST_BYTES) {
        rotate(file, entries.subList(Math.max(0, entries.size() - KEPT), entries.size()));
      }
      return entries;
    } catch (IOException e) {
      fail(e);
      return List.of();
    }
  }

  private static List<HistoryEntry> parse(Path file) throws IOException {
    var entries = new ArrayList<HistoryEntry>();
    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String line : text.split("\n")) {
      try {
        var json = Json.parse(line.getBytes(StandardCharsets.UTF_8));
        int session = json.path("session").asInt(0);
        if (session > 0) {
          entries.add(
              new HistoryEntry(
                  session, json.path("number").asInt(0), json.path("code").asString(""), null));
        }
      } catch (JacksonException e) {
        // Half a line of a process that was killed, or not ours.
      }
    }
    return entries;
  }

  private void rotate(Path file, List<HistoryEntry> kept) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      var text = new StringBuilder();
      long bytes = 0;
      for (var entry : kept.reversed()) {
        String line = line(entry);
        bytes += line.length();
        if (bytes > MOST_BYTES / 2) {
          break;
        }
        text.insert(0, line);
      }
      create(fresh);
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String line(HistoryEntry entry) {
    var json =
        Json.object()
            .put("session", entry.session())
            .put("number", entry.number())
            .put("code", entry.code());
    return new String(Json.bytes(json), StandardCharsets.UTF_8) + "\n";
  }

  /// Adds a cell; very long ones are left out.
  void append(HistoryEntry entry) {
    var file = path;
    if (file == null || broken || entry.code().length() > LONGEST_CELL) {
      return;
    }
    try {
      create(file);
      var line = ByteBuffer.wrap(line(entry).getBytes(StandardCharsets.UTF_8));
      // One write at the end of the file: lines of two kernels do not mix.
      try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
        channel.write(line);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /// Makes the file where there is none, for its owner alone: cells may hold names of customers.
  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      Files.createFile(file);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      // Another kernel was faster.
    }
  }

  private void fail(IOException e) {
    broken = true;
    Log.line("The history of cells cannot be kept in `" + path + "`: " + e.getMessage() + ".");
  }
}
