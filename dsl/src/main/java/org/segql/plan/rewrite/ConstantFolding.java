package org.segql.plan.rewrite;

import java.util.List;
import org.segql.plan.Expr;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// `60 * 24` → `1440`: arithmetic of literals is done once.
final class ConstantFolding implements Rule {
  @Override
  public Relation apply(Relation relation) {
    return switch (relation) {
      case Relation.Scan r -> r;
      case Relation.Filter r -> new Relation.Filter(apply(r.input()), fold(r.condition()));
      case Relation.Derive r -> new Relation.Derive(apply(r.input()), fold(r.items()));
      case Relation.Project r -> new Relation.Project(apply(r.input()), fold(r.items()));
      case Relation.Aggregate r ->
          new Relation.Aggregate(apply(r.input()), fold(r.keys()), fold(r.items()), r.open());
      case Relation.Join r ->
          new Relation.Join(
              apply(r.left()),
              apply(r.right()),
              r.rightName(),
              r.keys(),
              r.outer(),
              r.rightColumns(),
              r.renamed());
      case Relation.Union r -> new Relation.Union(apply(r.input()), apply(r.other()));
      case Relation.Distinct r -> new Relation.Distinct(apply(r.input()), r.on());
      case Relation.Sort r ->
          new Relation.Sort(
              apply(r.input()),
              r.keys().stream()
                  .map(k -> new Relation.SortExpr(fold(k.value()), k.descending()))
                  .toList());
      case Relation.Limit r -> new Relation.Limit(apply(r.input()), r.count());
    };
  }

  private static List<Named> fold(List<Named> items) {
    return items.stream().map(i -> new Named(i.name(), fold(i.value()))).toList();
  }

  static Expr fold(Expr e) {
    Expr folded = ExprTree.map(e, ConstantFolding::fold);
    if (!(folded instanceof Expr.Call c)
        || !c.arguments().stream().allMatch(ConstantFolding::isNumber)) {
      return folded;
    }
    double[] x = c.arguments().stream().mapToDouble(ConstantFolding::number).toArray();
    double result =
        switch (c.function()) {
          case ADD -> x[0] + x[1];
          case SUBTRACT -> x[0] - x[1];
          case MULTIPLY -> x[0] * x[1];
          case DIVIDE -> x[0] / x[1];
          case NEGATE -> -x[0];
          default -> Double.NaN;
        };
    // What is no number is left to the engine, which says so.
    return Double.isFinite(result) ? Expr.Constant.of(result) : folded;
  }

  private static boolean isNumber(Expr e) {
    return e instanceof Expr.Constant c && c.value() instanceof Double;
  }

  private static double number(Expr e) {
    return e instanceof Expr.Constant c && c.value() instanceof Double x ? x : Double.NaN;
  }
}
