package org.segql.function;

import java.util.ArrayList;
import java.util.List;

/// How values are written where they become text: the same everywhere.
public final class Literals {
  private Literals() {}

  /// `5`, `0.5`, `1.5E20`: whole numbers without a point, others in their shortest exact form.
  public static String text(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      return Long.toString((long) x);
    }
    return Double.toString(x);
  }

  /// The levels of `BIN(x, 18, 35)`: `< 18`, `18 to < 35`, `>= 35`.
  public static List<String> bands(List<Double> cuts) {
    var labels = new ArrayList<String>();
    labels.add("< " + text(cuts.getFirst()));
    for (int i = 1; i < cuts.size(); i++) {
      labels.add(text(cuts.get(i - 1)) + " to < " + text(cuts.get(i)));
    }
    labels.add(">= " + text(cuts.getLast()));
    return labels;
  }
}
