package org.segql.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.antlr.v4.runtime.Vocabulary;

/// The words of the language and how a token is called when one speaks of it, derived from the
/// grammar.
public final class Words {
  private static final Vocabulary VOCABULARY = SegQLParser.VOCABULARY;

  /// The keywords whose pattern has an optional S: `DAY`, `DAYS`.
  private static final Set<Integer> UNITS =
      Set.of(
          SegQLParser.HOURS,
          SegQLParser.DAYS,
          SegQLParser.WEEKS,
          SegQLParser.MONTHS,
          SegQLParser.QUARTERS,
          SegQLParser.YEARS);

  private static final Map<Integer, String> CLASSES =
      Map.ofEntries(
          Map.entry(SegQLParser.NOT_EQUAL, "`<>`"),
          Map.entry(SegQLParser.NUMBER, "a number"),
          Map.entry(SegQLParser.PERCENT, "a percentage"),
          Map.entry(SegQLParser.TEXT, "a text in single quotes"),
          Map.entry(SegQLParser.LONG_TEXT, "a text of several lines"),
          Map.entry(SegQLParser.PARAMETER, "a parameter"),
          Map.entry(SegQLParser.IDENTIFIER, "a name"),
          Map.entry(SegQLParser.QUOTED_NAME, "a name in backticks"),
          Map.entry(SegQLParser.LINE_COMMENT, "a comment"),
          Map.entry(SegQLParser.BLOCK_COMMENT, "a comment"),
          Map.entry(SegQLParser.BLANK, "a blank"),
          Map.entry(SegQLParser.DOUBLE_QUOTED, "a text in double quotes"),
          Map.entry(SegQLParser.DOUBLE_EQUAL, "`==`"),
          Map.entry(SegQLParser.REVERSED, "a reversed comparison"),
          Map.entry(SegQLParser.AMPERSANDS, "`&&`"),
          Map.entry(SegQLParser.BARS, "`||`"),
          Map.entry(SegQLParser.BANG, "`!`"),
          Map.entry(SegQLParser.PERCENT_SIGN, "`%`"),
          Map.entry(SegQLParser.PERCENT_TOUCHES, "a percentage that touches what follows"),
          Map.entry(SegQLParser.DOUBLE_SLASH, "`//`"),
          Map.entry(SegQLParser.HASH, "`#`"),
          Map.entry(SegQLParser.DIGIT_NAME, "a name that begins with a digit"),
          Map.entry(SegQLParser.LEADING_POINT, "a number that begins with a point"),
          Map.entry(SegQLParser.OPEN_TEXT, "a text without its end"),
          Map.entry(SegQLParser.OPEN_LONG_TEXT, "a text without its end"),
          Map.entry(SegQLParser.OPEN_NAME, "a name without its second backtick"),
          Map.entry(SegQLParser.OPEN_COMMENT, "a comment without its end"),
          Map.entry(SegQLParser.UNKNOWN, "a character"));

  private static final Map<String, Integer> KEYWORDS = keywordTokens();
  private static final int LONGEST =
      KEYWORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();
  private static final Set<String> RESERVED =
      new TreeSet<>(
          KEYWORDS.entrySet().stream()
              .filter(e -> isReserved(e.getValue()))
              .map(Map.Entry::getKey)
              .toList());

  private Words() {}

  /// All keywords in capitals, in alphabetical order; of a unit both forms.
  public static List<String> keywords() {
    return new ArrayList<>(KEYWORDS.keySet());
  }

  /// The keywords that are no names outside backticks.
  public static Set<String> reserved() {
    return Set.copyOf(RESERVED);
  }

  public static boolean isReserved(String word) {
    return RESERVED.contains(word.toUpperCase(Locale.ROOT));
  }

  /// Whether a token type is a keyword that is no name outside backticks.
  public static boolean isReserved(int type) {
    return type >= SegQLParser.AND && type <= SegQLParser.WHERE;
  }

  public static boolean isKeyword(int type) {
    return type >= SegQLParser.AND && type <= SegQLParser.YEARS;
  }

  /// Whether a token type is recognised only to be refused.
  public static boolean isTrap(int type) {
    return type >= SegQLParser.DOUBLE_QUOTED && type <= SegQLParser.UNKNOWN;
  }

  /// The keyword of a token type as it is written: `WHERE`, `DAYS`.
  public static Optional<String> keyword(int type) {
    return isKeyword(type) ? Optional.of(VOCABULARY.getSymbolicName(type)) : Optional.empty();
  }

  /// What to call a token in a sentence: `` `WHERE` ``, `` `(` ``, `a number`.
  public static String display(int type) {
    if (type == -1) {
      return "the end";
    }
    String named = CLASSES.get(type);
    if (named != null) {
      return named;
    }
    String literal = VOCABULARY.getLiteralName(type);
    if (literal != null) {
      return "`" + literal.substring(1, literal.length() - 1) + "`";
    }
    if (isKeyword(type)) {
      return "`" + VOCABULARY.getSymbolicName(type) + "`";
    }
    throw new IllegalArgumentException("no name for token " + type);
  }

  /// The token type of a word that the lexer read as IDENTIFIER: that of its keyword, or
  /// IDENTIFIER.
  public static int type(String word) {
    if (word.length() > LONGEST) {
      return SegQLParser.IDENTIFIER;
    }
    return KEYWORDS.getOrDefault(word.toUpperCase(Locale.ROOT), SegQLParser.IDENTIFIER);
  }

  private static Map<String, Integer> keywordTokens() {
    Map<String, Integer> words = new TreeMap<>();
    for (int type = SegQLParser.AND; type <= SegQLParser.YEARS; type++) {
      String word = VOCABULARY.getSymbolicName(type);
      words.put(word, type);
      if (UNITS.contains(type)) {
        words.put(word.substring(0, word.length() - 1), type);
      }
    }
    return words;
  }
}
