package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
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

  /// Whether a number follows another and a comma without a blank: `0,3`.
  boolean afterDecimalComma(Span number) {
    int start = number.start();
    String text = source.text();
    return start >= 2 && text.charAt(start - 1) == ',' && Character.isDigit(text.charAt(start - 2));
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
