package org.segql.engine.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segql.engine.Progress;

/// Rows of a tree score to the segments that they were fitted to.
class NearestPartTest {
  private static double agreement(Matrix data, Fit fit) {
    int[] scored = fit.scorer().score(data).labels();
    int same = 0;
    for (int i = 0; i < scored.length; i++) {
      same += scored[i] == fit.labels()[i] ? 1 : 0;
    }
    return (double) same / scored.length;
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void everyLinkageOnShapesOfManyKinds(Linkage linkage) {
    Matrix[] shapes = {
      Shapes.moons(800, .08, 1),
      Shapes.uniform(1_000, 3, 2),
      Shapes.normal(1_000, 4, 3),
      Shapes.blobs(1_500, 3, 5, 4, true, true, 4),
      Samples.iris()
    };
    for (int i = 0; i < shapes.length; i++) {
      for (int k : new int[] {2, 5}) {
        Fit fit =
            Hierarchical.fit(shapes[i], new HierarchicalOptions(k, linkage, 42, 2), Progress.NONE);
        var scorer = (NearestPart) fit.scorer();
        double same = agreement(shapes[i], fit);
        System.out.printf(
            "%s, shape %d, k = %d: %d parts, %.3f%n", linkage, i, k, scorer.labels().length, same);
        assertThat(same).isGreaterThanOrEqualTo(.95);
        assertThat(scorer.agreement()).isEqualTo(same);
        assertThat(scorer.fidelity()).contains("parts").contains("%");
      }
    }
  }

  @Test
  void clearSegmentsNeedOnePartEach() {
    Matrix data = Shapes.blobs(600, 2, 4, 8, false, false, 7);
    Fit fit =
        Hierarchical.fit(data, new HierarchicalOptions(4, Linkage.WARD, 42, 2), Progress.NONE);
    assertThat(((NearestPart) fit.scorer()).labels()).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(agreement(data, fit)).isEqualTo(1);
  }

  @Test
  void rowsBesideTheSampleOfTheTreeGoWhereTheyScore() {
    Matrix data = Shapes.moons(7_000, .05, 5);
    Fit fit =
        Hierarchical.fit(data, new HierarchicalOptions(2, Linkage.SINGLE, 42, 2), Progress.NONE);
    assertThat(fit.notes()).isNotEmpty();
    assertThat(agreement(data, fit)).isGreaterThanOrEqualTo(.95);
    assertThat(Samples.sizes(fit.labels(), 2)[1]).isBetween(3_300, 3_700);
    assertThat(((NearestPart) fit.scorer()).centroids())
        .as("means of all rows, not of those in the tree")
        .isEqualTo(fit.centroids());
  }
}
