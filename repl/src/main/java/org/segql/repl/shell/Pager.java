package org.segql.repl.shell;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows long text in `$PAGER`, else in `less`.
final class Pager {
  /// From here on a shell's exit codes say that there is no such program.
  private static final int NOT_FOUND = 126;

  /// Less takes colons and points for signs of its own unless they stand behind a backslash.
  private static final String PROMPT = "space\\: on   b\\: back   / search   q\\: to the shell";

  private final Foreground foreground;
  private final @Nullable String command;
  private boolean on;

  /// @param possible whether the terminal is one that a pager can work on
  Pager(Foreground foreground, boolean possible) {
    this.foreground = foreground;
    String wanted = System.getenv("PAGER");
    String found = wanted != null ? wanted : Foreground.isOnPath("less") ? "less" : "";
    this.command = found.isBlank() ? null : found;
    this.on = command != null && possible;
  }

  /// @return whether there is a pager to turn on
  boolean turn() {
    on = !on && command != null;
    return on;
  }

  /// @return false where the text was not shown
  boolean show(String text) {
    if (!on || command == null) {
      return false;
    }
    try {
      var builder = new ProcessBuilder("sh", "-c", command);
      Map<String, String> environment = builder.environment();
      environment.putIfAbsent("LESS", "-SRFX -Ps" + PROMPT + "$");
      environment.putIfAbsent("LESSCHARSET", "utf-8");
      int code = foreground.run(builder, text);
      return code < NOT_FOUND || code > NOT_FOUND + 1;
    } catch (IOException _) {
      return false;
    }
  }
}
