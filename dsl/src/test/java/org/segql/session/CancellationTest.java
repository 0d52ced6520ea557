package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Source;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/// Long statements stop soon after they are told to, and leave the session as it was. What is
/// measured is the processor time of the threads that do the work, which other programs on the
/// machine do not change.
class CancellationTest {
  private static final int ROWS = 300_000;
  private static final String KEPT = "what was here before\n";

  private static Trial trial = Trial.open();
  @TempDir static Path folder = Path.of("");

  @BeforeAll
  static void bind() throws IOException {
    trial = new Trial(Session.open(Options.DEFAULT.in(folder).threads(4)));
    writeLarge(folder.resolve("large.csv"));
    Files.copy(folder.resolve("large.csv"), folder.resolve("quoted.csv"));
    Files.writeString(folder.resolve("kept.csv"), KEPT);
    var random = new Random(3);
    Table table = Table.create("big");
    for (String name : new String[] {"a", "b", "c", "d", "e", "f"}) {
      table.addColumns(DoubleColumn.create(name, random.doubles(ROWS).toArray()));
    }
    trial.session().bind("big", table);
    trial.session().bind("middle", table.first(12_000));
    trial.run("TABLE q0 AS FROM big LIMIT 10;");
    trial.run(
        "TABLE keyed AS FROM big DERIVE key = ROUND(a * 30) SELECT key, b, c, d; TABLE"
            + " other AS FROM keyed SELECT key, b AS e;");
    trial.run("SEGMENT big BY a, b USING kmeans(4) AS s0;");
  }

  /// 2.4 million lines, 90 MB.
  private static void writeLarge(Path file) throws IOException {
    var random = new Random(4);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,name,amount,day,share\n");
      for (int i = 0; i < 2_400_000; i++) {
        out.write(
            i
                + ",\"Smith, "
                + random.nextInt(100_000)
                + "\","
                + random.nextInt(10_000)
                + ".25,2024-0"
                + (1 + i % 9)
                + "-1"
                + i % 10
                + ",0."
                + random.nextInt(1_000_000)
                + "\n");
      }
    }
  }

  /// The files of the folder with their sizes.
  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> f.getFileName() + " " + f.toFile().length()).sorted().toList();
    }
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEGMENT big BY a, b, c, d, e, f USING kmeans(2..20, restarts = 50, tolerance = 0) AS q1;",
        "SEGMENT big BY a, b, c, d, e, f USING gmm(30) AS q1;",
        "SEGMENT big BY a, b, c, d, e, f USING dbscan(epsilon = 0.5, min_points = 10) AS q1;",
        "SEGMENT middle BY a, b, c, d, e, f USING ward(2..30) AS q1;",
        "SEGMENT big BY a, b, c, d, e, f MISSING KNN(5) USING kmeans(20) REQUIRE EVERY stability >="
            + " 0.5 AS q1;",
        "COMPARE big BY a, b, c, d USING kmeans(2..15), gmm(2..15) AS q1;",
        "SEGMENT middle BY a, b, c, d, e, f USING hierarchical(4, linkage = average) AS q1;",
        "SEGMENT big BY a, b, c, d, e, f USING gmm(8, restarts = 20) AS q1;",
        "SEGMENT big BY a, b, c USING quantiles(3) REQUIRE silhouette > 0 AS q1;",
        "SEGMENT middle BY a, b, c, d, e, f USING kmeans(2..20) AS q1;",
        "LOAD l1 FROM 'large.csv'; SHOW FROM l1 ORDER BY name DESC, amount LIMIT 5;",
        "LOAD l1 FROM 'quoted.csv' WITH (types = (name = TEXT, amount = TEXT));"
            + " TABLE q1 AS FROM l1 DERIVE n = CONCAT(name, amount) GROUP BY n AGGREGATE c ="
            + " COUNT(DISTINCT id);",
        "TABLE q1 AS FROM keyed JOIN other ON key;",
        "EXPORT big TO 'kept.csv' OVERWRITE;",
        "EXPORT big TO 'new.xlsx';",
        "EXPORT big TO 'new.json';",
        "PROFILE s0 ON a, b, c, d, e, f, g = a * b, h = ROUND(100 * a), i = TEXT(ROUND(c * 40)),"
            + " j = TEXT(ROUND(d * 40)), k = TEXT(ROUND(e * 40)), l = a * c, m = a * d, n = a * e,"
            + " o = b * c, p = b * d, q = b * e, r = c * d, s = c * e, t = d * e AS q1;",
      })
  void stops(String statement) throws IOException, InterruptedException {
    assertThat(stopped(statement, 50)).as("stopped: %s", statement).isTrue();
    for (long after : new long[] {200, 1000}) {
      if (!stopped(statement, after)) {
        return; // a fast machine is through with it by then
      }
    }
  }

  /// Whether the statement was still at work when it was told to stop; then all is as before.
  private static boolean stopped(String statement, long after)
      throws IOException, InterruptedException {
    var before = trial.entries();
    var filesBefore = files();
    var looks = new Looks(after);
    Run run = trial.session().run(new Source("test", statement), looks);
    looks.end();
    System.out.printf("%s: %s%n", looks, statement);
    assertThat(looks.longest()).as("work between two looks: %s", statement).isLessThan(1);
    assertThat(looks.afterwards()).as("work after it was told: %s", statement).isLessThan(2);
    if (!looks.sawTheStop()) {
      undo(filesBefore);
      return false;
    }
    assertThat(run.status()).as("%s %s", statement, run.errors()).isEqualTo(Run.Status.CANCELLED);
    assertThat(run.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
    // A statement before the one that was stopped has done what it says.
    assertThat(trial.entries().stream().filter(e -> !e.startsWith("l1 ")))
        .containsExactlyElementsOf(before.stream().filter(e -> !e.startsWith("l1 ")).toList());
    assertThat(files()).as(statement).isEqualTo(filesBefore);
    trial.run("SHOW FROM big LIMIT 1;");
    return true;
  }

  /// What a statement made that ended before it could be stopped.
  private static void undo(List<String> filesBefore) throws IOException {
    if (trial.entries().stream().anyMatch(e -> e.startsWith("q1 "))) {
      trial.run("DROP q1;");
    }
    Files.writeString(folder.resolve("kept.csv"), KEPT);
    for (String file : files()) {
      if (!filesBefore.contains(file)) {
        Files.delete(folder.resolve(file.substring(0, file.lastIndexOf(' '))));
      }
    }
  }
}
