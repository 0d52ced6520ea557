package org.segql.repl.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.result.OutputFormat;
import org.segql.result.Painter;
import org.segql.result.Result;
import org.segql.result.ResultWriter;
import org.segql.result.TerminalStyle;

/// The file that results go to instead of the screen.
final class Target {
  private record Open(Path path, BufferedWriter file, ResultWriter writer) {}

  private @Nullable Open open;

  boolean isOpen() {
    return open != null;
  }

  /// @return what went wrong with the file that was open before
  Optional<String> open(Path path) throws IOException {
    Optional<String> problem = close();
    BufferedWriter file = Files.newBufferedWriter(path);
    OutputFormat format = OutputFormat.ofFile(path.toString());
    var writer = new ResultWriter(format.renderer(TerminalStyle.PLAIN, new Painter()), file);
    open = new Open(path, file, writer);
    return problem;
  }

  /// @return what went wrong; the file is closed then
  Optional<String> write(Result result) {
    Open now = open;
    if (now == null) {
      return Optional.empty();
    }
    try {
      now.writer.write(result);
      now.file.flush();
      return Optional.empty();
    } catch (IOException e) {
      close();
      return problem(now, e);
    }
  }

  /// @return what went wrong; it is closed all the same
  Optional<String> close() {
    Open now = open;
    open = null;
    if (now == null) {
      return Optional.empty();
    }
    try (BufferedWriter _ = now.file) {
      now.writer.close();
    } catch (IOException e) {
      return problem(now, e);
    }
    return Optional.empty();
  }

  private static Optional<String> problem(Open target, IOException e) {
    return Optional.of(
        "`"
            + target.path
            + "` could not be written whole: "
            + FileReason.of(e)
            + ". Results go to the screen.");
  }
}
