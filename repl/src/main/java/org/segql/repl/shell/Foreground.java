package org.segql.repl.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/// Other programs that have the terminal for a while: a pager, an editor.
final class Foreground {
  /// As shells count Ctrl-C.
  private static final int STOPPED = 130;

  private final Terminal terminal;
  private final Attributes plain;
  private final Interrupts interrupts;

  /// @param plain how the terminal was set up before the shell
  Foreground(Terminal terminal, Attributes plain, Interrupts interrupts) {
    this.terminal = terminal;
    this.plain = plain;
    this.interrupts = interrupts;
  }

  /// Runs a program to its end.
  ///
  /// @param input what it reads; where that is empty it reads from the terminal
  /// @return its exit code
  /// @throws IOException where it can't be started
  int run(ProcessBuilder program, String input) throws IOException {
    program.inheritIO();
    if (!input.isEmpty()) {
      program.redirectInput(ProcessBuilder.Redirect.PIPE);
    }
    Attributes before = terminal.getAttributes();
    terminal.setAttributes(plain);
    interrupts.elsewhere(true);
    try {
      Process process = program.start();
      if (!input.isEmpty()) {
        write(process, input);
      }
      return process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return STOPPED;
    } finally {
      interrupts.elsewhere(false);
      terminal.setAttributes(before);
    }
  }

  private static void write(Process process, String input) {
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // The program has left before the end.
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
