package org.segql.engine.local.prepare;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Values with weights, in rising order so that sums do not depend on the order of the rows.
final class Sample {
  private final double[] values;
  private final double[] weights;
  private final double total;

  Sample(double[] unsorted, double[] weightsOf) {
    boolean equal = Arrays.stream(weightsOf).allMatch(w -> w == 1);
    if (equal) {
      values = unsorted.clone();
      Arrays.sort(values);
      weights = weightsOf;
    } else {
      int[] order =
          IntStream.range(0, unsorted.length)
              .boxed()
              .sorted(
                  (i, j) -> {
                    int c = Double.compare(unsorted[i], unsorted[j]);
                    return c != 0 ? c : Double.compare(weightsOf[i], weightsOf[j]);
                  })
              .mapToInt(i -> i)
              .toArray();
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

  /// Type 7 without weights; else where the running weight reaches p.
  double quantile(double p) {
    if (total == values.length) {
      double place = (values.length - 1) * p;
      int low = (int) Math.floor(place);
      int high = Math.min(low + 1, values.length - 1);
      return values[low] + (place - low) * (values[high] - values[low]);
    }
    double running = 0;
    for (int i = 0; i < values.length; i++) {
      running += weights[i];
      if (running >= p * total) {
        return values[i];
      }
    }
    return max();
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
