package org.segql.engine.local.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.plan.Expr;

/// What of a condition a database can compute: rows that it leaves out are none for which the
/// condition is TRUE. Those that it gives are looked at again here, so it may give more: a part of
/// an AND that it cannot compute is left out, and all of an OR is.
///
/// A negation is carried down to the comparisons, where it is the opposite one: NULL is neither.
/// Numbers are compared as doubles, texts by their bytes for equality alone, times in milliseconds,
/// as they are here. Values are bound, not written.
///
/// @param sql with `?` for each value
record JdbcFilter(String sql, List<Object> values) {
  /// Empty where the database would have to give every row.
  ///
  /// @param plans of the columns that are read, by their names
  static Optional<JdbcFilter> of(Expr condition, Map<String, JdbcPlan> plans, JdbcDialect dialect) {
    var values = new ArrayList<Object>();
    String some = new Writer(plans, dialect, values).condition(condition, false);
    if (some == null) {
      return Optional.empty();
    }
    // What becomes NULL here is counted in all rows.
    List<String> any = new ArrayList<>(List.of(some));
    plans.values().forEach(p -> dialect.unheld(p).ifPresent(any::add));
    return Optional.of(new JdbcFilter(String.join(" OR ", any), List.copyOf(values)));
  }

  private record Writer(Map<String, JdbcPlan> plans, JdbcDialect dialect, List<Object> values) {
    @Nullable String condition(Expr e, boolean negated) {
      return switch (e) {
        case Expr.Column c -> {
          String value = value(c);
          yield value == null || c.type() != Type.BOOLEAN
              ? null
              : "(" + value + " = " + (negated ? "FALSE" : "TRUE") + ")";
        }
        case Expr.Call c -> call(c, negated);
        case Expr.Constant _,
            Expr.Shift _,
            Expr.Case _,
            Expr.InTable _,
            Expr.Aggregate _,
            Expr.Fact _ ->
            null;
      };
    }

    private @Nullable String call(Expr.Call c, boolean negated) {
      List<Expr> a = c.arguments();
      return switch (c.function()) {
        case NOT -> condition(a.getFirst(), !negated);
        case AND -> negated ? every(a, true, " OR ") : some(a, false);
        case OR -> negated ? some(a, true) : every(a, false, " OR ");
        case EQUAL -> compared(a, negated ? "<>" : "=");
        case NOT_EQUAL -> compared(a, negated ? "=" : "<>");
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
            a.getFirst().type() == Type.TEXT
                ? null
                : compared(a, ScanFilter.sign(c.function(), negated));
        case IN -> among(a, negated);
        case IS_NULL -> isNull(a.getFirst(), negated);
        default -> null;
      };
    }

    private @Nullable String every(List<Expr> parts, boolean negated, String between) {
      int before = values.size();
      var all = new ArrayList<String>();
      for (Expr part : parts) {
        String sql = condition(part, negated);
        if (sql == null) {
          values.subList(before, values.size()).clear();
          return null;
        }
        all.add(sql);
      }
      return "(" + String.join(between, all) + ")";
    }

    private @Nullable String some(List<Expr> parts, boolean negated) {
      var all = new ArrayList<String>();
      for (Expr part : parts) {
        String sql = condition(part, negated);
        if (sql != null) {
          all.add(sql);
        }
      }
      return all.isEmpty() ? null : "(" + String.join(" AND ", all) + ")";
    }

    private @Nullable String compared(List<Expr> sides, String sign) {
      int before = values.size();
      boolean same = sides.get(0).type() == sides.get(1).type();
      String left = same ? side(sides.get(0)) : null;
      String right = left == null ? null : side(sides.get(1));
      if (right == null) {
        values.subList(before, values.size()).clear();
        return null;
      }
      return "(" + left + " " + sign + " " + right + ")";
    }

    private @Nullable String among(List<Expr> valueAndItems, boolean negated) {
      Expr value = valueAndItems.getFirst();
      List<Expr> items = valueAndItems.subList(1, valueAndItems.size());
      String column = value instanceof Expr.Column c ? value(c) : null;
      boolean literals =
          items.stream()
              .allMatch(
                  i ->
                      i instanceof Expr.Constant k
                          && k.value() != null
                          && i.type() == value.type());
      if (column == null || !literals) {
        return null;
      }
      items.forEach(i -> side(i));
      String marks = items.stream().map(_ -> "?").collect(Collectors.joining(", "));
      return "(" + column + (negated ? " NOT" : "") + " IN (" + marks + "))";
    }

    /// A blank text is NULL here and none there.
    private @Nullable String isNull(Expr e, boolean negated) {
      String value =
          e instanceof Expr.Column c && (negated || c.type() != Type.TEXT) ? value(c) : null;
      return value == null ? null : "(" + value + (negated ? " IS NOT NULL)" : " IS NULL)");
    }

    private @Nullable String side(Expr e) {
      return switch (e) {
        case Expr.Column c -> value(c);
        case Expr.Constant k when k.value() != null -> {
          values.add(k.value());
          yield "?";
        }
        default -> null;
      };
    }

    private @Nullable String value(Expr.Column c) {
      JdbcPlan plan = plans.get(c.name());
      return plan == null ? null : dialect.value(plan).orElse(null);
    }
  }
}
