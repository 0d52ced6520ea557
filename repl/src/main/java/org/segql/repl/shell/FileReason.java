package org.segql.repl.shell;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why something could not be done with a file, in words.
public final class FileReason {
  private FileReason() {}

  public static String of(Exception e) {
    return switch (e) {
      case NoSuchFileException n -> "`" + n.getFile() + "` does not exist";
      case AccessDeniedException n -> "`" + n.getFile() + "` may not be opened";
      case FileAlreadyExistsException n -> "`" + n.getFile() + "` is a file";
      case CharacterCodingException _ -> "it is no UTF-8 text";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      case FileSystemException f -> "`" + f.getFile() + "` can't be made";
      default -> String.valueOf(e.getMessage());
    };
  }
}
