package org.segql.algorithm;

import java.util.Locale;
import java.util.Optional;

/// A way to form segments, with its options: what stands behind USING.
public sealed interface Algorithm {
  AlgorithmDefinition definition();

  /// How many segments are asked for; empty where the data or the conditions say it.
  default Optional<K> count() {
    return switch (this) {
      case KMeans a -> Optional.of(a.k());
      case Ward a -> Optional.of(a.k());
      case Hierarchical a -> Optional.of(a.k());
      case Gmm a -> Optional.of(a.k());
      case Dbscan _, Quantiles _, Rules _ -> Optional.empty();
    };
  }

  /// As a script would write it: `kmeans(5, restarts = 20)`; what is as by default is left out.
  default String text() {
    String arguments =
        switch (this) {
          case KMeans a -> a.k().text() + option("restarts", a.restarts(), 10);
          case Ward a -> a.k().text();
          case Hierarchical a -> a.k().text() + ", " + a.linkage().name().toLowerCase(Locale.ROOT);
          case Gmm a -> a.k().text() + option("restarts", a.restarts(), 10);
          case Dbscan a ->
              "epsilon = "
                  + (Double.isNaN(a.epsilon()) ? "AUTO" : Double.toString(a.epsilon()))
                  + (a.minPoints() == 0 ? "" : ", min_points = " + a.minPoints());
          case Quantiles a -> Integer.toString(a.bands());
          case Rules _ -> "…";
        };
    return definition().text() + "(" + arguments + ")";
  }

  private static String option(String name, int value, int standard) {
    return value == standard ? "" : ", " + name + " = " + value;
  }

  /// Partition by nearest centroid, minimising the within-segment sum of squares.
  record KMeans(K k, int restarts, int maxIterations, double tolerance) implements Algorithm {
    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.KMEANS;
    }
  }

  /// Agglomerative by Ward's criterion.
  record Ward(K k) implements Algorithm {
    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.WARD;
    }
  }

  record Hierarchical(K k, Linkage linkage) implements Algorithm {
    public enum Linkage {
      SINGLE,
      COMPLETE,
      AVERAGE
    }

    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.HIERARCHICAL;
    }
  }

  /// A mixture of normal distributions by EM.
  record Gmm(K k, int restarts, int maxIterations, double tolerance) implements Algorithm {
    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.GMM;
    }
  }

  /// @param epsilon NaN: AUTO, from the distances to the `minPoints`-th neighbour
  /// @param minPoints 0: twice the number of prepared columns, at least ln(rows) and 5
  record Dbscan(double epsilon, int minPoints) implements Algorithm {
    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.DBSCAN;
    }
  }

  /// Bands of equal size of each variable; of several their grid.
  record Quantiles(int bands) implements Algorithm {
    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.QUANTILES;
    }
  }

  /// Named conditions; they stand in the plan.
  record Rules() implements Algorithm {
    @Override
    public AlgorithmDefinition definition() {
      return AlgorithmDefinition.RULES;
    }
  }
}
