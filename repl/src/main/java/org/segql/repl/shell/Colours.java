package org.segql.repl.shell;

import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.Span;
import org.segql.session.LanguageServices;
import org.segql.session.LanguageServices.Completeness.State;
import org.segql.session.LanguageServices.Signature;
import org.segql.session.LanguageServices.Token;
import org.segql.session.Session;

/// Colours what is typed, by the language's own lexer, underlines what is wrong in it, and shows
/// the arguments still to come behind the cursor.
final class Colours implements Highlighter {
  /// Longer inputs stay plain.
  static final int LONGEST = 200_000;

  private static final int LEAST_TIP = 12;
  private static final String RUNS = "  ; or an empty line runs it";

  private final Session session;
  private final Screen screen;
  private final Mistakes mistakes;

  Colours(Session session, Screen screen) {
    this.session = session;
    this.mistakes = new Mistakes(session.language());
    this.screen = screen;
  }

  @Override
  public AttributedString highlight(LineReader reader, String text) {
    if (!screen.colour() || MetaCommand.isMeta(text) || text.length() > LONGEST) {
      reader.setAutosuggestion(LineReader.SuggestionType.NONE);
      return new AttributedString(text);
    }
    LanguageServices language = session.language();
    int cursor = reader.getBuffer().cursor();
    tip(reader, tip(language, text, cursor));
    return coloured(
        language.tokens(text), mistakes.of(reader, text), text, cursor, screen.palette());
  }

  /// @param mistakes that which the cursor touches is still being written
  static AttributedString coloured(
      List<Token> tokens, List<Span> mistakes, String text, int cursor, Palette palette) {
    List<Span> wrong =
        mistakes.stream().filter(m -> m.start() > cursor || m.end() < cursor).toList();
    var coloured = new AttributedStringBuilder(text.length());
    int at = 0;
    for (Token token : tokens) {
      Span span = token.span();
      if (span.start() < at || span.end() > text.length()) {
        continue;
      }
      coloured.append(text.substring(at, span.start()));
      boolean marked =
          wrong.stream().anyMatch(m -> m.start() < span.end() && span.start() < m.end());
      coloured.append(
          text.substring(span.start(), span.end()),
          marked ? palette.mistake() : palette.style(token.kind()));
      at = span.end();
    }
    coloured.append(text.substring(at));
    return coloured.toAttributedString();
  }

  /// While a tip is shown the line reader takes a list of completions away, so there is none after
  /// a Tab.
  private static void tip(LineReader reader, String tip) {
    boolean shown = !tip.isEmpty() && !"\t".equals(reader.getLastBinding());
    reader.setTailTip(tip);
    reader.setAutosuggestion(
        shown ? LineReader.SuggestionType.TAIL_TIP : LineReader.SuggestionType.NONE);
  }

  /// The parameters after the one that the cursor is in; nothing unless the cursor stands at the
  /// end. On an empty line behind a whole statement: how to run it.
  private String tip(LanguageServices language, String text, int cursor) {
    if (cursor != text.length() || text.isBlank() || text.length() > Completions.LONGEST_LOOK) {
      return "";
    }
    int line = text.lastIndexOf('\n') + 1;
    if (line > 0 && text.substring(line).isBlank()) {
      return language.completeness(text + "\n\n").state() == State.COMPLETE ? RUNS : "";
    }
    String tip = language.signature(text, cursor).map(s -> rest(s, text)).orElse("");
    int room = screen.width() - 1 - Shell.PROMPT.length() - Cells.width(text.substring(line));
    return room < LEAST_TIP || tip.isEmpty() ? "" : Cells.cut(tip, room, screen.unicode());
  }

  /// From the parameter that the cursor is in; where it is in none, the named ones that are not
  /// given yet.
  static String rest(Signature signature, String text) {
    String whole = signature.signature();
    int open = whole.indexOf('(');
    int close = whole.lastIndexOf(')');
    if (open < 0 || close < open) {
      return "";
    }
    String given = text.substring(text.lastIndexOf('(') + 1);
    List<String> parameters = List.of(whole.substring(open + 1, close).split(",\\s*"));
    int active = signature.active();
    List<String> rest =
        active >= 0
            ? parameters.subList(Math.min(active, parameters.size()), parameters.size())
            : parameters.stream()
                .filter(p -> p.contains("=") && !given.contains(p.split(" ")[0]))
                .toList();
    return rest.isEmpty() ? "" : "  " + String.join(", ", rest);
  }
}
