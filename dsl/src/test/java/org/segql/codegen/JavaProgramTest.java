package org.segql.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.measure.Agreement;
import org.segql.result.Part;
import org.segql.session.Options;
import org.segql.session.Session;

/// Programs that EXPLAIN JAVA writes are compiled and run, and their segments compared with the
/// engine's own.
class JavaProgramTest {
  @TempDir static Path folder;

  private static final String TABLES =
      """
      LOAD people FROM 'people.csv';
      LOAD orders FROM 'orders.csv';
      TABLE spent AS FROM orders GROUP BY id AGGREGATE spend = SUM(amount), orders = COUNT(), last = MAX(day), web = RATE(channel = 'web');
      TABLE features AS FROM people
        LEFT JOIN spent ON id
        WHERE age >= 18 AND NOT (town LIKE 'Z%')
        DERIVE spend = COALESCE(spend, 0), per_order = spend / orders, days = DAYS_BETWEEN(last, AS_OF()),
               band = BIN(age, 30, 60), kind = CASE WHEN age < 30 THEN 'young' WHEN age < 60 THEN 'middle' ELSE 'old' END
        AS OF DATE '2026-06-01';
      """;

  @BeforeAll
  static void files() throws IOException {
    var random = new SplittableRandom(5);
    var people = new StringBuilder("id,age,income,town\n");
    var orders = new StringBuilder("id,day,amount,channel\n");
    double[][] centres = {{25, 20_000}, {45, 60_000}, {70, 30_000}};
    for (int i = 0; i < 240; i++) {
      double[] c = centres[i % 3];
      String income =
          i % 41 == 0 ? "" : Long.toString(Math.round(c[1] + 2_000 * random.nextGaussian()));
      people.append(
          "%d,%d,%s,%s%n"
              .formatted(
                  i,
                  Math.round(c[0] + 2 * random.nextGaussian()),
                  income,
                  i % 5 == 0 ? "Zell" : "Ulm"));
      for (int o = 0; o < i % 4; o++) {
        orders.append(
            String.format(
                Locale.ROOT,
                "%d,2026-0%d-1%d,%.2f,%s%n",
                i,
                1 + o,
                i % 10,
                10 + (i % 3) * 40 + 5 * random.nextDouble(),
                o % 2 == 0 ? "web" : "store"));
      }
    }
    Files.writeString(folder.resolve("people.csv"), people);
    Files.writeString(folder.resolve("orders.csv"), orders);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEGMENT features BY age, income USING kmeans(3)",
        "SEGMENT features BY age, income LOG, kind MISSING MEDIAN USING kmeans(3) TARGET WHERE size"
            + " > 10 AND AVG(income) > 30_000 ORDER BY SUM(spend) DESC LIMIT 2",
        "SEGMENT features WHERE orders > 0 BY age WITH (weight = 2), income WITH (scale = robust,"
            + " missing = mean), band OUTLIERS WINSORIZE(2%) USING ward(3)",
        "SEGMENT features BY age, income SCALE MINMAX USING hierarchical(3, linkage = complete)",
        "SEGMENT features BY age, income USING gmm(3)",
        "SEGMENT features BY age, income USING dbscan(epsilon = 0.5, min_points = 5)",
        "SEGMENT features BY age, income USING kmeans(2..5)",
        "SEGMENT features BY income, age USING quantiles(3)",
        "SEGMENT features USING rules('Rich' WHEN income > 50_000, 'Shopper' WHEN orders >= 2 AND"
            + " web > 50%, OTHERWISE 'Rest')",
      })
  void givesTheSegmentsOfTheEngine(String segment) throws Exception {
    try (var session = Session.open(Options.DEFAULT.in(folder))) {
      session.run(TABLES).orThrow();
      session.run(segment + " AS s;").orThrow();
      int[] ours = session.segmentation("s").membership().segments();
      var explained = session.run("EXPLAIN JAVA " + segment + " AS s;").orThrow();
      String program =
          explained.last().orElseThrow().parts().stream()
              .filter(Part.CodeBlock.class::isInstance)
              .map(p -> ((Part.CodeBlock) p).text())
              .findFirst()
              .orElseThrow();

      int[] theirs = run(program);

      assertThat(theirs).hasSameSizeAs(ours);
      if (segment.contains("gmm")) { // another start may end in another optimum
        assertThat(Agreement.adjustedRand(labels(ours), labels(theirs))).isGreaterThan(0.95);
      } else {
        assertThat(theirs).isEqualTo(ours);
      }
    }
  }

  @Test
  void hostileNamesStayTexts() throws Exception {
    Files.writeString(
        folder.resolve("odd.csv"), "\"a\"\"; System.exit(1); //\",b\\u0022\n1,2\n3,4\n5,6\n");
    try (var session = Session.open(Options.DEFAULT.in(folder))) {
      session.run("LOAD odd FROM 'odd.csv' WITH (header = TRUE)").orThrow();
      String first = session.table("odd").columnNames().getFirst();
      var explained = session.run("EXPLAIN JAVA SEGMENT odd BY `" + first + "` USING quantiles(2)");
      String program =
          ((Part.CodeBlock) explained.orThrow().last().orElseThrow().parts().getFirst()).text();
      assertThat(run(program)).hasSize(3);
    }
  }

  private static int[] labels(int[] segments) {
    return Arrays.stream(segments).map(s -> Math.max(-1, s - 1)).toArray();
  }

  /// Compiles a program in a folder of its own, runs its main, reads the labels it wrote.
  private static int[] run(String program) throws Exception {
    Path out = Files.createTempDirectory(folder, "program");
    String name = program.replaceAll("(?s).*public class (\\w+).*", "$1");
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return program;
          }
        };
    var messages = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of("-d", out.toString(), "-classpath", System.getProperty("java.class.path")),
                null,
                List.of(source))
            .call();
    assertThat(compiled).as(messages + "\n" + program).isTrue();
    Path labels = out.resolve("labels.txt");
    try (var loader =
        new URLClassLoader(
            new URL[] {out.toUri().toURL()}, JavaProgramTest.class.getClassLoader())) {
      loader
          .loadClass(name)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {labels.toString()});
    }
    return Files.readAllLines(labels).stream().mapToInt(Integer::parseInt).toArray();
  }
}
