package org.segql.measure;

/// A figure by which segmentations are compared, with the direction in which it gets better: nobody
/// who shows or ranks one needs to know it again.
public enum Metric {
  SILHOUETTE("silhouette", Direction.MAX),
  SIMPLIFIED_SILHOUETTE("simplified silhouette", Direction.MAX),
  CALINSKI_HARABASZ("Calinski-Harabasz", Direction.MAX),
  DAVIES_BOULDIN("Davies-Bouldin", Direction.MIN),
  BETWEEN_TOTAL("between / total", Direction.MAX),
  WITHIN("within-cluster sum of squares", Direction.MIN),
  GAP("gap statistic", Direction.MAX),
  STABILITY("stability", Direction.MAX),
  SEPARATION("separation", Direction.MAX),
  JACCARD("Jaccard stability", Direction.MAX),
  ADJUSTED_RAND("adjusted Rand index", Direction.MAX),
  HOPKINS("Hopkins", Direction.MAX),
  BIC("BIC", Direction.MIN);

  /// Whether large or small is good.
  public enum Direction {
    MAX,
    MIN
  }

  private final String label;
  private final Direction direction;

  Metric(String label, Direction direction) {
    this.label = label;
    this.direction = direction;
  }

  /// The name that users see.
  public String label() {
    return label;
  }

  public Direction direction() {
    return direction;
  }

  /// Whether a is strictly better than b; a number is better than NaN.
  public boolean better(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return !Double.isNaN(a) && Double.isNaN(b);
    }
    return direction == Direction.MAX ? a > b : a < b;
  }

  /// The index of the best value, of equal ones the first; -1 where there is no number.
  public int best(double[] values) {
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i]) && (best < 0 || better(values[i], values[best]))) {
        best = i;
      }
    }
    return best;
  }
}
