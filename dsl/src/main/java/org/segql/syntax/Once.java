package org.segql.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Span;

/// Watches that each clause of a statement stands once.
final class Once {
  private final Problems problems;
  private final Map<String, Span> seen = new LinkedHashMap<>();

  Once(Problems problems) {
    this.problems = problems;
  }

  /// Notes a clause.
  ///
  /// @param name as it is written: `DESCRIBED BY`
  /// @return whether it is the first of its kind; otherwise an error was added that points at both
  boolean first(String name, Span span) {
    Span before = seen.putIfAbsent(name, span);
    if (before == null) {
      return true;
    }
    problems.add(
        problems
            .error(
                Code.DUPLICATE_CLAUSE,
                span,
                "`" + name + "` stands twice in this statement.",
                "Keep one of them.")
            .with(new Diagnostic.Related(before, "the first is here")));
    return false;
  }

  boolean has(String name) {
    return seen.containsKey(name);
  }
}
