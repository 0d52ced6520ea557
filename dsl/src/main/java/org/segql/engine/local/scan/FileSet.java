package org.segql.engine.local.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Suggestions;

/// The files that a location means: one, or all that match a glob, in the order of their names.
///
/// @param findings what was noticed about them
record FileSet(List<Path> files, List<Diagnostic> findings) {
  private static final int SUGGESTIONS = 3;

  FileSet {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  private FileSet(List<Path> files) {
    this(files, List.of());
  }

  FileSet noting(Optional<Diagnostic> finding) {
    return new FileSet(files, finding.stream().toList());
  }

  /// Finds the files. Throws where there is none, or none that can be read.
  static FileSet find(String location, @Nullable Path folder) {
    if (location.matches("(?i)[a-z][a-z0-9+]+://.*")) {
      throw error(
          Code.FILE_NOT_FOUND,
          "`" + location + "` is an address, and LOAD reads files and databases.",
          "Download it, then name the file.");
    }
    Path path = path(location, folder);
    if (!Files.exists(path) && location.matches(".*[*?\\[{].*")) {
      return matching(location, path);
    }
    check(location, path);
    return new FileSet(List.of(path));
  }

  /// A location as a path. `~/` is the home folder.
  static Path path(String location, @Nullable Path folder) {
    try {
      String expanded =
          location.startsWith("~/")
              ? System.getProperty("user.home", "") + location.substring(1)
              : location;
      Path path = Path.of(expanded);
      return folder == null ? path : folder.resolve(path);
    } catch (InvalidPathException _) {
      throw error(Code.FILE_NOT_FOUND, "`" + location + "` is no path of this system.");
    }
  }

  Path first() {
    return files.getFirst();
  }

  /// Names, sizes and times: differs once a file is another.
  String version() {
    return files.stream().map(FileSet::version).collect(Collectors.joining("|"));
  }

  long bytes() {
    return files.stream().mapToLong(FileSet::size).sum();
  }

  private static String version(Path file) {
    try {
      return file
          + ":"
          + Files.size(file)
          + ":"
          + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    } catch (IOException _) {
      return file + ":gone";
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileSet matching(String glob, Path path) {
    Path base = path;
    while (base != null && base.toString().matches(".*[*?\\[{].*")) {
      base = base.getParent();
    }
    Path start = base == null ? Path.of("") : base;
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
    int depth = path.toString().contains("**") ? Integer.MAX_VALUE : path.getNameCount();
    List<Path> found = List.of();
    if (Files.isDirectory(start)) {
      try (Stream<Path> all = Files.walk(start, depth)) {
        found =
            all.filter(matcher::matches)
                .filter(Files::isRegularFile)
                .sorted(Comparator.comparing(Path::toString))
                .toList();
      } catch (IOException | UncheckedIOException _) {
        found = List.of();
      }
    }
    if (found.isEmpty()) {
      throw error(Code.FILE_NOT_FOUND, "No file matches `" + glob + "`.", inside(start));
    }
    found.forEach(f -> check(f.toString(), f));
    return new FileSet(found);
  }

  private static void check(String location, Path path) {
    if (Files.isDirectory(path)) {
      throw error(
          Code.NOT_A_FILE,
          "`" + location + "` is a folder.",
          "Name a file in it, or all of one kind: `" + Path.of(location).resolve("*.csv") + "`.");
    }
    if (!Files.exists(path)) {
      throw error(Code.FILE_NOT_FOUND, "There is no file `" + location + "`.", nearest(path));
    }
    if (!Files.isRegularFile(path)) {
      throw error(
          Code.NOT_A_FILE,
          "`" + location + "` is a pipe or a device, which can be read once only.",
          "Write what it gives into a file, and load that.");
    }
    if (!Files.isReadable(path)) {
      throw error(
          Code.FILE_UNREADABLE, "`" + location + "` may not be read.", "Look at its permissions.");
    }
  }

  private static String nearest(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "There is no folder `" + folder + "` either.";
    }
    return Suggestions.hint(path.getFileName().toString(), names(folder)).orElse(inside(folder));
  }

  private static String inside(Path folder) {
    List<String> names = names(folder).stream().limit(SUGGESTIONS).toList();
    String where = folder.toString().isEmpty() ? "." : folder.toString();
    return names.isEmpty()
        ? "The folder `" + where + "` holds no files."
        : "The folder `" + where + "` holds " + quoted(names, ", ") + " …";
  }

  private static String quoted(List<String> names, String between) {
    return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(between));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static SegqlException error(Code code, String message, String... hints) {
    return new SegqlException(Diagnostic.error(code, message, hints));
  }
}
