package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.segql.catalog.Type;

/// Purchases in columns of blanks, without a header.
class CdnowTest {
  @Test
  void loadsAndBecomesFeatures() {
    try (var trial = Trial.in(Trial.sharedData())) {
      trial.run(
          """
          LOAD cds FROM 'CDNOW_sample.txt' WITH (delimiter = blanks, header = FALSE, names = (master, id, day, cds, amount),
                                                 types = (id = TEXT, day = DATE('yyyyMMdd')), nulls = ('', 'NA', '(blank)'));
          TABLE features AS
            FROM cds
            GROUP BY id
              AGGREGATE recency = DAYS_BETWEEN(MAX(day), DATE '1998-07-01'), frequency = COUNT(DISTINCT day), monetary = SUM(amount);
          SEGMENT features BY recency, frequency LOG, monetary LOG ID id USING kmeans(4) AS s;
          """);
      var cds = trial.session().entry("cds").orElseThrow();
      assertThat(cds.schema().column("id").orElseThrow().type()).isEqualTo(Type.TEXT);
      assertThat(cds.schema().column("day").orElseThrow().type()).isEqualTo(Type.DATE);
      assertThat(trial.session().table("cds").rowCount()).isEqualTo(6919);
      assertThat(trial.session().table("features").rowCount()).isEqualTo(2357);
      // awk: sum of the fifth column
      assertThat(trial.table("SHOW FROM cds AGGREGATE s = SUM(amount);").doubleColumn("s").get(0))
          .isEqualTo(TOTAL, within(0.005));
      assertThat(trial.segmentation("s").segments().stream().mapToLong(x -> x.size()).sum())
          .isEqualTo(2357);
    }
  }

  private static final double TOTAL = 244_091.94;
}
