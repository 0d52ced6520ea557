package org.segql.repl.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// Shows long text in `$PAGER`, else in `less`.
final class Pager {
  private static final String PROMPT = "space: on   b: back   / search   q: to the shell";

  private final @Nullable String command;
  private boolean on;

  Pager(Terminal terminal) {
    String wanted = System.getenv("PAGER");
    this.command = wanted != null ? wanted : isOnPath("less") ? "less" : null;
    this.on = command != null && !command.isBlank() && !Screen.isDumb(terminal);
  }

  boolean isOn() {
    return on;
  }

  /// @return whether there is a pager to turn on
  boolean turn() {
    on = !on && command != null && !command.isBlank();
    return on;
  }

  /// @return false where the text was not shown
  boolean show(String text) {
    if (!on || command == null) {
      return false;
    }
    try {
      var builder = new ProcessBuilder("sh", "-c", command);
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      Map<String, String> environment = builder.environment();
      environment.putIfAbsent("LESS", "-SRFX -P" + PROMPT + "$");
      environment.putIfAbsent("LESSCHARSET", "utf-8");
      Process process = builder.start();
      try (var in = process.getOutputStream()) {
        in.write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // The reader has left before the end.
      }
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  static boolean isOnPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    for (String folder : path.split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
