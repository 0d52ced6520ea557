package org.segql.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;
import org.segql.plan.Relation.AsOf.NewestOf;

/// The dates that AS_OF() is measured against where no AS OF is written: those that stand with it
/// in the smallest expression that has any. In `DAYS_BETWEEN(MAX(order_date), AS_OF())` it is
/// `order_date`, wherever in the statement that column came from.
public final class MeasuredDates {
  private final List<Use> uses = new ArrayList<>();

  private MeasuredDates() {}

  /// One place where AS_OF() stands.
  ///
  /// @param call the very expression, not one equal to it
  /// @param dates each date it is measured against; empty where none stands with it
  public record Use(Expr call, Set<NewestOf> dates) {
    public Use {
      dates = new LinkedHashSet<>(dates);
    }
  }

  public static List<Use> of(Relation relation) {
    var found = new MeasuredDates();
    each(relation, found::collect);
    return found.uses;
  }

  public static List<Use> of(SegmentPlan plan) {
    var expressions = new ArrayList<@Nullable Expr>();
    expressions.add(plan.where());
    plan.variables().forEach(v -> expressions.add(v.value()));
    plan.describedBy().forEach(d -> expressions.add(d.value()));
    plan.rules().forEach(r -> expressions.add(r.condition()));
    plan.gates().forEach(g -> expressions.add(g.condition()));
    if (plan.naming() instanceof SegmentPlan.Naming.ByRule naming) {
      naming.rules().forEach(r -> expressions.add(r.condition()));
    }
    SegmentPlan.Target target = plan.target();
    if (target != null) {
      expressions.add(target.where());
      target.orderBy().forEach(k -> expressions.add(k.value()));
    }
    return of(plan.input(), expressions);
  }

  /// Of expressions over the rows of a relation.
  public static List<Use> of(Relation rows, List<@Nullable Expr> expressions) {
    var found = new MeasuredDates();
    for (Expr e : expressions) {
      found.collect(rows, e);
    }
    return found.uses;
  }

  /// Every expression of a relation with the rows that it sees, what is done first first.
  private static void each(Relation relation, BiConsumer<Relation, Expr> visit) {
    relation.inputs().forEach(input -> each(input, visit));
    switch (relation) {
      case Relation.Filter r -> visit.accept(r.input(), r.condition());
      case Relation.Derive r -> {
        for (int i = 0; i < r.items().size(); i++) {
          visit.accept(before(r, i), r.items().get(i).value());
        }
      }
      case Relation.Project r -> r.items().forEach(i -> visit.accept(r.input(), i.value()));
      case Relation.Aggregate r -> {
        r.keys().forEach(k -> visit.accept(r.input(), k.value()));
        r.items().forEach(i -> visit.accept(r.input(), i.value()));
      }
      case Relation.Sort r -> r.keys().forEach(k -> visit.accept(r.input(), k.value()));
      case Relation.Scan _,
          Relation.Join _,
          Relation.Union _,
          Relation.Distinct _,
          Relation.Limit _ -> {}
    }
  }

  private void collect(Relation rows, @Nullable Expr e) {
    if (e != null && has(e)) {
      collect(rows, e, List.of());
    }
  }

  /// @param around the expressions around `e`, the nearest last
  private void collect(Relation rows, Expr e, List<Expr> around) {
    if (isAsOf(e)) {
      uses.add(new Use(e, nearest(rows, around)));
      return;
    }
    var deeper = new ArrayList<>(around);
    deeper.add(e);
    ExprTree.children(e).forEach(child -> collect(rows, child, deeper));
  }

  private static Set<NewestOf> nearest(Relation rows, List<Expr> around) {
    for (Expr e : around.reversed()) {
      var dates = new LinkedHashSet<NewestOf>();
      for (ColumnInfo c : ExprColumns.of(List.of(e))) {
        if (isDate(c.type())) {
          origin(rows, c.name()).ifPresent(dates::add);
        }
      }
      if (dates.isEmpty()) {
        computed(rows, e, dates);
      }
      if (!dates.isEmpty()) {
        return dates;
      }
    }
    return Set.of();
  }

  /// Dates that are made of other columns: `DATE(day, 'yyyyMMdd')`.
  private static void computed(Relation rows, Expr e, Set<NewestOf> dates) {
    boolean perRow = !ExprTree.any(e, x -> x instanceof Expr.Aggregate || isAsOf(x));
    if (perRow && isDate(e.type()) && !ExprTree.columns(e).isEmpty()) {
      String name = ExprText.of(e);
      dates.add(new NewestOf(new Relation.Derive(rows, List.of(new Named(name, e))), name));
      return;
    }
    ExprTree.children(e).forEach(child -> computed(rows, child, dates));
  }

  /// The table that a column comes from, or what computes it; rows that are left out on the way
  /// count, for what is asked is the newest date there is. Empty where AS_OF() itself makes it.
  private static Optional<NewestOf> origin(Relation relation, String column) {
    return switch (relation) {
      case Relation.Scan r ->
          Optional.of(
              new NewestOf(
                  new Relation.Scan(
                      r.table(),
                      r.columns().stream().filter(c -> c.name().equals(column)).toList(),
                      null),
                  column));
      case Relation.Filter r -> origin(r.input(), column);
      case Relation.Distinct r -> origin(r.input(), column);
      case Relation.Sort r -> origin(r.input(), column);
      case Relation.Limit r -> origin(r.input(), column);
      case Relation.Derive r -> {
        for (int i = r.items().size() - 1; i >= 0; i--) {
          if (r.items().get(i).name().equals(column)) {
            yield made(before(r, i), before(r, i + 1), r.items().get(i));
          }
        }
        yield origin(r.input(), column);
      }
      case Relation.Project r -> made(r.input(), r, item(r.items(), column));
      case Relation.Aggregate r -> {
        Named key = item(r.keys(), column);
        yield made(r.input(), r, key == null ? item(r.items(), column) : key);
      }
      case Relation.Join r -> joined(r, column);
      case Relation.Union r -> has(r) ? Optional.empty() : Optional.of(new NewestOf(r, column));
    };
  }

  /// @param whole the relation with the item in it
  private static Optional<NewestOf> made(Relation input, Relation whole, @Nullable Named item) {
    if (item == null) {
      return Optional.empty();
    }
    return switch (item.value()) {
      case Expr.Column c -> origin(input, c.name());
      case Expr.Aggregate a
          when keepsDates(a.function()) && a.arguments().getFirst() instanceof Expr.Column c ->
          origin(input, c.name());
      case Expr _ -> has(whole) ? Optional.empty() : Optional.of(new NewestOf(whole, item.name()));
    };
  }

  private static boolean keepsDates(AggregateFunction function) {
    return function == AggregateFunction.MAX
        || function == AggregateFunction.MIN
        || function == AggregateFunction.FIRST
        || function == AggregateFunction.LAST;
  }

  private static Optional<NewestOf> joined(Relation.Join r, String column) {
    for (String right : r.rightColumns()) {
      if (r.renamed().getOrDefault(right, right).equals(column)) {
        return origin(r.right(), right);
      }
    }
    return origin(r.left(), column);
  }

  private static @Nullable Named item(List<Named> items, String name) {
    return items.stream().filter(i -> i.name().equals(name)).findFirst().orElse(null);
  }

  /// The rows as the item at a place sees them.
  private static Relation before(Relation.Derive r, int item) {
    return item == 0 ? r.input() : new Relation.Derive(r.input(), r.items().subList(0, item));
  }

  private static boolean has(Relation relation) {
    var found = new boolean[1];
    each(relation, (_, e) -> found[0] |= has(e));
    return found[0];
  }

  private static boolean has(Expr e) {
    return ExprTree.any(e, MeasuredDates::isAsOf);
  }

  private static boolean isAsOf(Expr e) {
    return e instanceof Expr.Call c && c.function() == ScalarFunction.AS_OF;
  }

  private static boolean isDate(Type type) {
    return type == Type.DATE || type == Type.DATETIME;
  }
}
