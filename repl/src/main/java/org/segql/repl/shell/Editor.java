package org.segql.repl.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Hands text to the user's editor.
final class Editor {
  private final Foreground foreground;
  private final Screen screen;
  private final List<String> typed;

  /// @param typed what was typed so far, the last one last
  Editor(Foreground foreground, Screen screen, List<String> typed) {
    this.foreground = foreground;
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
    String command = program() + " \"$1\"";
    var editor = new ProcessBuilder("sh", "-c", command, "editor", file.toString());
    return foreground.run(editor, "") == 0;
  }

  private static String program() {
    for (String name : List.of("VISUAL", "EDITOR")) {
      String value = System.getenv(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return Foreground.isOnPath("nano") ? "nano" : "vi";
  }
}
