package org.segql.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.segql.analysis.LanguageService;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Span;
import org.segql.syntax.StatementSplitter;

/// What an editor asks: works on broken text, never throws, answers within some milliseconds.
/// Offsets are UTF-16.
public final class LanguageServices {

  /// @param text what is put in
  /// @param label what the menu shows, where that differs from `text`
  /// @param kind table, segmentation, column, value, algorithm, option, function, chart, keyword,
  ///   file, parameter, statement
  /// @param detail a few words beside it: a column's type, a default
  /// @param documentation Markdown; empty where there is none
  /// @param replaces what of the text it takes the place of
  public record Completion(
      String text, String label, String kind, String detail, String documentation, Span replaces) {}

  /// @param markdown what stands under the cursor
  public record Hover(String markdown, String plain, Span span) {}

  /// @param signature `kmeans(k, restarts = 10)`
  /// @param active the parameter that the cursor is in, from 0; -1: none
  public record Signature(String signature, int active, String documentation) {}

  /// @param kind keyword, name, function, text, number, comment, operator, punctuation, parameter,
  ///   error
  public record Token(Span span, String kind) {}

  /// Whether an input can run as it stands.
  ///
  /// @param indent what the next line begins with, where it is incomplete
  public record Completeness(State state, String indent) {
    public enum State {
      COMPLETE,
      INCOMPLETE,
      INVALID
    }
  }

  private final LanguageService service;

  LanguageServices(Session session) {
    this.service = new LanguageService(session::seenContext, new SessionLookup(session));
  }

  public List<Completion> complete(String text, int offset) {
    return answer(
        List.of(),
        () -> service.complete(text, offset).stream().map(LanguageServices::completion).toList());
  }

  public Optional<Hover> hover(String text, int offset) {
    return answer(Optional.empty(), () -> service.hover(text, offset).map(LanguageServices::hover));
  }

  public Optional<Signature> signature(String text, int offset) {
    return answer(
        Optional.empty(),
        () ->
            service
                .signature(text, offset)
                .map(s -> new Signature(s.signature(), s.active(), s.documentation())));
  }

  public List<Token> tokens(String text) {
    return answer(
        List.of(),
        () ->
            service.tokens(text).stream()
                .map(t -> new Token(t.span(), t.kind().name().toLowerCase(Locale.ROOT)))
                .toList());
  }

  /// The errors that a text shows while it is typed, without a look at any file; of a statement
  /// that is not ended yet only what nothing behind it can mend.
  public List<Diagnostic> mistakes(String text) {
    return answer(List.of(), () -> service.mistakes(text));
  }

  public Completeness completeness(String text) {
    var unknown = new Completeness(Completeness.State.COMPLETE, "");
    return answer(
        unknown,
        () ->
            switch (StatementSplitter.isComplete(text)) {
              case StatementSplitter.Completeness.Complete _ -> unknown;
              case StatementSplitter.Completeness.Incomplete i ->
                  new Completeness(Completeness.State.INCOMPLETE, " ".repeat(i.indent()));
              case StatementSplitter.Completeness.Invalid _ ->
                  new Completeness(Completeness.State.INVALID, "");
            });
  }

  /// An editor must not fail while someone types: where a question can't be answered, nothing is.
  private static <T> T answer(T nothing, Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException | StackOverflowError _) {
      return nothing;
    }
  }

  private static Completion completion(org.segql.analysis.Completion c) {
    return new Completion(
        c.text(), c.label(), c.kind().text(), c.detail(), c.documentation(), c.replaces());
  }

  private static Hover hover(LanguageService.Hover hover) {
    String plain = hover.markdown().replaceAll("```\\w*\\n?|\\*\\*|`", "").strip();
    return new Hover(hover.markdown(), plain, hover.span());
  }
}
