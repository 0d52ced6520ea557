package org.segql.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// Signs and quotes of other languages, and texts left open: tokens that exist only to be refused
/// with a sentence that shows the right form.
final class Traps {
  private static final int MOST = 3;

  private static final Map<String, String> UNITS =
      Map.of(
          "HOUR",
          "HOURS",
          "DAY",
          "DAYS",
          "WEEK",
          "WEEKS",
          "MONTH",
          "MONTHS",
          "QUARTER",
          "QUARTERS",
          "YEAR",
          "YEARS");

  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("[", "A list stands in round brackets: `(a, b)`."),
          Map.entry("]", "A list stands in round brackets: `(a, b)`."),
          Map.entry("{", "There are no curly brackets in the language; lists stand in round ones."),
          Map.entry("}", "There are no curly brackets in the language; lists stand in round ones."),
          Map.entry("^", "A power is written `POWER(x, 2)`."),
          Map.entry(":", "A parameter is written `name = value`, a cast `NUMBER(x)`."),
          Map.entry("$", "A parameter of the script is written `$name`."),
          Map.entry("?", "A parameter of the script is written `$name`."),
          Map.entry("@", "A parameter of the script is written `$name`."),
          Map.entry("\\", "A statement may simply go on in the next line."),
          Map.entry("‘", "A text stands in straight quotes: `'text'`."),
          Map.entry("’", "A text stands in straight quotes: `'text'`."),
          Map.entry("“", "A text stands in straight single quotes: `'text'`."),
          Map.entry("”", "A text stands in straight single quotes: `'text'`."),
          Map.entry("„", "A text stands in straight single quotes: `'text'`."),
          Map.entry("–", "A minus is written `-`."),
          Map.entry("−", "A minus is written `-`."),
          Map.entry("…", "A range is written with two points: `2..8`."),
          Map.entry("≤", "Write `<=`."),
          Map.entry("≥", "Write `>=`."),
          Map.entry("≠", "Write `<>`."),
          Map.entry("×", "A product is written `a * b`."),
          Map.entry("÷", "A quotient is written `a / b`."));

  private final Chunk chunk;
  private final Problems problems;

  Traps(Chunk chunk, Problems problems) {
    this.chunk = chunk;
    this.problems = problems;
  }

  /// Adds an error for each kind of trap in the statement.
  ///
  /// @return whether there was one
  boolean check() {
    int before = problems.size();
    Set<Integer> seen = new HashSet<>();
    boolean open = chunk.tokens().stream().anyMatch(t -> t.is(SegQLParser.OPEN_TEXT));
    for (int i = 0; i < chunk.size() && problems.size() - before < MOST; i++) {
      Lexeme token = chunk.get(i);
      if (token.is(SegQLParser.TEXT) && quoteInside(chunk.get(i), chunk.get(i + 1), open)) {
        return true;
      }
      if (Words.isTrap(token.type()) && seen.add(token.type())) {
        trap(token, i);
      }
      if (token.is(SegQLParser.OPEN_TEXT) || token.is(SegQLParser.OPEN_LONG_TEXT)) {
        break;
      }
    }
    return problems.size() > before;
  }

  /// `'Can't lose'`.
  private boolean quoteInside(Lexeme text, Lexeme next, boolean open) {
    boolean word = next.is(SegQLParser.IDENTIFIER) || (open && Words.isKeyword(next.type()));
    if (!word || !text.touches(next)) {
      return false;
    }
    String source = problems.source().text();
    int close = source.indexOf('\'', next.start());
    int line = source.indexOf('\n', next.start());
    boolean closed = close >= 0 && (line < 0 || close < line);
    Span span = closed ? new Span(text.start(), close + 1) : text.span().to(next.span());
    String inner = source.substring(text.start() + 1, closed ? close : span.end());
    problems.add(
        Code.UNTERMINATED,
        span,
        "The text ends at its second quote; a quote inside a text is doubled.",
        "Write `'" + inner.replace("'", "''") + "'`.");
    return true;
  }

  private void trap(Lexeme token, int index) {
    String text = token.text();
    switch (token.type()) {
      case SegQLParser.DOUBLE_QUOTED -> doubleQuoted(token);
      case SegQLParser.DOUBLE_EQUAL ->
          foreign(token, "`" + text + "` is no operator here: equality is a single `=`.");
      case SegQLParser.REVERSED ->
          foreign(
              token,
              "`" + text + "` is no operator here.",
              "Write `" + (text.equals("=<") ? "<=" : ">=") + "`.");
      case SegQLParser.AMPERSANDS -> foreign(token, "`" + text + "` is written `AND` here.");
      case SegQLParser.BARS ->
          foreign(
              token, "`" + text + "` is written `OR` here.", "Texts are joined by `CONCAT(a, b)`.");
      case SegQLParser.BANG ->
          foreign(token, "`!` is written `NOT` here.", "Unequal is `<>` or `!=`.");
      case SegQLParser.DOUBLE_SLASH, SegQLParser.HASH ->
          problems.add(
              Code.FOREIGN_SIGN,
              new Span(token.start(), token.start() + (text.startsWith("/") ? 2 : 1)),
              "A comment begins with `--`.",
              "Comments of several lines stand between `/*` and `*/`.");
      case SegQLParser.PERCENT_SIGN, SegQLParser.PERCENT_TOUCHES -> percent(token, index);
      case SegQLParser.DIGIT_NAME -> digitName(token);
      case SegQLParser.LEADING_POINT -> leadingPoint(token, index);
      case SegQLParser.UNKNOWN ->
          foreign(
              token,
              "The character `" + text + "` has no meaning here.",
              CHARACTERS.getOrDefault(text, "A name that holds it stands in backticks."));
      default -> open(token);
    }
  }

  private void doubleQuoted(Lexeme token) {
    String inner = token.text().replace("\"", "");
    foreign(
        token,
        "Double quotes are not used: a text stands in single quotes, a name in backticks.",
        "Write `'"
            + inner.replace("'", "''")
            + "'` for the text, `` `"
            + inner
            + "` `` for the name.");
  }

  private void percent(Lexeme token, int index) {
    List<String> sides =
        token.is(SegQLParser.PERCENT_TOUCHES)
            ? List.of(token.text().split("%", 2))
            : List.of(
                index > 0 ? chunk.get(index - 1).text() : "a",
                index + 1 < chunk.size() ? chunk.get(index + 1).text() : "b");
    boolean right = sides.get(1).matches("[\\p{L}\\p{N}_]+");
    boolean left = sides.get(0).matches("[\\p{L}\\p{N}_.]+");
    foreign(
        token,
        "`%` belongs to the number it touches, as in `5%`; it is no operator.",
        "The remainder is `MOD("
            + (left ? sides.get(0) : "a")
            + ", "
            + (right ? sides.get(1) : "b")
            + ")`.");
  }

  private void digitName(Lexeme token) {
    String text = token.text();
    String letters = text.replaceFirst("^[0-9_]+", "");
    String word = letters.toUpperCase(Locale.ROOT);
    boolean unit = UNITS.containsKey(word) || UNITS.containsValue(word);
    String digits = text.substring(0, text.length() - letters.length());
    problems.add(
        Code.BAD_NUMBER,
        token.span(),
        "`" + text + "` is neither a number nor a name: a name does not begin with a digit.",
        unit
            ? "A duration is written with a blank: `" + digits + " " + word + "`."
            : "A column of this name stands in backticks: `` `" + text + "` ``.");
  }

  private void leadingPoint(Lexeme token, int index) {
    boolean after = index > 0 && chunk.get(index - 1).touches(token);
    Span span = after ? chunk.get(index - 1).span().to(token.span()) : token.span();
    problems.add(
        Code.BAD_NUMBER,
        span,
        after ? "`" + problems.quote(span) + "` is no number." : "A number begins with a digit.",
        after ? "A date is written `DATE '2026-01-31'`." : "Write `0" + token.text() + "`.");
  }

  private void open(Lexeme token) {
    int shown = token.text().stripTrailing().indexOf('\n');
    int end = token.start() + (shown < 0 ? token.text().stripTrailing().length() : shown);
    Span span = new Span(token.start(), Math.max(end, token.start() + 1));
    switch (token.type()) {
      case SegQLParser.OPEN_TEXT ->
          problems.add(
              Code.UNTERMINATED,
              span,
              "This text has no end: its second quote is missing on the line.",
              "A text of several lines stands between three quotes, `'''…'''`.");
      case SegQLParser.OPEN_LONG_TEXT ->
          problems.add(Code.UNTERMINATED, span, "This text has no end: `'''` is missing after it.");
      case SegQLParser.OPEN_NAME ->
          problems.add(
              Code.UNTERMINATED,
              span,
              "This name has no end: its second backtick is missing on the line.");
      case SegQLParser.OPEN_COMMENT ->
          problems.add(
              Code.UNTERMINATED, span, "This comment has no end: `*/` is missing after it.");
      default -> throw new AssertionError(token.type());
    }
  }

  private void foreign(Lexeme token, String message, String... hints) {
    problems.add(Code.FOREIGN_SIGN, token.span(), message, hints);
  }
}
