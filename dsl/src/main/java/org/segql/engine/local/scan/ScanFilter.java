package org.segql.engine.local.scan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Conditions as DuckDB takes them, where they mean there just what they mean here: columns
/// compared with literals, IN, IS NULL, truth values, and AND, OR, NOT of those, whose logic of
/// three values is the same. What no column holds and empty texts are made NULL first, as they are
/// when they are read. Everything else is computed here: functions count what they cannot compute
/// in all rows, and texts sort otherwise.
final class ScanFilter {
  private ScanFilter() {}

  /// @param column the SQL of a column, by its name, as DOUBLE, VARCHAR, BOOLEAN, DATE or TIMESTAMP
  /// @return empty where DuckDB does not compute the same
  static Optional<String> of(Expr condition, UnaryOperator<String> column) {
    return Optional.ofNullable(new Writer(column).condition(condition));
  }

  /// The sign of `<`, `<=`, `>` or `>=`, or of its opposite.
  static String sign(ScalarFunction comparison, boolean negated) {
    return switch (comparison) {
      case LESS -> negated ? ">=" : "<";
      case LESS_OR_EQUAL -> negated ? ">" : "<=";
      case GREATER -> negated ? "<=" : ">";
      case GREATER_OR_EQUAL -> negated ? "<" : ">=";
      default -> throw new IllegalArgumentException(comparison + " has no order");
    };
  }

  private record Writer(UnaryOperator<String> column) {

    @Nullable String condition(Expr e) {
      return switch (e) {
        case Expr.Column c -> c.type() == Type.BOOLEAN ? value(c) : null;
        case Expr.Call c -> call(c);
        case Expr.Constant _,
            Expr.Shift _,
            Expr.Case _,
            Expr.InTable _,
            Expr.Aggregate _,
            Expr.Fact _ ->
            null;
      };
    }

    private @Nullable String call(Expr.Call c) {
      List<Expr> a = c.arguments();
      return switch (c.function()) {
        case AND -> joined(a, " AND ");
        case OR -> joined(a, " OR ");
        case NOT -> prefixed("NOT ", condition(a.getFirst()));
        case EQUAL -> compared(a, "=");
        case NOT_EQUAL -> compared(a, "<>");
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
            a.getFirst().type() == Type.TEXT ? null : compared(a, sign(c.function(), false));
        case IN -> among(a);
        case IS_NULL ->
            a.getFirst() instanceof Expr.Column column ? "(" + value(column) + " IS NULL)" : null;
        default -> null;
      };
    }

    private @Nullable String joined(List<Expr> parts, String between) {
      List<@Nullable String> all = parts.stream().<@Nullable String>map(this::condition).toList();
      return all.contains(null)
          ? null
          : all.stream().map(String::valueOf).collect(Collectors.joining(between, "(", ")"));
    }

    private static @Nullable String prefixed(String prefix, @Nullable String sql) {
      return sql == null ? null : "(" + prefix + sql + ")";
    }

    private @Nullable String compared(List<Expr> sides, String sign) {
      String left = side(sides.get(0), sides.get(1).type());
      String right = side(sides.get(1), sides.get(0).type());
      return left == null || right == null ? null : "(" + left + " " + sign + " " + right + ")";
    }

    private @Nullable String among(List<Expr> valueAndItems) {
      String value = side(valueAndItems.getFirst(), valueAndItems.getFirst().type());
      if (value == null) {
        return null;
      }
      var items = new java.util.ArrayList<String>();
      for (Expr item : valueAndItems.subList(1, valueAndItems.size())) {
        String literal =
            item instanceof Expr.Constant ? side(item, valueAndItems.getFirst().type()) : null;
        if (literal == null) {
          return null;
        }
        items.add(literal);
      }
      return "(" + value + " IN (" + String.join(", ", items) + "))";
    }

    /// @param other the type of the other side, which must be the same
    private @Nullable String side(Expr e, Type other) {
      if (e.type() != other) {
        return null;
      }
      return switch (e) {
        case Expr.Column c -> value(c);
        case Expr.Constant c -> literal(c.value());
        default -> null;
      };
    }

    private String value(Expr.Column c) {
      String sql = column.apply(c.name());
      return switch (c.type()) {
        case TEXT -> "nullif(" + sql + ", '')";
        case BOOLEAN -> sql;
        case NUMBER, DATE -> held(c.type(), sql, sql);
        // A table keeps milliseconds.
        case DATETIME -> held(c.type(), sql, "date_trunc('milliseconds', " + sql + ")");
      };
    }

    private static String held(Type type, String sql, String value) {
      String unheld = Scan.Scanned.unheld(type, sql).orElseThrow();
      return "(CASE WHEN " + unheld + " THEN NULL ELSE " + value + " END)";
    }

    private static @Nullable String literal(@Nullable Object value) {
      return switch (value) {
        case Double x -> "CAST('" + x + "' AS DOUBLE)";
        case String s -> s.isEmpty() ? null : DuckDb.literal(s);
        case Boolean b -> b ? "TRUE" : "FALSE";
        case LocalDate d -> inDuckDb(d) ? "DATE '" + d + "'" : null;
        case LocalDateTime d ->
            inDuckDb(d.toLocalDate())
                ? "TIMESTAMP '" + d.toLocalDate() + " " + d.toLocalTime() + "'"
                : null;
        case null, default -> null;
      };
    }

    private static boolean inDuckDb(LocalDate date) {
      return date.getYear() > 0 && date.getYear() < 10_000;
    }
  }
}
