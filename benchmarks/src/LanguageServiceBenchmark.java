import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.segql.session.LanguageServices;
import org.segql.session.Session;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// What a key costs an editor: completion with 200 tables of 50 columns, alone and at the end of a script of 200 lines, and the colours
/// and the argument hint of such a script, which the shell asks for at each key. Prints a line a question: median, 95th percentile and
/// largest time in milliseconds over all keys, and their number.
public final class LanguageServiceBenchmark {
  private static final int TABLES = 200;
  private static final int COLUMNS = 50;
  private static final int LINES = 200;

  /// Six lines each; `%1$d` differs from one to the next.
  private static final List<String> STATEMENTS =
      List.of(
          "SEGMENT table_%1$d\n  BY number_3, number_4 LOG, text_5\n  WHERE number_9 > 10 AND text_5 = 'a'\n"
              + "  MISSING MEDIAN\n  USING kmeans(5, seed = 7)\n  AS made_%1$d;\n",
          "SHOW FROM table_%1$d\n  WHERE number_7 BETWEEN 1 AND 20 -- a note\n  GROUP BY text_2\n"
              + "    AGGREGATE n = COUNT(), mean = AVG(number_6)\n  ORDER BY n DESC\n  LIMIT 10;\n",
          "TABLE rows_%1$d AS\n  FROM table_%1$d\n  WHERE NOT number_3 = 5\n  DERIVE amount = number_1 * 2 + 1\n"
              + "  SELECT number_1, text_2, amount\n  ORDER BY amount;\n");

  /// Typed one key after the other.
  private static final String TYPED =
      "SEGMENT table_77 BY number_3, number_12 LOG WHERE text_5 = 'a' AND number_31 > 3 USING kmeans(5, restarts = 20) AS mine;";

  private static final int WARM_UP = 4;
  private static final int ROUNDS = 6;

  private LanguageServiceBenchmark() {}

  @FunctionalInterface
  private interface Question {
    Object ask(String text, int offset);
  }

  public static void main(String[] arguments) {
    try (Session session = Session.open()) {
      var random = new Random(1);
      for (int t = 0; t < TABLES; t++) {
        session.bind("table_" + t, table("table_" + t, random));
      }
      LanguageServices language = session.language();
      String script = script();
      Question colours =
          (text, offset) -> List.of(language.tokens(text), language.signature(text, offset));
      System.out.printf("%-42s %8s %8s %8s %6s%n", "milliseconds a key", "median", "p95", "most", "keys");
      report("completion, a statement alone", "", language::complete);
      report("completion after 200 lines", script, language::complete);
      report("colours and hint, a statement alone", "", colours);
      report("colours and hint after 200 lines", script, colours);
    }
  }

  private static void report(String name, String before, Question question) {
    var times = new ArrayList<Double>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 1; i <= TYPED.length(); i++) {
        String text = before + TYPED.substring(0, i);
        long began = System.nanoTime();
        Object answer = question.ask(text, text.length());
        double milliseconds = (System.nanoTime() - began) / 1e6;
        if (round >= 0 && answer != null) {
          times.add(milliseconds);
        }
      }
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-42s %8.2f %8.2f %8.2f %6d%n",
        name,
        times.get(times.size() / 2),
        times.get((int) (times.size() * 0.95)),
        times.getLast(),
        times.size());
  }

  private static String script() {
    var script = new StringBuilder();
    int lines = 0;
    for (int i = 0; lines < LINES; i++) {
      script.append(STATEMENTS.get(i % STATEMENTS.size()).formatted(i));
      lines += 6;
    }
    return script.toString();
  }

  private static Table table(String name, Random random) {
    Table table = Table.create(name);
    for (int c = 0; c < COLUMNS; c++) {
      table.addColumns(
          c % 3 == 2
              ? StringColumn.create("text_" + c, "a", "b", "c")
              : DoubleColumn.create("number_" + c, random.nextDouble(), random.nextDouble(), 3));
    }
    return table;
  }
}
