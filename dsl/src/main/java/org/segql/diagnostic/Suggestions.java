package org.segql.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the names that someone may have meant: equal but for case and separators, the same words
/// in another order, a few letters changed (swapped neighbours count once), or one the beginning of
/// the other.
public final class Suggestions {
  private static final int SHOWN = 3;
  private static final int LONGEST = 80;

  private record Scored(String name, double distance) {}

  private Suggestions() {}

  /// The nearest candidates, best first, at most three; empty where nothing is near. Much better
  /// ones leave out the rest.
  public static List<String> nearest(String written, Collection<String> candidates) {
    var scored = new ArrayList<Scored>();
    for (String candidate : candidates) {
      double distance = distance(written, candidate);
      if (distance < Double.POSITIVE_INFINITY && !candidate.equals(written)) {
        scored.add(new Scored(candidate, distance));
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::distance).thenComparing(Scored::name));
    double limit = scored.isEmpty() ? 0 : scored.getFirst().distance() + 0.75;
    return scored.stream()
        .takeWhile(s -> s.distance() <= limit)
        .limit(SHOWN)
        .map(Scored::name)
        .distinct()
        .toList();
  }

  /// "Did you mean `revenue`?"; empty where nothing is near.
  public static Optional<String> hint(String written, Collection<String> candidates) {
    List<String> near = nearest(written, candidates);
    return near.isEmpty() ? Optional.empty() : Optional.of("Did you mean " + or(near) + "?");
  }

  /// `` `a`, `b` or `c` ``.
  public static String or(List<String> names) {
    return list(names, " or ");
  }

  /// `` `a`, `b` and `c` ``.
  public static String and(List<String> names) {
    return list(names, " and ");
  }

  private static String list(List<String> names, String last) {
    List<String> quoted = names.stream().map(n -> "`" + n + "`").toList();
    int end = quoted.size() - 1;
    return end <= 0
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, end)) + last + quoted.get(end);
  }

  /// How far a candidate is, in letters; infinite where it is too far to be meant.
  private static double distance(String written, String candidate) {
    String a = written.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    if (a.equals(b)) {
      return 0;
    }
    List<String> wordsA = words(written);
    List<String> wordsB = words(candidate);
    if (String.join("", wordsA).equals(String.join("", wordsB))) {
      return 0.1;
    }
    if (wordsA.size() > 1 && sorted(wordsA).equals(sorted(wordsB))) {
      return 0.2;
    }
    int allowed = allowed(Math.min(a.length(), b.length()));
    int letters =
        Math.abs(a.length() - b.length()) > allowed || Math.max(a.length(), b.length()) > LONGEST
            ? Integer.MAX_VALUE
            : damerauLevenshtein(a, b);
    if (letters <= allowed && letters < Math.min(a.length(), b.length())) {
      return letters;
    }
    if (a.length() >= 3 && b.startsWith(a) || b.length() >= 3 && a.startsWith(b)) {
      return 2.5;
    }
    boolean asWord = a.length() >= 3 && wordsB.contains(a) || b.length() >= 3 && wordsA.contains(b);
    return asWord ? 3 : Double.POSITIVE_INFINITY;
  }

  /// One letter up to four, two up to seven, three beyond.
  private static int allowed(int length) {
    return length <= 4 ? 1 : length <= 7 ? 2 : 3;
  }

  private static List<String> words(String name) {
    return Arrays.stream(
            name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{Nd}]+"))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().sorted().toList();
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static int damerauLevenshtein(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (x == y ? 0 : 1));
        if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
