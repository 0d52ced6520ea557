package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;

/// Categories with a value each, in the order in which a chart shows them.
///
/// @param others how many rare categories are not among them; 0: none
/// @param summed whether the last one stands for those
record Categories(List<String> names, double[] values, int others, boolean summed) {
  /// How many bars a chart bears.
  static final int LIMIT = 30;

  /// How many times the largest bar that of the others may be.
  static final double REST = 4;

  /// The order of bars.
  enum Order {
    VALUE,
    NAME,
    NONE
  }

  /// Sorted; where there are more than `limit`, the smallest are summed up in one called `12
  /// others`, or left out where that one would dwarf all others.
  ///
  /// @param rest how large the sum of the smallest may be to be shown, in multiples of the largest;
  ///   0: values cannot be added
  static Categories of(List<String> names, double[] values, Order order, int limit, double rest) {
    Comparator<Integer> byValue =
        Comparator.comparingDouble(
                (Integer i) -> Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i])
            .reversed()
            .thenComparing(names::get);
    Comparator<Integer> comparator =
        switch (order) {
          case VALUE -> byValue;
          case NAME, NONE -> Comparator.comparingInt(i -> i);
        };
    List<Integer> all = IntStream.range(0, names.size()).boxed().sorted(comparator).toList();
    if (all.size() <= limit) {
      return picked(names, values, all, 0);
    }
    Set<Integer> largest =
        all.stream().sorted(byValue).limit(limit - 1).collect(Collectors.toSet());
    List<Integer> kept = all.stream().filter(largest::contains).toList();
    int others = all.size() - kept.size();
    Categories first = picked(names, values, kept, others);
    double sum = all.stream().filter(i -> !largest.contains(i)).mapToDouble(i -> values[i]).sum();
    double most = Arrays.stream(first.values).map(Math::abs).max().orElse(0);
    if (rest == 0 || !(Math.abs(sum) <= rest * most)) {
      return first;
    }
    List<String> more = new ArrayList<>(first.names);
    more.add(NumberText.count(others, "other"));
    double[] numbers = Arrays.copyOf(first.values, more.size());
    numbers[more.size() - 1] = sum;
    return new Categories(more, numbers, others, true);
  }

  private static Categories picked(
      List<String> names, double[] values, List<Integer> kept, int others) {
    return new Categories(
        kept.stream().map(names::get).toList(),
        kept.stream().mapToDouble(i -> values[i]).toArray(),
        others,
        false);
  }

  /// What is not shown; empty where all is.
  String note() {
    return others == 0 || summed ? "" : left() + " not shown.";
  }

  /// How many are not shown, in words.
  String left() {
    return NumberText.count(others, "smaller category", "smaller categories");
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
