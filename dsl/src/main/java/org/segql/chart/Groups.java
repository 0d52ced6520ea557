package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The groups that a column of texts or a segmentation parts rows into.
///
/// @param of the group of each row, -1 none
/// @param names of the groups, from 0
/// @param tones of the groups
public record Groups(int[] of, List<String> names, List<Tone> tones) {
  /// How many groups a legend bears; the rarest beyond it become one.
  private static final int LIMIT = 12;

  public static Groups none(int rows) {
    return new Groups(new int[rows], List.of(""), List.of(Tone.ACCENT));
  }

  /// Groups by the values of a column: the twelve most frequent ones at most, the others together.
  public static Groups by(Column.Text column) {
    List<String> names = new ArrayList<>(column.distinct());
    Map<String, Integer> counts = new HashMap<>();
    for (String value : column.values()) {
      if (value != null) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    boolean others = names.size() > LIMIT;
    if (others) {
      List<String> frequent =
          counts.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(LIMIT - 1)
              .map(Map.Entry::getKey)
              .toList();
      names.retainAll(frequent);
    }
    Map<String, Integer> index = new HashMap<>();
    names.forEach(n -> index.put(n, index.size()));
    List<Tone> tones = new ArrayList<>();
    IntStream.range(0, names.size()).forEach(i -> tones.add(Tone.series(i + 1)));
    int rest = names.size();
    if (others) {
      names.add((counts.size() - rest) + " others");
      tones.add(Tone.MUTED);
    }
    int[] of = new int[column.size()];
    Arrays.setAll(of, i -> index(column.values()[i], index, others ? rest : -1));
    return new Groups(of, names, tones);
  }

  /// Groups by segment, in the order of their numbers, noise last.
  public static Groups by(Segments segments) {
    List<String> names = new ArrayList<>(segments.names());
    List<Tone> tones = new ArrayList<>();
    IntStream.rangeClosed(1, segments.count()).forEach(i -> tones.add(Tone.segment(i)));
    if (segments.hasNoise()) {
      names.add("noise");
      tones.add(Tone.segment(0));
    }
    int[] of =
        Arrays.stream(segments.labels())
            .map(l -> l < 0 ? -1 : l == 0 ? segments.count() : l - 1)
            .toArray();
    return new Groups(of, names, tones);
  }

  private static int index(@Nullable String value, Map<String, Integer> index, int rest) {
    return value == null ? -1 : index.getOrDefault(value, rest);
  }

  int count() {
    return names.size();
  }

  boolean one() {
    return names.size() == 1 && names.getFirst().isEmpty();
  }

  /// The rows of a group among those given.
  int[] rows(int group, int[] among) {
    return Arrays.stream(among).filter(r -> of[r] == group).toArray();
  }

  int[] rows(int group) {
    return rows(group, IntStream.range(0, of.length).toArray());
  }
}
