package org.segql.repl.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.result.OutputFormat;
import org.segql.result.Painter;
import org.segql.result.Result;
import org.segql.result.ResultWriter;
import org.segql.result.TerminalStyle;

/// The file that results go to instead of the screen.
final class Target {
  private @Nullable BufferedWriter file;
  private @Nullable ResultWriter writer;

  boolean isOpen() {
    return file != null;
  }

  void open(Path path) throws IOException {
    close();
    BufferedWriter opened = Files.newBufferedWriter(path);
    file = opened;
    writer = new ResultWriter(format(path).renderer(TerminalStyle.PLAIN, new Painter()), opened);
  }

  /// @return what went wrong; the file is closed then
  Optional<String> write(Result result) {
    try {
      if (file != null && writer != null) {
        writer.write(result);
        file.flush();
      }
      return Optional.empty();
    } catch (IOException e) {
      file = null;
      return Optional.of(
          "The file could not be written ("
              + e.getMessage()
              + "); results go to the screen again.");
    }
  }

  void close() throws IOException {
    try (var closed = file) {
      if (closed != null && writer != null) {
        writer.close();
      }
    } finally {
      file = null;
      writer = null;
    }
  }

  private static OutputFormat format(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv" -> OutputFormat.CSV;
      case "json" -> OutputFormat.JSON;
      case "html", "htm" -> OutputFormat.HTML;
      case "md" -> OutputFormat.MARKDOWN;
      default -> OutputFormat.TABLE;
    };
  }
}
