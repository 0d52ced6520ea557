package org.segql.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// Says of each stretch of a text what it is, for colours. It takes any text and never throws.
public final class Highlighter {

  /// What a stretch of text is.
  public enum Kind {
    KEYWORD,
    NAME,
    FUNCTION,
    TEXT,
    NUMBER,
    COMMENT,
    OPERATOR,
    PARAMETER,
    PUNCTUATION,
    ERROR
  }

  /// A stretch of one kind.
  public record Token(Span span, Kind kind) {}

  private Highlighter() {}

  /// The tokens of a text in order, blanks left out. A word that is a keyword elsewhere is a name
  /// where it acts as one.
  public static List<Token> tokens(String text) {
    if (text.length() > Parser.LONGEST_SCRIPT) {
      return List.of();
    }
    List<Lexeme> all = Lexemes.all(text);
    Map<Integer, Kind> words = words(all);
    var tokens = new ArrayList<Token>();
    for (Lexeme token : all) {
      if (!token.is(SegQLParser.BLANK)) {
        Kind kind = words.getOrDefault(token.start(), kind(token));
        tokens.add(new Token(token.span(), kind));
      }
    }
    return tokens;
  }

  /// What the words are that may be several things, by their offset.
  private static Map<Integer, Kind> words(List<Lexeme> all) {
    var kinds = new HashMap<Integer, Kind>();
    for (Chunk chunk : Chunk.split(all)) {
      Optional<SegQLParser.StatementContext> tree =
          Refusals.isShallow(chunk) ? Parser.tree(chunk) : Optional.empty();
      tree.ifPresentOrElse(t -> fromTree(t, kinds), () -> fromNeighbours(chunk, kinds));
    }
    return kinds;
  }

  private static void fromTree(ParserRuleContext context, Map<Integer, Kind> kinds) {
    int start = context.getStart().getStartIndex();
    switch (context.getRuleIndex()) {
      case SegQLParser.RULE_name, SegQLParser.RULE_clauseName ->
          kinds.putIfAbsent(start, Kind.NAME);
      case SegQLParser.RULE_functionName -> kinds.put(start, Kind.FUNCTION);
      case SegQLParser.RULE_algorithm, SegQLParser.RULE_chart -> kinds.put(start, Kind.FUNCTION);
      case SegQLParser.RULE_preparation -> kinds.put(start, Kind.KEYWORD);
      default -> {}
    }
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext c) {
        fromTree(c, kinds);
      }
    }
  }

  /// In a statement that cannot be parsed the words beside a word decide.
  private static void fromNeighbours(Chunk chunk, Map<Integer, Kind> kinds) {
    for (int i = 0; i < chunk.size(); i++) {
      Lexeme token = chunk.get(i);
      if (!Refusals.isName(token)) {
        continue;
      }
      int next = chunk.get(i + 1).type();
      int before = i == 0 ? -1 : chunk.get(i - 1).type();
      boolean keyword = Words.isKeyword(token.type());
      boolean opens = next == SegQLParser.OPEN && token.touches(chunk.get(i + 1));
      if (opens && !token.is(SegQLParser.WITH) && !token.is(SegQLParser.EXCEPT)) {
        kinds.put(token.start(), Kind.FUNCTION);
      } else if (keyword && (between(before, next) || next == SegQLParser.EQUAL)) {
        kinds.put(token.start(), Kind.NAME);
      }
    }
  }

  /// Whether a word between two tokens can only be a name: `t.date`, `(weight, …`.
  private static boolean between(int before, int next) {
    boolean opened =
        before == SegQLParser.DOT || before == SegQLParser.COMMA || before == SegQLParser.OPEN;
    boolean closed =
        next == SegQLParser.DOT || next == SegQLParser.COMMA || next == SegQLParser.CLOSE;
    return before == SegQLParser.DOT || next == SegQLParser.DOT || (opened && closed);
  }

  private static Kind kind(Lexeme token) {
    int type = token.type();
    if (Words.isKeyword(type)) {
      return Kind.KEYWORD;
    }
    return switch (type) {
      case SegQLParser.IDENTIFIER, SegQLParser.QUOTED_NAME -> Kind.NAME;
      case SegQLParser.TEXT,
          SegQLParser.LONG_TEXT,
          SegQLParser.OPEN_TEXT,
          SegQLParser.OPEN_LONG_TEXT ->
          Kind.TEXT;
      case SegQLParser.NUMBER, SegQLParser.PERCENT -> Kind.NUMBER;
      case SegQLParser.PARAMETER -> Kind.PARAMETER;
      case SegQLParser.LINE_COMMENT, SegQLParser.BLOCK_COMMENT, SegQLParser.OPEN_COMMENT ->
          Kind.COMMENT;
      case SegQLParser.SEMICOLON,
          SegQLParser.COMMA,
          SegQLParser.OPEN,
          SegQLParser.CLOSE,
          SegQLParser.DOT ->
          Kind.PUNCTUATION;
      default -> Words.isTrap(type) ? Kind.ERROR : Kind.OPERATOR;
    };
  }
}
