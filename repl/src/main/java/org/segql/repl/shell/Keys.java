package org.segql.repl.shell;

import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.OSUtils;
import org.jline.utils.Signals;

/// The keys that a terminal makes signals of.
final class Keys {
  private static final List<Signal> SIGNALS =
      List.of(Signal.INT, Signal.WINCH, Signal.CONT, Signal.TSTP);

  private Keys() {}

  /// Hands the process's signals to the terminal, once and for good. JLine by itself would change
  /// the process's handlers with each line, and between two of them Ctrl-C would end the program.
  static void signal(Terminal terminal) {
    for (Signal signal : SIGNALS) {
      Signals.register(signal.name(), () -> terminal.raise(signal));
    }
  }

  /// Makes Ctrl-C a signal at all times. JLine makes it an ordinary key while a line is read; one
  /// that came between the line's end and the statement's beginning would wait among the keys for
  /// the next prompt and stop nothing. Ctrl-\, at which the JVM prints all its threads, is no
  /// signal.
  static void interruptBySignal(Terminal terminal) {
    Attributes attributes = terminal.getAttributes();
    attributes.setLocalFlag(LocalFlag.ISIG, true);
    attributes.setControlChar(ControlChar.VQUIT, OSUtils.IS_OSX ? 0xFF : 0); // _POSIX_VDISABLE
    terminal.setAttributes(attributes);
  }
}
