package org.segql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;

/// What is found in one statement, in the order in which it is found; the same thing at the same
/// place only once.
final class Problems {
  private final Source source;
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private @Nullable Pin pinned;

  /// @param shown where to show what is wrong
  /// @param written the text it is about
  record Pin(Span shown, Source written) {}

  Problems(Source source) {
    this.source = source;
  }

  void error(Code code, Span span, String message, List<String> hints) {
    add(Diagnostic.error(code, message, hints.toArray(String[]::new)), span);
  }

  void error(Code code, Span span, String message, String... hints) {
    add(Diagnostic.error(code, message, hints), span);
  }

  void warning(Code code, Span span, String message, String... hints) {
    add(Diagnostic.warning(code, message, hints), span);
  }

  void note(Code code, Span span, String message, String... hints) {
    add(Diagnostic.note(code, message, hints), span);
  }

  /// Takes what another stage found, at this place where it has none.
  void add(Diagnostic diagnostic, Span span) {
    found.add(diagnostic.at(source, shown(span)));
  }

  /// What `work` finds stands at this place, because it is about a text written elsewhere: the
  /// clauses that LIKE takes over.
  <T> T pinned(@Nullable Pin pin, Supplier<T> work) {
    Pin before = pinned;
    if (pin != null) {
      pinned = pin;
    }
    try {
      return work.get();
    } finally {
      pinned = before;
    }
  }

  /// Where something written at this place is shown.
  Span shown(Span span) {
    return pinned == null ? span : pinned.shown();
  }

  /// The text that what is looked at now is written in.
  Source written() {
    return pinned == null ? source : pinned.written();
  }

  Source source() {
    return source;
  }

  int count() {
    return found.size();
  }

  boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  List<Diagnostic> all() {
    return new ArrayList<>(found);
  }
}
