package org.segql.kernel.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a cell ended.
public sealed interface Outcome {
  Outcome NOTHING = new Done(null, null);

  /// The user stopped it.
  Outcome INTERRUPTED = failed("Interrupted", "The cell was stopped.");

  /// It ran to its end.
  ///
  /// @param value what its last line gave; null where there is nothing to show
  /// @param page text for the front end's pager, `%help`; mostly null
  record Done(@Nullable MimeBundle value, @Nullable MimeBundle page) implements Outcome {}

  /// It stopped at an error.
  ///
  /// @param name the error's class or code
  /// @param message one sentence
  /// @param traceback lines as they are shown, with ANSI colours
  record Failed(String name, String message, List<String> traceback) implements Outcome {
    public Failed {
      traceback = List.copyOf(traceback);
    }
  }

  static Outcome value(@Nullable MimeBundle value) {
    return value == null ? NOTHING : new Done(value, null);
  }

  /// An error whose message is all there is to say.
  static Outcome failed(String name, String message) {
    return new Failed(name, message, List.of(Ansi.red(name) + ": " + message));
  }
}
