package org.segql.repl.shell;

import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.segql.diagnostic.Span;
import org.segql.session.LanguageServices;
import org.segql.session.LanguageServices.Signature;
import org.segql.session.LanguageServices.Token;
import org.segql.session.Session;

/// Colours what is typed, by the language's own lexer, and shows the arguments still to come behind
/// the cursor. The sixteen colours of the terminal are used, which its owner has fitted to the
/// background.
final class Colours implements Highlighter {
  /// Longer inputs stay plain.
  static final int LONGEST = 200_000;

  private final Session session;
  private final boolean on;

  Colours(Session session, boolean on) {
    this.session = session;
    this.on = on;
  }

  @Override
  public AttributedString highlight(LineReader reader, String text) {
    if (!on || text.startsWith("\\") || text.length() > LONGEST) {
      reader.setAutosuggestion(LineReader.SuggestionType.NONE);
      return new AttributedString(text);
    }
    LanguageServices language = session.language();
    tip(reader, tip(language, text, reader.getBuffer().cursor()));
    var coloured = new AttributedStringBuilder(text.length());
    int at = 0;
    for (Token token : language.tokens(text)) {
      Span span = token.span();
      if (span.start() < at || span.end() > text.length()) {
        continue;
      }
      coloured.append(text.substring(at, span.start()));
      coloured.append(text.substring(span.start(), span.end()), style(token.kind()));
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
  /// end.
  private static String tip(LanguageServices language, String text, int cursor) {
    if (cursor != text.length() || text.isBlank()) {
      return "";
    }
    return language.signature(text, cursor).map(s -> rest(s, text)).orElse("");
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

  private static AttributedStyle style(String kind) {
    AttributedStyle plain = AttributedStyle.DEFAULT;
    return switch (kind) {
      case "keyword" -> plain.foreground(AttributedStyle.BLUE).bold();
      case "function" -> plain.foreground(AttributedStyle.CYAN);
      case "text" -> plain.foreground(AttributedStyle.GREEN);
      case "number", "parameter" -> plain.foreground(AttributedStyle.MAGENTA);
      case "comment" -> plain.faint();
      case "error" -> plain.foreground(AttributedStyle.RED).underline();
      default -> plain;
    };
  }
}
