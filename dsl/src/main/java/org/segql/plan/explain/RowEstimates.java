package org.segql.plan.explain;

import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.plan.Expr;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// How many rows a relation gives, told without computing it. A condition keeps what {@link
/// Selectivity} says. A join keeps |L| · |R| / V rows, with V the values of its key: as many as the
/// smaller side has rows, as if each stood there once. Groups and distinct rows are half of the
/// rows, or fewer where the keys have only so many values (H. Garcia-Molina, J. D. Ullman, J.
/// Widom, "Database Systems: The Complete Book", 16.4).
final class RowEstimates {
  /// The rules in one sentence, for below a plan that has an estimate.
  static final String RULE =
      "\"about\" is an estimate without a look at the values: = keeps 1 row in 10, a comparison 1"
          + " in 3, BETWEEN 1 in 4; a join as many as its larger side; groups are half of the"
          + " rows.";

  private final Function<String, OptionalLong> tables;
  private boolean used;

  /// @param tables the rows of a table of the session
  RowEstimates(Function<String, OptionalLong> tables) {
    this.tables = tables;
  }

  /// Whether anything told so far was an estimate.
  boolean used() {
    return used;
  }

  RowCount of(Relation relation) {
    RowCount count = count(relation);
    used |= count.estimated();
    return count;
  }

  /// Those of the rows that a condition keeps.
  RowCount where(RowCount rows, @Nullable Expr condition) {
    RowCount count = rows.part(Selectivity.of(condition));
    used |= count.estimated();
    return count;
  }

  private RowCount count(Relation relation) {
    return switch (relation) {
      case Relation.Scan r -> table(r.table()).part(Selectivity.of(r.filter()));
      case Relation.Filter r -> count(r.input()).part(Selectivity.of(r.condition()));
      case Relation.Derive r -> count(r.input());
      case Relation.Project r -> count(r.input());
      case Relation.Aggregate r -> r.keys().isEmpty() ? RowCount.exactly(1) : groups(r);
      case Relation.Join r -> join(r);
      case Relation.Union r -> count(r.input()).plus(count(r.other()));
      case Relation.Distinct r -> count(r.input()).part(Selectivity.HALF);
      case Relation.Sort r -> count(r.input());
      case Relation.Limit r -> count(r.input()).limited(r.count());
    };
  }

  private RowCount table(String name) {
    OptionalLong rows = tables.apply(name);
    return rows.isEmpty() ? RowCount.UNKNOWN : RowCount.exactly(rows.getAsLong());
  }

  private RowCount groups(Relation.Aggregate r) {
    RowCount input = count(r.input());
    double most = 1;
    for (Named key : r.keys()) {
      most *= values(key.value());
    }
    return input.known() && most < input.rows() * Selectivity.HALF
        ? new RowCount(most, RowCount.Kind.ABOUT)
        : input.part(Selectivity.HALF);
  }

  /// How many values an expression can have; infinity where that cannot be told.
  private static double values(Expr e) {
    if (e.type() == Type.BOOLEAN) {
      return 2;
    }
    if (!e.levels().isEmpty()) {
      return e.levels().size();
    }
    if (e instanceof Expr.Call c) {
      return switch (c.function()) {
        case QUARTER -> 4;
        case WEEKDAY -> 7;
        case MONTH -> 12;
        case HOUR -> 24;
        case DAY -> 31;
        default -> Double.POSITIVE_INFINITY;
      };
    }
    return Double.POSITIVE_INFINITY;
  }

  private RowCount join(Relation.Join r) {
    RowCount left = count(r.left());
    RowCount right = count(r.right());
    double keys = Math.min(unfiltered(r.left()).rows(), unfiltered(r.right()).rows());
    if (!left.known() || !right.known() || keys < 0) {
      return RowCount.UNKNOWN;
    }
    double rows = keys == 0 ? 0 : left.rows() * right.rows() / keys;
    return new RowCount(r.outer() ? Math.max(rows, left.rows()) : rows, RowCount.Kind.ABOUT);
  }

  /// The rows that there would be without any WHERE: the values of a key are told by those.
  private RowCount unfiltered(Relation relation) {
    return switch (relation) {
      case Relation.Scan r -> table(r.table());
      case Relation.Filter r -> unfiltered(r.input());
      case Relation.Derive r -> unfiltered(r.input());
      case Relation.Project r -> unfiltered(r.input());
      case Relation.Sort r -> unfiltered(r.input());
      case Relation.Aggregate _,
          Relation.Join _,
          Relation.Union _,
          Relation.Distinct _,
          Relation.Limit _ ->
          count(relation);
    };
  }
}
