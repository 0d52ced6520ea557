package org.segql.codegen;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Functions as Java: the language's own where it has them, else a method of the support part.
final class JavaCall {
  private final JavaExpr expressions;

  JavaCall(JavaExpr expressions) {
    this.expressions = expressions;
  }

  Piece of(Expr.Call e) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case ADD -> Piece.of(arg(a, 0), "+", arg(a, 1), Piece.PLUS);
      case SUBTRACT -> Piece.of(arg(a, 0), "-", arg(a, 1), Piece.PLUS);
      case MULTIPLY -> Piece.of(arg(a, 0), "*", arg(a, 1), Piece.TIMES);
      case DIVIDE -> divide(a);
      case MOD -> Piece.of(arg(a, 0), "%", arg(a, 1), Piece.TIMES);
      case NEGATE -> new Piece("-" + arg(a, 0).in(Piece.ATOM), Piece.UNARY);
      case ABS -> math("abs", a);
      case LN -> support("ln", a);
      case LOG10 -> support("log10", a);
      case LOG1P -> support("log1p", a);
      case EXP -> Piece.atom("finite(" + math("exp", a) + ")");
      case SQRT -> math("sqrt", a);
      case POWER -> Piece.atom("finite(" + math("pow", a) + ")");
      case ROUND -> support(a.size() == 1 ? "round" : "roundTo", a);
      case FLOOR -> math("floor", a);
      case CEIL -> math("ceil", a);
      case CLIP ->
          Piece.atom("Math.max(%s, Math.min(%s, %s))".formatted(arg(a, 1), arg(a, 2), arg(a, 0)));
      case LOWER -> method(a, "toLowerCase", "Locale.ROOT");
      case UPPER -> method(a, "toUpperCase", "Locale.ROOT");
      case TRIM -> method(a, "strip", "");
      case LENGTH -> support("length", a);
      case SUBSTRING ->
          Piece.atom(
              "substring("
                  + expressions.list(a)
                  + (a.size() > 2 ? "" : ", Integer.MAX_VALUE")
                  + ")");
      case CONCAT ->
          new Piece(
              a.stream()
                  .map(this::text)
                  .map(p -> p.in(Piece.TIMES))
                  .collect(Collectors.joining(" + ")),
              a.size() == 1 ? Piece.ATOM : Piece.PLUS);
      case REPLACE -> replace(a);
      case LEAST, GREATEST -> extreme(e);
      case COALESCE -> Piece.atom("coalesce(" + typed(e.type(), a) + ")");
      case NULLIF -> nullIf(e);
      case IF ->
          JavaExpr.choice(
              expressions.conditions().truth(a.get(0)),
              expressions.as(e.type(), a.get(1)),
              expressions.as(e.type(), a.get(2)));
      case BIN -> bin(e);
      case ORDINAL -> Piece.atom("ordinal(" + arg(a, 0) + ", " + JavaText.quoted(e.levels()) + ")");
      case YEAR -> part(a, "ChronoField.YEAR");
      case QUARTER -> part(a, "IsoFields.QUARTER_OF_YEAR");
      case MONTH -> part(a, "ChronoField.MONTH_OF_YEAR");
      case DAY -> part(a, "ChronoField.DAY_OF_MONTH");
      case WEEKDAY -> part(a, "ChronoField.DAY_OF_WEEK");
      case HOUR -> part(a, "ChronoField.HOUR_OF_DAY");
      case DATE_TRUNC -> Piece.atom("truncate(" + arg(a, 0) + ", " + date(a.get(1)) + ")");
      case DAYS_BETWEEN ->
          Piece.of(
              Piece.atom("days(" + arg(a, 1) + ")"),
              "-",
              Piece.atom("days(" + arg(a, 0) + ")"),
              Piece.PLUS);
      case MONTHS_BETWEEN -> Piece.atom("monthsBetween(" + typed(Type.DATETIME, a) + ")");
      case AS_OF -> Piece.atom("asOf");
      case NTILE, RANK -> expressions.ofTable(e);
      case UNIFORM -> support("uniform", a);
      case ROW_SUM -> Piece.atom("rowSum(" + flags(a) + ")");
      case ROW_MEAN -> Piece.atom("rowMean(" + flags(a) + ")");
      case ROW_COUNT -> Piece.atom("rowCount(" + flags(a) + ")");
      case TO_NUMBER -> toNumber(a.getFirst());
      case TO_TEXT -> text(a.getFirst());
      case TO_BOOLEAN -> toBoolean(a.getFirst());
      case TO_DATE -> toDate(a.getFirst(), format(a));
      case TO_DATETIME -> toDateTime(a.getFirst(), format(a));
      case PLUS_DURATION -> throw new IllegalArgumentException("a duration is a shift in a plan");
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          AND,
          OR,
          NOT,
          IN,
          LIKE,
          IS_NULL,
          CONTAINS,
          STARTS_WITH,
          ENDS_WITH ->
          expressions.conditions().value(e);
    };
  }

  private Piece arg(List<Expr> a, int i) {
    return expressions.of(a.get(i));
  }

  private Piece support(String name, List<Expr> a) {
    return Piece.atom(name + "(" + expressions.list(a) + ")");
  }

  private Piece math(String name, List<Expr> a) {
    return support("Math." + name, a);
  }

  private Piece method(List<Expr> a, String name, String argument) {
    return Piece.atom(arg(a, 0).in(Piece.ATOM) + "." + name + "(" + argument + ")");
  }

  private Piece divide(List<Expr> a) {
    boolean safe =
        a.get(1) instanceof Expr.Constant c && c.value() instanceof Double d && Math.abs(d) >= 1;
    return safe ? Piece.of(arg(a, 0), "/", arg(a, 1), Piece.TIMES) : support("divide", a);
  }

  /// Arguments brought to one type, for methods that take several of it.
  private String typed(Type type, List<Expr> a) {
    return a.stream().map(x -> expressions.as(type, x).text()).collect(Collectors.joining(", "));
  }

  private Piece extreme(Expr.Call e) {
    List<String> levels = JavaExpr.levels(e.arguments());
    String name = e.function() == ScalarFunction.LEAST ? "least" : "greatest";
    if (levels.isEmpty()) {
      return Piece.atom(name + "(" + typed(e.type(), e.arguments()) + ")");
    }
    String ranks =
        e.arguments().stream()
            .map(x -> expressions.ordered(x, levels).text())
            .collect(Collectors.joining(", "));
    return Piece.atom("level(" + name + "(" + ranks + "), " + JavaText.quoted(levels) + ")");
  }

  private Piece nullIf(Expr.Call e) {
    List<Expr> a = e.arguments();
    var equal = new Expr.Call(ScalarFunction.EQUAL, Type.BOOLEAN, a.get(0), a.get(1));
    return JavaExpr.choice(
        expressions.conditions().truth(equal),
        new Piece(JavaExpr.none(e.type()), Piece.UNARY),
        arg(a, 0));
  }

  private Piece bin(Expr.Call e) {
    double[] cuts =
        e.arguments().stream()
            .skip(1)
            .mapToDouble(
                x -> (double) java.util.Objects.requireNonNull(((Expr.Constant) x).value()))
            .toArray();
    return Piece.atom(
        "bin("
            + arg(e.arguments(), 0)
            + ", new double[] {"
            + JavaText.numbers(cuts)
            + "}, "
            + JavaText.quoted(e.levels())
            + ")");
  }

  private Piece replace(List<Expr> a) {
    boolean plain =
        a.get(1) instanceof Expr.Constant c && c.value() instanceof String s && !s.isEmpty();
    return plain ? method(a, "replace", arg(a, 1) + ", " + arg(a, 2)) : support("replace", a);
  }

  private Piece part(List<Expr> a, String field) {
    return Piece.atom("part(" + arg(a, 0) + ", " + field + ")");
  }

  private Piece date(Expr e) {
    return e.type() == Type.DATETIME
        ? Piece.atom("day(" + expressions.of(e) + ")")
        : expressions.of(e);
  }

  private String flags(List<Expr> a) {
    return a.stream()
        .map(
            x ->
                x.type() == Type.BOOLEAN
                    ? expressions.conditions().flag(x).text()
                    : expressions.of(x).text())
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String format(List<Expr> a) {
    return a.size() > 1 ? (String) ((Expr.Constant) a.get(1)).value() : null;
  }

  /// As a number: days since 1970 for dates, 1 and 0 for truth values.
  Piece toNumber(Expr e) {
    Piece value = expressions.of(e);
    return switch (e.type()) {
      case NUMBER -> value;
      case TEXT -> Piece.atom("number(" + value + ")");
      case BOOLEAN -> Piece.atom("flag(" + value + ")");
      case DATE, DATETIME -> Piece.atom("days(" + value + ")");
    };
  }

  private Piece text(Expr e) {
    return e.type() == Type.TEXT
        ? expressions.of(e)
        : Piece.atom("text(" + expressions.of(e) + ")");
  }

  private Piece toBoolean(Expr e) {
    Piece value = expressions.of(e);
    return switch (e.type()) {
      case BOOLEAN -> value;
      case TEXT -> Piece.atom("truth(" + value + ")");
      case NUMBER ->
          Piece.atom(
              "either("
                  + value.in(Piece.EQUALITY)
                  + " == 1, "
                  + value.in(Piece.EQUALITY)
                  + " == 0)");
      case DATE, DATETIME -> Piece.atom("(Boolean) null");
    };
  }

  private Piece toDate(Expr e, @Nullable String format) {
    return switch (e.type()) {
      case DATE -> expressions.of(e);
      case DATETIME -> date(e);
      case TEXT, NUMBER, BOOLEAN ->
          Piece.atom(
              "date("
                  + text(e)
                  + ", "
                  + JavaText.quoted(format == null ? "yyyy-MM-dd" : format)
                  + ")");
    };
  }

  private Piece toDateTime(Expr e, @Nullable String format) {
    return switch (e.type()) {
      case DATETIME -> expressions.of(e);
      case DATE -> expressions.as(Type.DATETIME, e);
      case TEXT, NUMBER, BOOLEAN ->
          format == null
              ? Piece.atom("isoDateTime(" + text(e) + ")")
              : Piece.atom("dateTime(" + text(e) + ", " + JavaText.quoted(format) + ")");
    };
  }
}
