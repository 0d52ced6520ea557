package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.measure.Agreement;
import org.segql.syntax.StatementSplitter;

/// The mall customers: published figures of k-means and Ward's tree (scikit-learn and R give them),
/// and the whole study.
class MallTest {
  private static final String LOAD =
      "LOAD mall FROM 'Mall_Customers.csv' WITH (names = (id, gender, age, income, score));\n";

  private Trial trial = Trial.open();

  @BeforeEach
  void open() {
    trial = Trial.in(Trial.sharedData());
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void kMeansOfThreeVariables() {
    trial.run(
        LOAD
            + """
            SEGMENT mall BY age, income, score SCALE NONE USING kmeans(3) AS k3;
            SEGMENT mall BY age, income, score SCALE NONE USING kmeans(6) AS k6;
            """);
    assertThat(trial.segmentation("k3").model().quality().objective())
        .isEqualTo(143_342.75, within(0.005));
    assertThat(trial.segmentation("k6").model().quality().objective())
        .isEqualTo(58_300.44, within(0.005));
  }

  @Test
  void kMeansOfIncomeAndScore() {
    trial.run(LOAD + "SEGMENT mall BY income, score SCALE NONE USING kmeans(5) AS k5;");
    var quality = trial.segmentation("k5").model().quality();
    assertThat(quality.objective()).isEqualTo(44_448.46, within(0.005));
    assertThat(trial.sizes("k5")).containsExactly(81, 39, 35, 23, 22);
    assertThat(quality.silhouette()).isEqualTo(0.5539, within(5e-5));
    assertThat(quality.daviesBouldin()).isEqualTo(0.5726, within(5e-5));
    assertThat(quality.calinskiHarabasz()).isEqualTo(247.359, within(5e-4));
  }

  @Test
  void wardsTreeBesideIt() {
    var comparison =
        trial.result(
            LOAD
                + """
                SEGMENT mall BY income, score SCALE NONE USING kmeans(5) AS k5;
                SEGMENT mall BY income, score SCALE NONE USING ward(5) AS w5;
                COMPARE k5 WITH w5;
                """);
    assertThat(trial.sizes("w5")).containsExactly(85, 39, 32, 23, 21);
    double rand =
        Agreement.adjustedRand(
            trial.segmentation("k5").membership().segments(),
            trial.segmentation("w5").membership().segments());
    assertThat(rand).isEqualTo(0.942, within(5e-4));
    assertThat(comparison.parts().toString()).contains("Adjusted Rand index 0.94");
  }

  /// Look, describe, missing values, a pie, three distributions, means by gender, correlation, two
  /// k-means, the curve, Ward's tree, both side by side, their crosstab, the rerun on two
  /// variables.
  @Test
  void theWholeStudy(@TempDir Path out) throws IOException {
    String study =
        LOAD
            + """
            SHOW mall LIMIT 5;
            DESCRIBE mall;
            SHOW FROM mall AGGREGATE no_age = RATE(age IS NULL), no_income = RATE(income IS NULL), no_score = RATE(score IS NULL);
            PLOT mall AS pie(gender) TO '$out/gender.html';
            PLOT mall AS histogram(age), mall AS histogram(income), mall AS histogram(score) TO '$out/distributions.html';
            SHOW FROM mall GROUP BY gender AGGREGATE n = COUNT(), age = AVG(age), income = AVG(income), score = AVG(score) ORDER BY gender;
            PLOT mall AS correlation(columns = (age, income, score)) TO '$out/correlation.svg';
            SEGMENT mall BY age, income, score SCALE NONE USING kmeans(3) AS k3;
            SEGMENT mall BY age, income, score SCALE NONE USING kmeans(6) AS k6;
            SEGMENT mall BY age, income, score SCALE NONE USING kmeans(1..11) AS curve;
            PLOT curve AS elbow TO '$out/elbow.png';
            SEGMENT mall BY age, income, score SCALE NONE USING ward(6) AS w6;
            PLOT w6 AS dendrogram TO '$out/tree.svg';
            PLOT k6 AS scatter(income, score), w6 AS scatter(income, score) TO '$out/both.html';
            COMPARE k6 WITH w6 AS crosstab;
            SEGMENT mall BY income, score SCALE NONE USING kmeans(5) AS k5;
            PROFILE k5;
            """
                .replace("$out", out.toString().replace('\\', '/'));
    assertThat(StatementSplitter.split(study)).hasSizeLessThanOrEqualTo(25);
    trial.run(study);
    // pandas: df.groupby('Gender').mean()
    var genders =
        trial.table(
            "SHOW FROM mall GROUP BY gender AGGREGATE n = COUNT(), age = AVG(age), income ="
                + " AVG(income), score = AVG(score) ORDER BY gender;");
    assertThat(Trial.rounded(genders.doubleColumn("n").asDoubleArray(), 0))
        .containsExactly(112, 88);
    assertThat(Trial.rounded(genders.doubleColumn("age").asDoubleArray(), 4))
        .containsExactly(38.0982, 39.8068);
    assertThat(Trial.rounded(genders.doubleColumn("income").asDoubleArray(), 4))
        .containsExactly(59.25, 62.2273);
    assertThat(Trial.rounded(genders.doubleColumn("score").asDoubleArray(), 4))
        .containsExactly(51.5268, 48.5114);
    assertThat(trial.segmentation("curve").k()).isEqualTo(6);
    assertThat(trial.session().table("crosstab").rowCount()).isPositive();
    for (String chart :
        new String[] {
          "gender.html",
          "distributions.html",
          "correlation.svg",
          "elbow.png",
          "tree.svg",
          "both.html"
        }) {
      assertThat(Files.size(out.resolve(chart))).as(chart).isGreaterThan(1_000);
    }
    assertThat(Files.readString(out.resolve("tree.svg"))).contains("<svg");
    assertThat(Files.readAllBytes(out.resolve("elbow.png"))).startsWith(0x89, 'P', 'N', 'G');
  }
}
