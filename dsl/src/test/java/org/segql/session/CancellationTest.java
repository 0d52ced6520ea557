package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Source;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/// Long statements stop soon after they are told to, and leave the session as it was.
class CancellationTest {
  private static final int ROWS = 300_000;

  private static Trial trial = Trial.open();

  @BeforeAll
  static void bind() {
    trial = Trial.open();
    var random = new Random(3);
    Table table = Table.create("big");
    for (String name : new String[] {"a", "b", "c", "d", "e", "f"}) {
      table.addColumns(DoubleColumn.create(name, random.doubles(ROWS).toArray()));
    }
    trial.session().bind("big", table);
    trial.session().bind("middle", table.first(12_000));
    trial.run("TABLE q0 AS FROM big LIMIT 10;");
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
      })
  void stops(String statement) {
    var before = trial.entries();
    var told = new AtomicBoolean();
    long[] toldAt = new long[1];
    var listener =
        new Listener() {
          @Override
          public boolean cancelled() {
            return told.get();
          }
        };
    var teller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(200);
                  } catch (InterruptedException e) {
                    return;
                  }
                  toldAt[0] = System.nanoTime();
                  told.set(true);
                });
    Run run = trial.session().run(new Source("test", statement), listener);
    long ended = System.nanoTime();
    teller.interrupt();
    assertThat(run.status()).as(statement).isEqualTo(Run.Status.CANCELLED);
    assertThat(run.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
    double seconds = (ended - toldAt[0]) / 1e9;
    System.out.printf("%.2f s after it was told: %s%n", seconds, statement);
    assertThat(seconds).as(statement).isLessThan(5); // a second on a free machine
    assertThat(trial.entries()).isEqualTo(before);
    trial.run("SHOW FROM big LIMIT 1;");
  }
}
