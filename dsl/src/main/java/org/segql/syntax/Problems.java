package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;

/// Collects what is wrong with a script.
final class Problems {
  private final Source source;
  private final List<Diagnostic> found = new ArrayList<>();

  Problems(Source source) {
    this.source = source;
  }

  void add(Code code, Span span, String message, String... hints) {
    found.add(error(code, span, message, hints));
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  Diagnostic error(Code code, Span span, String message, String... hints) {
    return Diagnostic.error(code, message, hints).at(source, span);
  }

  /// The text of a place, on one line, shortened in the middle of a long one.
  String quote(Span span) {
    String text = source.text().substring(span.start(), span.end()).replaceAll("\\s+", " ");
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }

  /// Where a number follows another and a comma without a blank, both: `0,3`.
  Optional<Span> decimalComma(Span number) {
    String text = source.text();
    int comma = number.start() - 1;
    int start = comma;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return start < comma && text.charAt(comma) == ','
        ? Optional.of(new Span(start, number.end()))
        : Optional.empty();
  }

  Source source() {
    return source;
  }

  int size() {
    return found.size();
  }

  List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
