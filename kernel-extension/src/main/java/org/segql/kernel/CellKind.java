package org.segql.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Tells SegQL from Java by a cell's first three tokens. Whether a text parses would not do: `Drop
/// customers;` is a declaration in Java, and SegQL with a slip would go to javac.
public enum CellKind {
  SEGQL,
  JAVA;

  /// The words that begin statements, those that the language reserves for its next versions too.
  public static final Set<String> VERBS =
      Set.of(
          "LANGUAGE",
          "SET",
          "PARAM",
          "LOAD",
          "SHOW",
          "DESCRIBE",
          "EXPORT",
          "DROP",
          "TABLE",
          "SEGMENT",
          "COMPARE",
          "PROFILE",
          "PLOT",
          "REQUIRE",
          "EXPLAIN",
          "SAVE",
          "APPLY",
          "RUN",
          "VALIDATE",
          "FACTOR",
          "REGRESS",
          "TARGET",
          "CAMPAIGN",
          "MEASURE",
          "MONITOR",
          "REPORT");

  private static final Pattern BLANK_OR_JAVA_COMMENT =
      Pattern.compile("(?:\\s+|/\\*.*?(?:\\*/|\\z))+", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<number>\\p{Nd}+)|::|[^\\s]", Pattern.DOTALL);

  /// What follows a type in a declaration of Java: `Table t;`, `Table f(`, `Table<A> t`.
  private static final Set<String> AFTER_DECLARED = Set.of(";", "=", ",", "[", "<", "(");

  private static final Set<String> NEVER_SEGQL = Set.of(".", "[", "::");

  /// @param knownType whether Java cells know a type of that name
  static CellKind of(String code, Predicate<String> knownType) {
    int at = skip(code, 0);
    if (isSegqlComment(code, at)) {
      return SEGQL;
    }
    var tokens = firstTokens(code, at);
    if (tokens.isEmpty() || !VERBS.contains(tokens.getFirst().toUpperCase(Locale.ROOT))) {
      return JAVA;
    }
    String verb = tokens.getFirst();
    String second = tokens.size() > 1 ? tokens.get(1) : "";
    String third = tokens.size() > 2 ? tokens.get(2) : "";
    if (beginsOperand(second)) {
      boolean declares = isTitle(verb) && isWord(second) && AFTER_DECLARED.contains(third);
      boolean java = second.equals("instanceof") || declares && knownType.test(verb);
      return java ? JAVA : SEGQL;
    }
    boolean capitals = verb.equals(verb.toUpperCase(Locale.ROOT));
    return capitals && !NEVER_SEGQL.contains(second) ? SEGQL : JAVA;
  }

  /// Where the first token stands, after blanks and comments that both languages have.
  private static int skip(String code, int from) {
    var matcher = BLANK_OR_JAVA_COMMENT.matcher(code).region(from, code.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  /// `-- so`, and `--so` but for `--counter;`, which is Java.
  private static boolean isSegqlComment(String code, int at) {
    return code.startsWith("--", at)
        && !Pattern.compile("--[\\p{L}_$][\\p{L}\\p{N}_$.\\[\\]]*\\s*;.*", Pattern.DOTALL)
            .matcher(code.substring(at))
            .matches();
  }

  private static List<String> firstTokens(String code, int from) {
    var tokens = new ArrayList<String>();
    int at = from;
    while (tokens.size() < 3) {
      at = skip(code, at);
      // Within SegQL a comment may stand between any two tokens.
      while (!tokens.isEmpty() && code.startsWith("-- ", at)) {
        int end = code.indexOf('\n', at);
        at = end < 0 ? code.length() : skip(code, end);
      }
      var matcher = TOKEN.matcher(code).region(at, code.length());
      if (!matcher.lookingAt()) {
        break;
      }
      tokens.add(matcher.group());
      at = matcher.end();
    }
    return tokens;
  }

  /// A word, text, number, parameter or name in backticks.
  private static boolean beginsOperand(String token) {
    return !token.isEmpty()
        && (isWord(token) || Character.isDigit(token.codePointAt(0)) || "'\"$`".contains(token));
  }

  private static boolean isWord(String token) {
    return !token.isEmpty() && (Character.isLetter(token.codePointAt(0)) || token.charAt(0) == '_');
  }

  /// `Table`, as types of Java are written.
  private static boolean isTitle(String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && !word.equals(word.toUpperCase(Locale.ROOT));
  }
}
