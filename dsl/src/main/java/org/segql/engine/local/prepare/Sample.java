package org.segql.engine.local.prepare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.segql.measure.IndexSort;
import org.segql.measure.Quantiles;

/// Values with weights above 0, in rising order so that sums do not depend on the order of the
/// rows.
final class Sample {
  private final double[] values;
  private final double[] weights;
  private final double total;
  private final boolean equal;

  Sample(double[] unsorted, double[] weightsOf) {
    equal = Arrays.stream(weightsOf).allMatch(w -> w == weightsOf[0]);
    if (equal) {
      values = unsorted.clone();
      Arrays.sort(values);
      weights = weightsOf;
    } else {
      // Equal values in the order of their weights, so that the order of the rows does not show.
      int[] rows = IntStream.range(0, unsorted.length).toArray();
      int[] order = IndexSort.ascending(unsorted, IndexSort.ascending(weightsOf, rows));
      values = Arrays.stream(order).mapToDouble(i -> unsorted[i]).toArray();
      weights = Arrays.stream(order).mapToDouble(i -> weightsOf[i]).toArray();
    }
    total = Arrays.stream(weights).sum();
  }

  double min() {
    return values[0];
  }

  double max() {
    return values[values.length - 1];
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * (values[i] - values[0]);
    }
    return values[0] + sum / total;
  }

  /// Of the population: divided by n.
  double deviation() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(sum / total);
  }

  double quantile(double p) {
    return equal ? Quantiles.ofSorted(values, p) : Quantiles.of(values, weights, p)[0];
  }

  /// The value with the most weight; of several the smallest.
  double mode() {
    double best = values[0];
    double most = -1;
    double run = 0;
    for (int i = 0; i < values.length; i++) {
      run = i > 0 && values[i] == values[i - 1] ? run + weights[i] : weights[i];
      if (run > most) {
        most = run;
        best = values[i];
      }
    }
    return best;
  }

  /// How many lie more than z deviations from the mean.
  long beyond(double z) {
    double mean = mean();
    double deviation = deviation();
    return Arrays.stream(values).filter(x -> Math.abs(x - mean) > z * deviation).count();
  }

  Sample clipped(double low, double high) {
    return new Sample(
        Arrays.stream(values).map(x -> Math.max(low, Math.min(high, x))).toArray(), weights);
  }

  Sample within(double low, double high) {
    int[] kept =
        IntStream.range(0, values.length)
            .filter(i -> values[i] >= low && values[i] <= high)
            .toArray();
    return new Sample(
        Arrays.stream(kept).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray());
  }
}
