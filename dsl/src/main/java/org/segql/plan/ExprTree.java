package org.segql.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;

/// Expressions as trees: their parts, and the same expression with other parts.
public final class ExprTree {
  private ExprTree() {}

  /// The expressions directly inside.
  public static List<Expr> children(Expr e) {
    return switch (e) {
      case Expr.Column _, Expr.Constant _, Expr.Fact _ -> List.of();
      case Expr.Call c -> c.arguments();
      case Expr.Shift s -> List.of(s.date(), s.amount());
      case Expr.InTable in -> List.of(in.value());
      case Expr.Case c -> caseChildren(c);
      case Expr.Aggregate a -> aggregateChildren(a);
    };
  }

  private static List<Expr> caseChildren(Expr.Case c) {
    var all = new ArrayList<Expr>();
    for (var branch : c.branches()) {
      all.add(branch.condition());
      all.add(branch.result());
    }
    Expr otherwise = c.otherwise();
    if (otherwise != null) {
      all.add(otherwise);
    }
    return all;
  }

  private static List<Expr> aggregateChildren(Expr.Aggregate a) {
    Expr filter = a.filter();
    if (filter == null) {
      return a.arguments();
    }
    var all = new ArrayList<>(a.arguments());
    all.add(filter);
    return all;
  }

  /// The same with every part directly inside replaced.
  public static Expr map(Expr e, UnaryOperator<Expr> f) {
    return switch (e) {
      case Expr.Column c -> c;
      case Expr.Constant c -> c;
      case Expr.Fact fact -> fact;
      case Expr.Call c ->
          new Expr.Call(c.function(), c.arguments().stream().map(f).toList(), c.type(), c.levels());
      case Expr.Shift s -> new Expr.Shift(f.apply(s.date()), f.apply(s.amount()), s.unit());
      case Expr.InTable in -> new Expr.InTable(f.apply(in.value()), in.table(), in.column());
      case Expr.Case c ->
          new Expr.Case(
              c.branches().stream()
                  .map(b -> new Expr.Case.Branch(f.apply(b.condition()), f.apply(b.result())))
                  .toList(),
              mapped(c.otherwise(), f),
              c.type());
      case Expr.Aggregate a ->
          new Expr.Aggregate(
              a.function(),
              a.arguments().stream().map(f).toList(),
              a.distinct(),
              mapped(a.filter(), f),
              a.type());
    };
  }

  private static @Nullable Expr mapped(@Nullable Expr e, UnaryOperator<Expr> f) {
    return e == null ? null : f.apply(e);
  }

  /// The columns that an expression looks at, by name.
  public static Set<String> columns(@Nullable Expr e) {
    var found = new LinkedHashMap<String, ColumnInfo>();
    ExprColumns.collect(e, found);
    return found.keySet();
  }

  public static boolean any(Expr e, Predicate<Expr> test) {
    return test.test(e) || children(e).stream().anyMatch(child -> any(child, test));
  }

  /// Whether a value depends on other rows of the table: then rows cannot be left out before it.
  public static boolean overTable(Expr e) {
    return any(
        e,
        x ->
            x instanceof Expr.Call c
                && (c.function() == ScalarFunction.NTILE || c.function() == ScalarFunction.RANK));
  }

  /// The conditions that must all hold, AND taken apart.
  public static List<Expr> conjuncts(Expr condition) {
    if (condition instanceof Expr.Call c && c.function() == ScalarFunction.AND) {
      return c.arguments().stream().flatMap(t -> conjuncts(t).stream()).toList();
    }
    return List.of(condition);
  }

  /// All of at least one.
  public static Expr and(List<Expr> conditions) {
    return conditions.size() == 1
        ? conditions.getFirst()
        : new Expr.Call(ScalarFunction.AND, conditions, Type.BOOLEAN, List.of());
  }
}
