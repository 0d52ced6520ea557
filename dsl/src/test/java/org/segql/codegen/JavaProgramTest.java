package org.segql.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segql.measure.Agreement;
import org.segql.session.Options;
import org.segql.session.Session;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/// Programs that EXPLAIN JAVA writes are compiled and run, and their segments, names and targets
/// compared with the engine's own, row by row.
class JavaProgramTest {
  @TempDir static Path folder;

  private static final String TABLES =
      """
      LOAD people FROM 'people.csv';
      LOAD orders FROM 'orders.csv';
      TABLE spent AS FROM orders GROUP BY id
        AGGREGATE spend = SUM(amount), orders = COUNT(), last = MAX(day), web = RATE(channel = 'web'),
                  via = SUM(amount) PER channel;
      TABLE features AS FROM people
        LEFT JOIN spent ON id
        WHERE age >= 18 AND NOT (town LIKE 'Z%')
        DERIVE spend = COALESCE(spend, 0), per_order = spend / orders, days = DAYS_BETWEEN(last, AS_OF()),
               band = BIN(age, 30, 60), kind = CASE WHEN age < 30 THEN 'young' WHEN age < 60 THEN 'middle' ELSE 'old' END
        AS OF DATE '2026-06-01';
      TABLE once AS FROM people JOIN spent ON id WHERE spend > 20 DISTINCT ON town, id UNION people ORDER BY age DESC, id LIMIT 200;
      TABLE later AS FROM people WHERE id >= 120 DERIVE income = income * 1.02;
      SEGMENT people BY age, income USING kmeans(3) NAME 1 AS 'Alpha', 2 AS 'Beta', 3 AS 'Gamma' AS old;
      SEGMENT features WHERE days < 150 BY age, income MISSING MEDIAN USING kmeans(3) AS first;
      APPLY old TO later AS scored;
      TABLE middles AS FROM features GROUP BY town, active AGGREGATE m = MEDIAN(band), n = COUNT();
      LOAD moons FROM 'moons.csv';
      TABLE shifted AS FROM moons DERIVE x = x + 0.03, y = y - 0.05;
      SEGMENT moons BY x, y USING hierarchical(2, linkage = single) AS halves;
      SEGMENT moons BY x, y WEIGHT w USING ward(6) AS six;
      TABLE halved AS FROM people DERIVE half = weight / 2;
      SEGMENT halved BY age, income WEIGHT half SCALE ROBUST OUTLIERS WINSORIZE(10%) MISSING MEDIAN USING kmeans(3) AS weighed;
      SEGMENT people WHERE age > 24 BY age, income USING gmm(3) AS mixed;
      SEGMENT people BY age USING gmm(1) AS one;
      SEGMENT people BY age, income USING dbscan(epsilon = 0.1, min_points = 5) AS dense;
      SEGMENT people BY age, income USING quantiles(2) AS bands;
      SEGMENT people WHERE age > 24 USING rules('Rich' WHEN income > 50_000, OTHERWISE 'Rest') AS ruled;
      APPLY halves TO shifted AS told_halves;
      APPLY six TO shifted AS told_six;
      APPLY mixed TO later AS told_mixed;
      APPLY dense TO later AS told_dense;
      APPLY bands TO later AS told_bands;
      APPLY ruled TO later AS told_ruled;
      """;

  /// Statements, with what each one shows.
  private static final List<String> STATEMENTS =
      List.of(
          "SEGMENT features BY age, income USING kmeans(3)",
          "SEGMENT features BY age, income LOG, kind MISSING MEDIAN USING kmeans(3) TARGET WHERE"
              + " size > 10 AND AVG(income) > 30_000 ORDER BY SUM(spend) DESC LIMIT 2",
          "SEGMENT features WHERE orders > 0 BY age WITH (weight = 2), income WITH (scale = robust,"
              + " missing = mean), band OUTLIERS WINSORIZE(2%) USING ward(3)",
          "SEGMENT features BY age, income SCALE MINMAX USING hierarchical(3, linkage = complete)",
          "SEGMENT features BY age, income USING hierarchical(3, linkage = single)",
          "SEGMENT features BY age, income USING hierarchical(3, linkage = average)",
          "SEGMENT features BY age, income USING gmm(3)",
          "SEGMENT features BY age, income USING dbscan(epsilon = 0.5, min_points = 5)",
          "SEGMENT features BY age, income USING dbscan()",
          "SEGMENT features BY age, income USING kmeans(2..5)",
          "SEGMENT features BY age, income USING ward(2..5)",
          "SEGMENT features BY income, age USING quantiles(3)",
          "SEGMENT features USING rules('Rich' WHEN income > 50_000, 'Shopper' WHEN orders >= 2 AND"
              + " web > 50%, OTHERWISE 'Rest')",
          "SEGMENT features USING rules('Rich' WHEN NOT income < 50_000, 'None' WHEN last IS NULL)",
          // weights
          "SEGMENT people BY age, income WEIGHT weight USING kmeans(3) TARGET WHERE share > 30% AND"
              + " AVG(income) > 20_000",
          "SEGMENT people BY age, income WEIGHT weight MISSING MEAN USING ward(3)",
          "SEGMENT people BY age, income WEIGHT weight USING hierarchical(3, linkage = average)",
          "SEGMENT people BY age, income WEIGHT weight USING gmm(3)",
          "SEGMENT people BY age WEIGHT weight USING quantiles(4) TARGET WHERE population > 60 AND"
              + " MEDIAN(income) > 1 AND STDDEV(income) > 0 AND COUNT(income) > 3 AND RATE(town ="
              + " 'Ulm') > 10% AND SUM(income) > 1 AND QUANTILE(income, 0.9) > 2",
          "SEGMENT weighed BY distance WEIGHT half USING quantiles(7)",
          // missing values
          "SEGMENT people BY age, income MISSING KNN(5) USING kmeans(3)",
          "SEGMENT people BY age, income WITH (missing = knn(3)), score MISSING MEDIAN USING"
              + " kmeans(3)",
          "SEGMENT people BY age, income, town MISSING MODE ENCODE FREQUENCY USING kmeans(3)",
          "SEGMENT people BY age, income, town ENCODE ORDINAL MISSING MODE USING kmeans(3)",
          "SEGMENT people BY age, score WITH (outliers = exclude(z = 1.5), transform = asinh),"
              + " active, born OUTLIERS FLAG(z = 2) USING ward(4)",
          "SEGMENT people BY income WITH (transform = sqrt, weight = 3), town WITH (weight = 0.5),"
              + " age SCALE NONE MISSING MEDIAN USING ward(3)",
          // what a whole table is looked at for, and every kind of function
          "SEGMENT people BY band = NTILE(income, 4), place = RANK(age) USING kmeans(3)",
          "SEGMENT people BY u = UNIFORM(id, 7), r = ROUND(income / 1_000, 1), m = MOD(id, 5),"
              + " l = LENGTH(TRIM(UPPER(town))), q = MONTH(born) + QUARTER(born) USING ward(3)",
          "SEGMENT people WHERE town IN ('Ulm', 'Zell') AND born BETWEEN DATE '1930-01-01' AND DATE"
              + " '2010-01-01' AND NOT (CONTAINS(town, 'x') OR ENDS_WITH(town, 'y')) AND id IN"
              + " orders.id BY age, s = ROW_SUM(age, score), c = ROW_COUNT(active, age > 30), g ="
              + " GREATEST(age, score), k = COALESCE(income, 0) USING kmeans(3)",
          "SEGMENT people BY d = DAYS_BETWEEN(born, DATE_TRUNC('month', born) + 2 MONTHS), m ="
              + " MONTHS_BETWEEN(born, DATE '2026-01-01'), e = EXP(age / 100), p = POWER(age, 2), n"
              + " = NUMBER(SUBSTRING(TEXT(born), 1, 4)), t = CLIP(income, 0, 50_000) MISSING MEAN"
              + " USING ward(3)",
          "SEGMENT people BY age, level = ORDINAL(town, 'Ulm', 'Zell'), i = IF(age > 40, 1, 0), z ="
              + " NULLIF(score, 0), b = LEAST(income, 40_000) MISSING MEDIAN USING kmeans(3)",
          // names, gates, facts
          "SEGMENT people BY age, income USING kmeans(3) NAME 1 AS 'One'",
          "SEGMENT people BY age, income, town MISSING MODE USING kmeans(3) NAME 'Rich' WHEN"
              + " AVG(income) > 50_000, OTHERWISE AUTO",
          "SEGMENT people BY age, income USING kmeans(3) NAME FROM old",
          "SEGMENT later BY age, income USING ward(3) NAME FROM old",
          "SEGMENT people BY age, income USING kmeans(3) REQUIRE EVERY share >= 5%, silhouette >="
              + " 0.3, EVERY stability >= 0.6, k = 3, verdict <> 'none', AVG(age) > 20 TARGET WHERE"
              + " segment_name LIKE '%income%' AND silhouette > 0.2 ORDER BY segment DESC LIMIT 2",
          "SEGMENT people BY age, income USING quantiles(2) NAME AUTO TARGET WHERE MODE(town) ="
              + " 'Ulm' AND MAX(born) > DATE '1900-01-01' AND COUNT(DISTINCT town) >= 1 AND"
              + " CORR(age, score) < 1 AND FIRST(town) <> 'x' AND LAST(age) > 0",
          // pipelines, LIKE, PER, segmentations and scored tables as sources
          "SEGMENT once BY age, income USING kmeans(3)",
          "SEGMENT spent BY COLUMNS LIKE 'via%' MISSING MEAN USING kmeans(3)",
          "SEGMENT features LIKE first",
          "SEGMENT features LIKE first USING ward(3)",
          "SEGMENT people BY age, income PER town USING kmeans(2)",
          "SEGMENT old WHERE segment_name = 'Alpha' OR distance < 0.3 BY age, income USING"
              + " kmeans(2)",
          "SEGMENT scored WHERE segment = 1 BY age, income USING kmeans(2)",
          "SEGMENT scored BY age, segment_name USING kmeans(3)",
          "SEGMENT scored BY distance, age USING ward(4)",
          // other rows in the segments of every kind of model
          "SEGMENT told_halves USING rules('a' WHEN segment = 1, OTHERWISE 'b')",
          "SEGMENT told_halves BY distance USING quantiles(7)",
          "SEGMENT told_six BY distance, segment USING quantiles(5)",
          "SEGMENT told_mixed USING rules('sure' WHEN confidence > 0.99 AND distance < 1,"
              + " 'gone' WHEN excluded = 'where' AND targeted IS NULL, OTHERWISE 'rest')",
          "SEGMENT one USING rules('all' WHEN confidence = 1 AND distance >= 0)",
          "SEGMENT told_dense BY distance USING quantiles(5)",
          "SEGMENT told_dense USING rules('noise' WHEN segment_name = 'noise' AND NOT targeted,"
              + " OTHERWISE 'rest')",
          "SEGMENT dense USING rules('noise' WHEN segment_name = 'noise', 'centre' WHEN distance <"
              + " 0.1, OTHERWISE 'rest')",
          "SEGMENT told_bands USING rules('gap' WHEN excluded = 'missing' AND distance IS NULL,"
              + " 'in' WHEN segment > 0 AND confidence IS NULL)",
          "SEGMENT told_ruled USING rules('out' WHEN excluded = 'where', OTHERWISE 'in')",
          "SEGMENT shifted BY x, y USING hierarchical(2, linkage = single) NAME FROM halves",
          // trees through the choice of k and stability
          "SEGMENT moons BY x, y USING hierarchical(2..4, linkage = single)",
          "SEGMENT moons BY x, y USING ward(2) REQUIRE EVERY stability >= 0.5",
          "SEGMENT people BY age, income WEIGHT weight USING kmeans(2..4)",
          "SEGMENT people BY age, income WEIGHT weight USING ward(2..4) REQUIRE EVERY stability >="
              + " 0.9",
          "SEGMENT people BY age, income USING gmm(2..4) TARGET WHERE stability > 0.8",
          // the middle of ordered texts
          "SEGMENT features BY age, income USING kmeans(3) TARGET WHERE MEDIAN(band) = '30 to <"
              + " 60'",
          "SEGMENT features BY age, income WEIGHT weight USING kmeans(3) TARGET WHERE MEDIAN(band)"
              + " = '30 to < 60' AND MODE(band) > '< 30'",
          "SEGMENT middles USING rules('middle' WHEN m = '30 to < 60' AND n > 1, OTHERWISE"
              + " 'other')");

  private static final Map<String, Integer> PROGRAMS = new LinkedHashMap<>();
  private static Session session;
  private static Programs programs;

  static Stream<String> statements() {
    return STATEMENTS.stream();
  }

  @BeforeAll
  static void programs() throws IOException {
    files();
    session = Session.open(Options.DEFAULT.in(folder));
    session.run(TABLES).orThrow();
    programs = new Programs(Files.createDirectory(folder.resolve("classes")));
    for (String statement : STATEMENTS) {
      PROGRAMS.put(statement, programs.add(session, statement + " AS s;"));
    }
    programs.compile();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static void files() throws IOException {
    var random = new SplittableRandom(5);
    var people = new StringBuilder("id,age,income,town,weight,score,active,born\n");
    var orders = new StringBuilder("id,day,amount,channel\n");
    double[][] centres = {{25, 20_000}, {45, 60_000}, {70, 30_000}};
    for (int i = 0; i < 240; i++) {
      double[] c = centres[i % 3];
      String income =
          i % 41 == 0 ? "" : Long.toString(Math.round(c[1] + 2_000 * random.nextGaussian()));
      long age = Math.round(c[0] + 2 * random.nextGaussian());
      people.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%s,%s,%d,%s,%s,%d-0%d-15%n",
              i,
              age,
              income,
              i % 5 == 0 ? "Zell" : i % 59 == 3 ? "" : "Ulm",
              1 + i % 3,
              i % 37 == 1 ? "" : Long.toString(i % 7 - 3),
              i % 2 == 0,
              2026 - age,
              1 + i % 9));
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
    var moons = new StringBuilder("x,y,w\n");
    for (int i = 0; i < 200; i++) {
      double t = Math.PI * (i / 2) / 100;
      double x = i % 2 == 0 ? Math.cos(t) : 1 - Math.cos(t);
      double y = i % 2 == 0 ? Math.sin(t) : 0.5 - Math.sin(t);
      moons.append(
          String.format(
              Locale.ROOT,
              "%.4f,%.4f,%d%n",
              x + 0.02 * random.nextGaussian(),
              y + 0.02 * random.nextGaussian(),
              1 + i % 3));
    }
    Files.writeString(folder.resolve("moons.csv"), moons);
    Files.writeString(folder.resolve("people.csv"), people);
    Files.writeString(folder.resolve("orders.csv"), orders);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void givesTheSegmentsOfTheEngine(String statement) throws Exception {
    int program = Objects.requireNonNull(PROGRAMS.get(statement));
    session.run(statement + " AS s;").orThrow();
    Table ours = session.table("s");

    Path out = folder.resolve("out" + program + ".csv");
    programs.run(program, out.toString());
    Table theirs = read(out);

    String[] labels = texts(theirs, "segment");
    if (statement.contains("gmm")) { // EM may end a little elsewhere
      assertThat(Agreement.adjustedRand(numbers(texts(ours, "segment")), numbers(labels)))
          .isGreaterThan(0.99);
      return;
    }
    assertThat(labels).as(programs.text(program)).isEqualTo(texts(ours, "segment"));
    for (String column : List.of("segment_name", "targeted")) {
      if (theirs.columnNames().contains(column)) {
        assertThat(texts(theirs, column)).isEqualTo(texts(ours, column));
      }
    }
    if (statement.contains("TARGET")) {
      assertThat(theirs.columnNames()).contains("targeted");
    }
    if (statement.contains("NAME ")) {
      assertThat(theirs.columnNames()).contains("segment_name");
    }
  }

  private static Table read(Path file) {
    return Table.read()
        .usingOptions(CsvReadOptions.builder(file.toFile()).columnTypes(name -> ColumnType.STRING));
  }

  /// Values as texts: a segment as a whole number, what is missing as an empty text.
  private static String[] texts(Table table, String column) {
    var c = table.column(column);
    String[] out = new String[c.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = c.isMissing(i) ? "" : c.getString(i).replaceAll("\\.0$", "");
    }
    return out;
  }

  private static int[] numbers(String[] labels) {
    return Arrays.stream(labels)
        .mapToInt(l -> l.isEmpty() ? -1 : Integer.parseInt(l) - 1)
        .toArray();
  }
}
