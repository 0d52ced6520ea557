package org.segql.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;

/// Statements of SQL that a user may try, and what is written instead.
final class Foreign {
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("CREATE", "A table is made by `TABLE name AS FROM other …`."),
          Map.entry("INSERT", "Data are not changed in place; `UNION` puts tables together."),
          Map.entry("UPDATE", "Data are not changed in place; `TABLE … DERIVE` computes columns."),
          Map.entry("DELETE", "Data are not changed in place; `TABLE … WHERE` keeps some rows."),
          Map.entry("ALTER", "Data are not changed in place; `TABLE … SELECT` renames columns."),
          Map.entry("WITH", "Name an intermediate table by `TABLE name AS FROM other …`."),
          Map.entry(
              "FROM", "Write `SHOW FROM …` to see rows, `TABLE name AS FROM …` to keep them."),
          Map.entry("IMPORT", "Files are read by `LOAD name FROM 'file'`."),
          Map.entry("CLUSTER", "Segments are made by `SEGMENT table BY … USING kmeans(5)`."),
          Map.entry("PRINT", "Tables are shown by `SHOW table`."),
          Map.entry("HELP", "`DESCRIBE kmeans` tells about one thing, `SHOW ALGORITHMS` lists."));

  private Foreign() {}

  /// @return whether the statement was one of these, and refused
  static boolean statement(Chunk chunk, Problems problems) {
    Lexeme first = chunk.first();
    String word = first.text().toUpperCase(Locale.ROOT);
    if (first.is(SegQLParser.SELECT)) {
      problems.add(
          Code.SYNTAX,
          first.span(),
          "SELECT is a step here and begins no statement.",
          "Write `" + rewritten(chunk, problems).orElse(general(chunk)) + "`.");
      return true;
    }
    String sentence = SENTENCES.get(word);
    if (sentence == null || chunk.get(1).is(SegQLParser.EQUAL)) {
      return false;
    }
    problems.add(Code.SYNTAX, first.span(), word + " begins no statement here.", sentence);
    return true;
  }

  private static String general(Chunk chunk) {
    return chunk.tokens().stream().anyMatch(t -> t.is(SegQLParser.GROUP))
        ? "SHOW FROM … GROUP BY … AGGREGATE n = COUNT()"
        : aggregates(chunk) ? "SHOW FROM … AGGREGATE n = COUNT()" : "SHOW FROM … SELECT …";
  }

  private static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "AVG", "MIN", "MAX");

  private static boolean aggregates(Chunk chunk) {
    for (int i = 1; i + 1 < chunk.size(); i++) {
      if (chunk.get(i + 1).is(SegQLParser.OPEN) && AGGREGATES.contains(Verbs.upper(chunk.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /// `SELECT a FROM t WHERE b LIMIT 5` → `SHOW FROM t WHERE b SELECT a LIMIT 5`; only where that is
  /// right.
  private static Optional<String> rewritten(Chunk chunk, Problems problems) {
    int from = -1;
    int tail = chunk.size();
    for (int i = 1; i < chunk.size(); i++) {
      int type = chunk.get(i).type();
      if (type == SegQLParser.FROM && from < 0) {
        from = i;
      } else if (from > 0 && (type == SegQLParser.ORDER || type == SegQLParser.LIMIT)) {
        tail = Math.min(tail, i);
      } else if (type == SegQLParser.GROUP || type == SegQLParser.SELECT) {
        return Optional.empty();
      }
    }
    if (from < 2 || from + 1 >= chunk.size() || aggregates(chunk)) {
      return Optional.empty();
    }
    String items = text(chunk, 1, from, problems);
    String source = "SHOW " + text(chunk, from, tail, problems);
    String select = items.equals("*") ? "" : " SELECT " + items;
    String rest = tail < chunk.size() ? " " + text(chunk, tail, chunk.size(), problems) : "";
    String written = source + select + rest;
    return Walk.whole(Lexemes.visible(written))
        ? Optional.of(Formatter.format(written).strip().replaceAll("\\s*\\n\\s*", " "))
        : Optional.empty();
  }

  private static String text(Chunk chunk, int from, int to, Problems problems) {
    Span span = chunk.get(from).span().to(chunk.get(to - 1).span());
    return problems.source().text().substring(span.start(), span.end()).replaceAll("\\s+", " ");
  }
}
