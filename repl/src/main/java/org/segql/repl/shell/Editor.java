package org.segql.repl.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/// Hands text to the user's editor.
final class Editor {
  private final Terminal terminal;
  private final Attributes plain;
  private final Screen screen;
  private final List<String> typed;

  /// @param plain how the terminal was set up before the shell
  /// @param typed what was typed so far, the last one last
  Editor(Terminal terminal, Attributes plain, Screen screen, List<String> typed) {
    this.terminal = terminal;
    this.plain = plain;
    this.screen = screen;
    this.typed = typed;
  }

  /// Opens a file, or the last input where none is named.
  ///
  /// @return the text to run; empty where there is nothing
  Optional<String> edit(String name) throws IOException {
    boolean own = !name.isEmpty();
    Path file = own ? Path.of(name) : Files.createTempFile("segql-", ".segql");
    try {
      if (!own && !typed.isEmpty()) {
        Files.writeString(file, typed.getLast() + "\n");
      }
      if (!open(file)) {
        screen.say("The editor did not end well; nothing is run.");
        return Optional.empty();
      }
      String text = Files.exists(file) ? Files.readString(file).strip() : "";
      if (!text.isEmpty()) {
        screen.quietly(text);
        typed.add(text);
      }
      return Optional.of(text).filter(t -> !t.isEmpty());
    } finally {
      if (!own) {
        Files.deleteIfExists(file);
      }
    }
  }

  private boolean open(Path file) throws IOException {
    String command = program();
    Attributes before = terminal.getAttributes();
    terminal.setAttributes(plain);
    try {
      return new ProcessBuilder("sh", "-c", command + " \"$1\"", "editor", file.toString())
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      terminal.setAttributes(before);
    }
  }

  private static String program() {
    for (String name : List.of("VISUAL", "EDITOR")) {
      String value = System.getenv(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return Pager.isOnPath("nano") ? "nano" : "vi";
  }
}
