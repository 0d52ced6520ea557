package org.segql.session;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

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

  /// @param kind keyword, name, function, text, number, comment, operator, parameter, error
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

  public List<Completion> complete(String text, int offset) {
    return List.of();
  }

  public Optional<Hover> hover(String text, int offset) {
    return Optional.empty();
  }

  public Optional<Signature> signature(String text, int offset) {
    return Optional.empty();
  }

  public List<Token> tokens(String text) {
    return List.of();
  }

  public Completeness completeness(String text) {
    return new Completeness(Completeness.State.COMPLETE, "");
  }
}
