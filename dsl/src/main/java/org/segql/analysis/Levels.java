package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import org.segql.function.Literals;
import org.segql.plan.Expr;

/// The levels of ordered texts.
final class Levels {
  private Levels() {}

  /// The bands of BIN: `< 18`, `18 to < 35`, `>= 35`.
  ///
  /// @param cuts number constants, rising
  static List<String> bands(List<Expr> cuts) {
    var numbers = new ArrayList<Double>();
    for (Expr cut : cuts) {
      if (cut instanceof Expr.Constant c && c.value() instanceof Double x) {
        numbers.add(x);
      }
    }
    return Literals.bands(numbers);
  }

  static List<String> listed(List<Expr> levels) {
    var texts = new ArrayList<String>();
    for (Expr level : levels) {
      if (level instanceof Expr.Constant c && c.value() instanceof String s && !texts.contains(s)) {
        texts.add(s);
      }
    }
    return texts;
  }

  /// The levels that a choice among values keeps: those that all ordered ones share, where the
  /// others are literals among them.
  static List<String> kept(List<Expr> values) {
    List<String> levels =
        values.stream().map(Expr::levels).filter(l -> !l.isEmpty()).findFirst().orElse(List.of());
    for (Expr e : values) {
      boolean literal =
          e instanceof Expr.Constant c && (c.value() == null || levels.contains(c.value()));
      if (!literal && !e.levels().equals(levels)) {
        return List.of();
      }
    }
    return levels;
  }
}
