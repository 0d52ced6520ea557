package org.segql.codegen;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Expressions as Java. What is missing is what Tablesaw takes for missing: NaN for a number, the
/// empty text, null for truth values and dates.
final class JavaExpr {
  private final Scope scope;
  private final JavaCondition conditions;

  JavaExpr(Scope scope) {
    this.scope = scope;
    this.conditions = new JavaCondition(this, scope);
  }

  Scope scope() {
    return scope;
  }

  JavaCondition conditions() {
    return conditions;
  }

  /// `r -> …`, a value of each row.
  String lambda(Expr e) {
    return "r -> " + of(e);
  }

  /// `r -> …`, whether a condition is TRUE in a row.
  String predicate(Expr e) {
    return "r -> " + conditions.truth(e);
  }

  Piece of(Expr expr) {
    return switch (expr) {
      case Expr.Column e ->
          Piece.atom(scope.row() + "." + getter(e.type()) + "(" + JavaText.quoted(e.name()) + ")");
      case Expr.Constant e -> constant(e);
      case Expr.Call e -> new JavaCall(this).of(e);
      case Expr.Shift e -> shift(e);
      case Expr.Case e -> cases(e);
      case Expr.InTable e -> conditions.value(e);
      case Expr.Aggregate e -> new JavaAggregate(this).of(e);
      case Expr.Fact e -> scope.facts().apply(e.kind());
    };
  }

  /// As another type where texts, dates and numbers meet their likes: a date where a date with time
  /// is wanted.
  Piece as(Type type, Expr e) {
    return type == Type.DATETIME && e.type() == Type.DATE
        ? Piece.atom("midnight(" + of(e) + ")")
        : of(e);
  }

  static String getter(Type type) {
    return switch (type) {
      case NUMBER -> "getDouble";
      case TEXT -> "getString";
      case BOOLEAN -> "getBoolean";
      case DATE -> "getDate";
      case DATETIME -> "getDateTime";
    };
  }

  /// The class of a column of a type.
  static String column(Type type) {
    return switch (type) {
      case NUMBER -> "DoubleColumn";
      case TEXT -> "StringColumn";
      case BOOLEAN -> "BooleanColumn";
      case DATE -> "DateColumn";
      case DATETIME -> "DateTimeColumn";
    };
  }

  /// What stands for a missing value of a type.
  static String none(Type type) {
    return switch (type) {
      case NUMBER -> "Double.NaN";
      case TEXT -> "\"\"";
      case BOOLEAN -> "(Boolean) null";
      case DATE -> "(LocalDate) null";
      case DATETIME -> "(LocalDateTime) null";
    };
  }

  private static Piece constant(Expr.Constant e) {
    return switch (e.value()) {
      case null -> new Piece(none(e.type()), Piece.UNARY);
      case Double d -> new Piece(JavaText.number(d), d < 0 ? Piece.UNARY : Piece.ATOM);
      case String s -> Piece.atom(JavaText.quoted(s));
      case Boolean b -> Piece.atom(b ? "Boolean.TRUE" : "Boolean.FALSE");
      case LocalDate d ->
          Piece.atom(
              "LocalDate.of("
                  + d.getYear()
                  + ", "
                  + d.getMonthValue()
                  + ", "
                  + d.getDayOfMonth()
                  + ")");
      case LocalDateTime d -> Piece.atom("LocalDateTime.parse(\"" + d + "\")");
      case Object o -> throw new IllegalArgumentException(o.getClass().getName());
    };
  }

  private Piece shift(Expr.Shift e) {
    String unit =
        switch (e.unit()) {
          case HOUR -> "ChronoUnit.HOURS";
          case DAY -> "ChronoUnit.DAYS";
          case WEEK -> "ChronoUnit.WEEKS";
          case MONTH -> "ChronoUnit.MONTHS";
          case QUARTER -> "IsoFields.QUARTER_YEARS";
          case YEAR -> "ChronoUnit.YEARS";
        };
    return Piece.atom(
        "shift(" + as(e.type(), e.date()) + ", " + of(e.amount()) + ", " + unit + ")");
  }

  private Piece cases(Expr.Case e) {
    Piece result =
        e.otherwise() == null
            ? new Piece(none(e.type()), Piece.UNARY)
            : as(e.type(), e.otherwise());
    for (var branch : e.branches().reversed()) {
      result = choice(conditions.truth(branch.condition()), as(e.type(), branch.result()), result);
    }
    return result;
  }

  static Piece choice(Piece condition, Piece yes, Piece no) {
    return new Piece(
        condition.in(Piece.OR) + " ? " + yes.in(Piece.OR) + " : " + no.in(Piece.CHOICE),
        Piece.CHOICE);
  }

  /// An ordered text as the place among its levels; anything else as it is.
  Piece ordered(Expr e, List<String> levels) {
    return levels.isEmpty()
        ? of(e)
        : Piece.atom("rank(" + of(e) + ", " + JavaText.quoted(levels) + ")");
  }

  /// What compares texts of one kind: the levels of the first that has some.
  static List<String> levels(List<Expr> all) {
    return all.stream().map(Expr::levels).filter(l -> !l.isEmpty()).findFirst().orElse(List.of());
  }

  String list(List<Expr> all) {
    return all.stream().map(this::of).map(Piece::text).collect(Collectors.joining(", "));
  }

  /// What a whole table must be looked at for, computed before the statement.
  Piece ofTable(Expr.Call e) {
    String wanted = e.function() == ScalarFunction.RANK ? "rank" : "tile";
    String array = scope.lines().variable("double[]", wanted, ofWhole(e));
    if (!scope.grouped()) {
      return Piece.atom(array + "[r.getRowNumber()]");
    }
    scope
        .lines()
        .add(
            scope.table()
                + ".addColumns(DoubleColumn.create("
                + JavaText.quoted(array)
                + ", "
                + array
                + "));");
    return Piece.atom("r.getDouble(" + JavaText.quoted(array) + ")");
  }

  /// NTILE or RANK as an array of a value for each row of the table.
  String ofWhole(Expr.Call e) {
    var rows = new JavaExpr(scope.inner());
    String value = scope.table() + ", " + rows.lambda(e.arguments().getFirst());
    return e.function() == ScalarFunction.RANK
        ? "ranks(" + value + ")"
        : "ntile(" + value + ", " + rows.lambda(e.arguments().get(1)) + ")";
  }
}
