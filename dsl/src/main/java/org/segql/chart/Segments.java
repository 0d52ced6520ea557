package org.segql.chart;

import java.util.List;
import java.util.stream.IntStream;

/// Which segment each row is in.
///
/// @param labels one for each row: 1.. a segment, 0 noise, -1 the row took no part
/// @param names of segments 1, 2, …
public record Segments(int[] labels, List<String> names) {
  public Segments {
    names = List.copyOf(names);
    for (int label : labels) {
      if (label > names.size()) {
        throw new IllegalArgumentException("segment " + label + " of " + names.size());
      }
    }
  }

  /// How many segments there are, noise not among them.
  public int count() {
    return names.size();
  }

  public String name(int number) {
    return number <= 0 ? "noise" : names.get(number - 1);
  }

  public boolean hasNoise() {
    for (int label : labels) {
      if (label == 0) {
        return true;
      }
    }
    return false;
  }

  /// The rows of a segment, in order.
  public int[] rows(int number) {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == number).toArray();
  }

  /// The values of a segment's rows, those that are NaN left out.
  public double[] values(double[] column, int number) {
    return IntStream.range(0, labels.length)
        .filter(i -> labels[i] == number)
        .mapToDouble(i -> column[i])
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }
}
