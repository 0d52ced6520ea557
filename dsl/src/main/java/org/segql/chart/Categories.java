package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Categories with a value each, in the order in which a chart shows them.
///
/// @param others how many rare categories the last one stands for; 0: none
record Categories(List<String> names, double[] values, int others) {
  /// How many bars a chart bears.
  static final int LIMIT = 30;

  /// The order of bars.
  enum Order {
    VALUE,
    NAME,
    NONE
  }

  /// Sorted, and where there are more than `limit`, the smallest summed up in one called `12
  /// others`.
  ///
  /// @param summable whether the values of several categories can be added
  static Categories of(
      List<String> names, double[] values, Order order, int limit, boolean summable) {
    Comparator<Integer> comparator =
        switch (order) {
          case VALUE ->
              Comparator.comparingDouble(
                      (Integer i) -> Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i])
                  .reversed()
                  .thenComparing(names::get);
          case NAME, NONE -> Comparator.comparingInt(i -> i);
        };
    List<Integer> all = IntStream.range(0, names.size()).boxed().sorted(comparator).toList();
    if (all.size() <= limit) {
      return picked(names, values, all, 0);
    }
    List<Integer> largest =
        all.stream()
            .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
            .limit(limit - 1)
            .toList();
    List<Integer> kept = all.stream().filter(largest::contains).toList();
    int rest = all.size() - kept.size();
    Categories first = picked(names, values, kept, rest);
    if (!summable) {
      return first;
    }
    double sum = all.stream().filter(i -> !kept.contains(i)).mapToDouble(i -> values[i]).sum();
    List<String> more = new ArrayList<>(first.names);
    more.add(Numbers.count(rest, "other"));
    double[] numbers = Arrays.copyOf(first.values, more.size());
    numbers[more.size() - 1] = sum;
    return new Categories(more, numbers, rest);
  }

  private static Categories picked(
      List<String> names, double[] values, List<Integer> kept, int others) {
    return new Categories(
        kept.stream().map(names::get).toList(),
        kept.stream().mapToDouble(i -> values[i]).toArray(),
        others);
  }

  /// Whether bars lie along x so that their names can be read.
  static boolean lying(List<String> names) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return names.size() > 12 || longest * names.size() > 84;
  }

  /// The height of a chart with lying bars, in pixels.
  static int height(int bars, int inEach) {
    return Math.clamp(120 + bars * Math.max(22L, 12L * inEach), 240, 1400);
  }
}
