package org.segql.docs;

import java.util.ArrayList;
import java.util.List;

/// Output as a page shows it: a line of just `…` stands for any number of lines. Blanks at the ends
/// of lines and empty lines at the end of all are no difference.
final class ExpectedLines {
  private static final String ANY = "…";

  private ExpectedLines() {}

  static boolean match(List<String> shown, List<String> actual) {
    return match(trimmed(shown), 0, trimmed(actual), 0);
  }

  private static boolean match(List<String> shown, int s, List<String> actual, int a) {
    int i = s;
    int j = a;
    while (i < shown.size() && !shown.get(i).strip().equals(ANY)) {
      if (j == actual.size() || !shown.get(i).equals(actual.get(j))) {
        return false;
      }
      i++;
      j++;
    }
    if (i == shown.size()) {
      return j == actual.size();
    }
    for (int rest = j; rest <= actual.size(); rest++) {
      if (match(shown, i + 1, actual, rest)) {
        return true;
      }
    }
    return false;
  }

  /// What to show from now on: as much of the beginning and the end as was shown before, where that
  /// had one `…`; else all.
  static List<String> renewed(List<String> shown, List<String> actual) {
    List<String> all = trimmed(actual);
    List<Integer> gaps = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).strip().equals(ANY)) {
        gaps.add(i);
      }
    }
    if (gaps.size() != 1 || all.size() <= shown.size()) {
      return all;
    }
    var kept = new ArrayList<>(all.subList(0, gaps.getFirst()));
    kept.add(shown.get(gaps.getFirst()));
    kept.addAll(all.subList(all.size() - (shown.size() - gaps.getFirst() - 1), all.size()));
    return kept;
  }

  private static List<String> trimmed(List<String> lines) {
    var trimmed = new ArrayList<>(lines.stream().map(String::stripTrailing).toList());
    while (!trimmed.isEmpty() && trimmed.getLast().isEmpty()) {
      trimmed.removeLast();
    }
    return trimmed;
  }
}
