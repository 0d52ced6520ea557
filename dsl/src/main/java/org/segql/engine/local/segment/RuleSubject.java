package org.segql.engine.local.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.segql.catalog.Type;
import org.segql.engine.local.eval.Days;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Vector;
import org.segql.function.ScalarFunction;
import org.segql.measure.RuleCondition;
import org.segql.measure.RuleVariable;
import org.segql.plan.Expr;
import org.segql.plan.Named;

/// A variable as rules see it.
///
/// @param levels the texts of the codes; empty for all but texts
record RuleSubject(Expr value, RuleVariable variable, List<String> levels) {

  /// Those of the variables that rules can speak of.
  static List<RuleSubject> of(List<Named> variables, Evaluator rows) {
    return variables.stream().flatMap(v -> of(v, rows).stream()).toList();
  }

  /// Empty for what rules cannot speak of: times of day, and texts of which there are too many.
  static Optional<RuleSubject> of(Named named, Evaluator rows) {
    Expr value = named.value();
    return switch (rows.eval(value)) {
      case Vector.Numbers v -> number(value, v.values(), false);
      case Vector.Booleans v -> {
        double[] x = new double[v.size()];
        Arrays.setAll(x, i -> v.missing(i) ? Double.NaN : v.values()[i]);
        yield Optional.of(new RuleSubject(value, new RuleVariable(x, 2, false), List.of()));
      }
      case Vector.Dates v -> number(value, Days.of(v), true);
      case Vector.Texts v ->
          Identifiers.identifies(named.name(), v) ? Optional.empty() : text(value, v);
      case Vector.Moments _ -> Optional.empty();
    };
  }

  private static Optional<RuleSubject> number(Expr value, double[] x, boolean whole) {
    return Optional.of(new RuleSubject(value, new RuleVariable(x, 0, whole), List.of()));
  }

  /// Codes in the order of the texts, which does not depend on the order of the rows.
  private static Optional<RuleSubject> text(Expr value, Vector.Texts v) {
    String[] texts = v.dictionary().clone();
    Arrays.sort(texts);
    int[] rank = new int[texts.length];
    Arrays.setAll(rank, i -> Arrays.binarySearch(texts, v.dictionary()[i]));
    double[] x = new double[v.size()];
    Arrays.setAll(x, i -> v.missing(i) ? Double.NaN : rank[v.codes()[i]]);
    return Optional.of(
        new RuleSubject(
            value, new RuleVariable(x, Math.max(1, texts.length), false), List.of(texts)));
  }

  List<Expr> written(RuleCondition condition) {
    return switch (condition) {
      case RuleCondition.Range r -> {
        var both = new ArrayList<Expr>();
        if (!Double.isInfinite(r.low())) {
          both.add(call(ScalarFunction.GREATER_OR_EQUAL, List.of(value, limit(r.low()))));
        }
        if (!Double.isInfinite(r.high())) {
          both.add(call(ScalarFunction.LESS, List.of(value, limit(r.high()))));
        }
        yield both;
      }
      case RuleCondition.Levels l ->
          List.of(
              value.type() == Type.BOOLEAN
                  ? l.among().get(1) ? value : call(ScalarFunction.NOT, List.of(value))
                  : among(l.among()));
    };
  }

  /// The shorter of the list of what may be and of what may not.
  private Expr among(BitSet codes) {
    int size = codes.cardinality();
    boolean other = size > levels.size() - size && levels.size() > 2;
    var list = new ArrayList<Expr>(List.of(value));
    IntStream.range(0, levels.size())
        .filter(i -> codes.get(i) != other)
        .forEach(i -> list.add(Expr.Constant.of(levels.get(i))));
    if (list.size() == 2) {
      return call(other ? ScalarFunction.NOT_EQUAL : ScalarFunction.EQUAL, list);
    }
    Expr in = call(ScalarFunction.IN, list);
    return other ? call(ScalarFunction.NOT, List.of(in)) : in;
  }

  private Expr limit(double x) {
    return value.type() == Type.DATE
        ? new Expr.Constant(Type.DATE, LocalDate.ofEpochDay((long) x))
        : Expr.Constant.of(x);
  }

  private static Expr call(ScalarFunction function, List<Expr> arguments) {
    return new Expr.Call(function, arguments, Type.BOOLEAN, List.of());
  }
}
