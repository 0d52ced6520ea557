package org.segql.repl.shell;

import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;

/// A terminal far away may answer when the prompt is there already; what it says is not typed text.
final class LateAnswers {
  private LateAnswers() {}

  static void swallow(LineReader reader) {
    if (!(reader instanceof LineReaderImpl line)) {
      return;
    }
    Map<String, Widget> widgets = reader.getWidgets();
    widgets.put("answer-colour", () -> past(line, "\u0007\\"));
    widgets.put("answer-size", () -> past(line, "t"));
    widgets.put("answer-abilities", () -> past(line, "c"));
    for (KeyMap<Binding> keys : reader.getKeyMaps().values()) {
      keys.bind(new Reference("answer-colour"), "\u001b]11;");
      keys.bind(new Reference("answer-size"), "\u001b[4;");
      keys.bind(new Reference("answer-abilities"), "\u001b[?");
    }
  }

  private static boolean past(LineReaderImpl reader, String ends) {
    int c = reader.readCharacter();
    while (c >= 0 && ends.indexOf(c) < 0) {
      c = reader.readCharacter();
    }
    return true;
  }
}
