package org.segql.engine.local.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// A file that is written beside its place and takes its name when it is whole. So nobody reads
/// half of it, and what stood there stays where writing fails.
public final class AtomicFile {
  private static final String NO_SPACE = "No space left on device";

  private final String location;
  private final Path file;
  private final boolean overwrite;

  private AtomicFile(String location, Path file, boolean overwrite) {
    this.location = location;
    this.file = file;
    this.overwrite = overwrite;
  }

  /// Where to write.
  ///
  /// @param path of the file beside
  /// @param name that the file will have
  public record Place(Path path, String name) {
    /// Opens the file beside, which must not exist yet.
    public OutputStream open() throws IOException {
      return new BufferedOutputStream(
          Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          1 << 16);
    }
  }

  /// Writes the content.
  public interface Writing {
    void to(Place place) throws IOException;
  }

  /// Checks that the place can be written: its folder is there, and no file unless it may be
  /// replaced.
  public static AtomicFile at(ExportTarget target) {
    return at(target.location(), target.folder(), target.overwrite());
  }

  /// @param folder what a relative location starts from; null: the working folder
  public static AtomicFile at(String location, @Nullable Path folder, boolean overwrite) {
    Path path;
    try {
      path = folder == null ? Path.of(location) : folder.resolve(location);
    } catch (InvalidPathException _) {
      throw error(Code.FILE_UNWRITABLE, "`" + location + "` is no path of this system.");
    }
    if (Files.isDirectory(path)) {
      throw error(Code.NOT_A_FILE, "`" + location + "` is a folder.", "Name a file in it.");
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw error(
          Code.FILE_UNWRITABLE,
          "There is no folder `" + parent + "` for `" + path.getFileName() + "`.",
          "Make the folder first.");
    }
    var file = new AtomicFile(location, path, overwrite);
    file.checkFree();
    return file;
  }

  private void checkFree() {
    if (!overwrite && Files.exists(file)) {
      throw exists();
    }
  }

  private SegqlException exists() {
    return error(
        Code.FILE_EXISTS,
        "`" + location + "` exists already.",
        "Put OVERWRITE after its name to replace it.");
  }

  /// Writes and gives the file its name.
  public void write(Writing writing) {
    Path beside = null;
    try {
      // Through a link the file that it points to is replaced, not the link.
      Path real = Files.exists(file) ? file.toRealPath() : file;
      beside =
          real.resolveSibling(
              "."
                  + real.getFileName()
                  + "."
                  + ProcessHandle.current().pid()
                  + "-"
                  + System.nanoTime()
                  + ".part");
      beside.toFile().deleteOnExit(); // a signal ends the program before it can tidy up
      writing.to(new Place(beside, file.getFileName().toString()));
      checkFree();
      move(beside, real);
    } catch (FileAlreadyExistsException _) {
      throw exists();
    } catch (IOException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_UNWRITABLE, "`" + location + "` cannot be written: " + reason(e) + "."),
          e);
    } finally {
      delete(beside);
    }
  }

  /// DuckDB says it in many words; a full disk is a full disk.
  private static String reason(IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains(NO_SPACE) ? NO_SPACE : said;
  }

  private void move(Path from, Path to) throws IOException {
    if (!overwrite) {
      // Fails where a file has appeared meanwhile.
      Files.move(from, to);
      return;
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(@Nullable Path beside) {
    try {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException _) {
      // A hidden file stays behind; the failure that led here matters more.
    }
  }

  private static SegqlException error(Code code, String message, String... hints) {
    return new SegqlException(Diagnostic.error(code, message, hints));
  }
}
