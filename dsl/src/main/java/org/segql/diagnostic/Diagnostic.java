package org.segql.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing said about a script or a result.
///
/// @param message one plain sentence: what is wrong, with the names involved in backticks
/// @param source the text it is about; null where it is about data alone
/// @param span the marked place in it
/// @param hints how to mend it, a sentence each: "Did you mean `revenue`?"
/// @param related other places that matter: the first of two equal clauses
public record Diagnostic(
    Severity severity,
    Code code,
    String message,
    @Nullable Source source,
    @Nullable Span span,
    List<String> hints,
    List<Related> related) {

  /// Another place, and what it has to do with the diagnostic.
  public record Related(Span span, String message) {}

  public Diagnostic {
    hints = List.copyOf(hints);
    related = List.copyOf(related);
  }

  public static Diagnostic error(Code code, String message, String... hints) {
    return new Diagnostic(Severity.ERROR, code, message, null, null, List.of(hints), List.of());
  }

  public static Diagnostic warning(Code code, String message, String... hints) {
    return new Diagnostic(Severity.WARNING, code, message, null, null, List.of(hints), List.of());
  }

  public static Diagnostic note(Code code, String message, String... hints) {
    return new Diagnostic(Severity.NOTE, code, message, null, null, List.of(hints), List.of());
  }

  /// The same, at a place; a diagnostic that has a place keeps it.
  public Diagnostic at(@Nullable Source source, @Nullable Span span) {
    return this.span != null
        ? this
        : new Diagnostic(severity, code, message, source, span, hints, related);
  }

  /// The same, its sentence opened by what it is about: "`ward(3)`: …".
  public Diagnostic about(String subject) {
    return new Diagnostic(
        severity, code, "`" + subject + "`: " + message, source, span, hints, related);
  }

  public Diagnostic with(Related more) {
    var all = new ArrayList<>(related);
    all.add(more);
    return new Diagnostic(severity, code, message, source, span, hints, all);
  }
}
