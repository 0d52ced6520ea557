package org.segql.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression.Duration.Unit;
import org.segql.diagnostic.NumberText;
import org.segql.function.ScalarFunction;

/// Expressions as a script would write them, with the brackets that are needed and no others.
public final class ExprText {
  private static final Set<String> RESERVED =
      Set.of(
          "NOT",
          "TRUE",
          "FALSE",
          "NULL",
          "WHERE",
          "BY",
          "DESCRIBED",
          "REQUIRE",
          "SELECT",
          "FROM",
          "USING",
          "AS",
          "ON",
          "AND",
          "OR",
          "IN",
          "IS",
          "LIKE",
          "BETWEEN",
          "CASE");

  private ExprText() {}

  public static String of(Expr e) {
    return text(e, 0);
  }

  /// A name as it is written: in backticks where it needs them.
  public static String name(String name) {
    boolean plain =
        name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")
            && !RESERVED.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : "`" + name.replace("`", "``") + "`";
  }

  /// @param outer how tightly the place binds: 1 OR, 2 AND, 3 NOT, 4 comparison, 5 sum, 6 product,
  ///   7 sign
  private static String text(Expr e, int outer) {
    return switch (e) {
      case Expr.Column c -> name(c.name());
      case Expr.Constant c -> constant(c.value());
      case Expr.Fact f -> f.kind().name().toLowerCase(Locale.ROOT);
      case Expr.Call c -> call(c, outer);
      case Expr.Shift s -> shift(s, outer);
      case Expr.Case c -> caseText(c);
      case Expr.InTable in ->
          bracket(
              text(in.value(), 5) + " IN " + name(in.table()) + "." + name(in.column()), 4, outer);
      case Expr.Aggregate a -> aggregate(a);
    };
  }

  static String constant(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Double x -> number(x);
      case String s -> "'" + s.replace("'", "''") + "'";
      case Boolean b -> b ? "TRUE" : "FALSE";
      case LocalDate d -> "DATE '" + d + "'";
      case LocalDateTime d ->
          "DATETIME '" + d.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")) + "'";
      default -> value.toString();
    };
  }

  private static String number(double x) {
    if (x != Math.rint(x) || Math.abs(x) >= 1e15) {
      return Double.toString(x).replace("E", "e");
    }
    return Math.abs(x) < 10_000
        ? Long.toString((long) x)
        : NumberText.whole((long) x).replace(',', '_');
  }

  private static String call(Expr.Call c, int outer) {
    List<Expr> a = c.arguments();
    return switch (c.function()) {
      case ADD -> infix(a, " + ", 5, outer);
      case SUBTRACT -> bracket(text(a.get(0), 5) + " - " + text(a.get(1), 6), 5, outer);
      case MULTIPLY -> infix(a, " * ", 6, outer);
      case DIVIDE -> bracket(text(a.get(0), 6) + " / " + text(a.get(1), 7), 6, outer);
      case NEGATE -> bracket("-" + text(a.getFirst(), 7), 6, outer);
      case EQUAL -> comparison(a, " = ", outer);
      case NOT_EQUAL -> comparison(a, " <> ", outer);
      case LESS -> comparison(a, " < ", outer);
      case LESS_OR_EQUAL -> comparison(a, " <= ", outer);
      case GREATER -> comparison(a, " > ", outer);
      case GREATER_OR_EQUAL -> comparison(a, " >= ", outer);
      case AND -> infix(a, " AND ", 2, outer);
      case OR -> infix(a, " OR ", 1, outer);
      case NOT -> not(a.getFirst(), outer);
      case IN -> bracket(text(a.getFirst(), 5) + " IN " + list(a.subList(1, a.size())), 4, outer);
      case LIKE -> comparison(a, " LIKE ", outer);
      case IS_NULL -> bracket(text(a.getFirst(), 5) + " IS NULL", 4, outer);
      default -> c.function().text() + list(a);
    };
  }

  private static String not(Expr e, int outer) {
    if (e instanceof Expr.Call c && c.function() == ScalarFunction.IS_NULL) {
      return bracket(text(c.arguments().getFirst(), 5) + " IS NOT NULL", 4, outer);
    }
    if (e instanceof Expr.Call c && c.function() == ScalarFunction.IN) {
      return bracket(
          text(c.arguments().getFirst(), 5)
              + " NOT IN "
              + list(c.arguments().subList(1, c.arguments().size())),
          4,
          outer);
    }
    return bracket("NOT " + text(e, 3), 3, outer);
  }

  private static String comparison(List<Expr> a, String operator, int outer) {
    return bracket(text(a.get(0), 5) + operator + text(a.get(1), 5), 4, outer);
  }

  private static String infix(List<Expr> a, String operator, int binds, int outer) {
    String all = a.stream().map(x -> text(x, binds)).collect(Collectors.joining(operator));
    return bracket(all, binds, outer);
  }

  private static String list(List<Expr> a) {
    return a.stream().map(ExprText::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String bracket(String text, int binds, int outer) {
    return binds < outer ? "(" + text + ")" : text;
  }

  private static String shift(Expr.Shift s, int outer) {
    boolean back = s.amount() instanceof Expr.Constant c && c.value() instanceof Double x && x < 0;
    String amount =
        s.amount() instanceof Expr.Constant c && c.value() instanceof Double x
            ? number(Math.abs(x))
            : text(s.amount(), 7);
    String text = text(s.date(), 5) + (back ? " - " : " + ") + amount + " " + unit(s.unit());
    return bracket(text, 5, outer);
  }

  private static String unit(Unit unit) {
    return unit.name() + "S";
  }

  private static String caseText(Expr.Case c) {
    var text = new StringBuilder("CASE");
    for (var b : c.branches()) {
      text.append(" WHEN ").append(of(b.condition())).append(" THEN ").append(of(b.result()));
    }
    Expr otherwise = c.otherwise();
    if (otherwise != null) {
      text.append(" ELSE ").append(of(otherwise));
    }
    return text.append(" END").toString();
  }

  private static String aggregate(Expr.Aggregate a) {
    String inner = a.arguments().stream().map(ExprText::of).collect(Collectors.joining(", "));
    String call = a.function().text() + "(" + (a.distinct() ? "DISTINCT " : "") + inner + ")";
    Expr filter = a.filter();
    return filter == null ? call : call + " where " + of(filter);
  }
}
