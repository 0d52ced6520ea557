package org.segql.codegen;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Expressions as Java expressions over one row, or over the rows of a group.
///
/// @param table the Java variable of the table that columns are of
/// @param row what gives the row's number: `i`, or `rows.get(0)` for a key of a group
/// @param facts the Java expression of each fact about a segment; null where rows are seen
record JavaExpr(String table, String row, @Nullable Facts facts) {
  private static final Set<ScalarFunction> ORDERED =
      Set.of(
          ScalarFunction.LESS,
          ScalarFunction.LESS_OR_EQUAL,
          ScalarFunction.GREATER,
          ScalarFunction.GREATER_OR_EQUAL);

  /// What a fact about a segment is in a program.
  interface Facts {
    String of(Expr.Fact.Kind kind);
  }

  static JavaExpr ofRows(String table) {
    return new JavaExpr(table, "i", null);
  }

  static JavaExpr ofGroups(String table) {
    return new JavaExpr(table, "rows.get(0)", null);
  }

  /// `i -> …`.
  String lambda(Expr e) {
    return "i -> " + of(e);
  }

  String of(Expr expr) {
    return switch (expr) {
      case Expr.Column e -> "value(" + table + ", " + JavaText.quoted(e.name()) + ", " + row + ")";
      case Expr.Constant e -> constant(e.value());
      case Expr.Call e -> call(e);
      case Expr.Shift e -> shift(e);
      case Expr.Case e -> cases(e);
      case Expr.InTable e ->
          "inColumn("
              + of(e.value())
              + ", "
              + JavaText.identifier(e.table())
              + ", "
              + JavaText.quoted(e.column())
              + ")";
      case Expr.Aggregate e -> aggregate(e);
      case Expr.Fact e -> {
        if (facts == null) {
          throw new IllegalArgumentException("a fact about segments where rows are seen");
        }
        yield facts.of(e.kind());
      }
    };
  }

  private static String constant(@Nullable Object value) {
    return switch (value) {
      case null -> "(Object) null";
      case Double d -> d < 0 ? "(Object) (" + d + ")" : "(Object) " + d;
      case String s -> "(Object) " + JavaText.quoted(s);
      case LocalDate d -> "(Object) LocalDate.parse(\"" + d + "\")";
      case LocalDateTime d -> "(Object) LocalDateTime.parse(\"" + d + "\")";
      case Object o -> "(Object) " + o;
    };
  }

  private String call(Expr.Call e) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case NTILE, RANK ->
          throw new SegqlException(
              Diagnostic.error(
                  Code.NOT_SUPPORTED,
                  e.function().text()
                      + " looks at the whole table, which programs of EXPLAIN JAVA cannot do.",
                  "Derive it in a table, EXPORT that, and segment the file."));
      case PLUS_DURATION -> throw new IllegalArgumentException("a duration is a shift in a plan");
      case AS_OF -> "(Object) asOf";
      case IF -> "when(" + list(a) + ")";
      case BIN ->
          "bin("
              + of(a.getFirst())
              + ", new double[] {"
              + a.stream()
                  .skip(1)
                  .map(x -> String.valueOf(((Expr.Constant) x).value()))
                  .collect(Collectors.joining(", "))
              + "}, "
              + JavaText.quoted(e.levels())
              + ")";
      case ORDINAL -> "ordinal(" + of(a.getFirst()) + ", " + JavaText.quoted(e.levels()) + ")";
      case TO_DATE -> "toDate(" + of(a.getFirst()) + ", " + format(a, "yyyy-MM-dd") + ")";
      case TO_DATETIME ->
          "toDatetime(" + of(a.getFirst()) + ", " + format(a, "yyyy-MM-dd HH:mm:ss") + ")";
      default ->
          ORDERED.contains(e.function()) && !levels(a).isEmpty()
              ? name(e.function()) + "(" + ranked(a) + ")"
              : name(e.function()) + "(" + list(a) + ")";
    };
  }

  /// LESS_OR_EQUAL is `lessOrEqual`.
  private static String name(ScalarFunction function) {
    String[] words = function.name().toLowerCase(Locale.ROOT).split("_");
    var out = new StringBuilder(words[0]);
    for (int w = 1; w < words.length; w++) {
      out.append(Character.toUpperCase(words[w].charAt(0))).append(words[w].substring(1));
    }
    return out.toString();
  }

  private static List<String> levels(List<Expr> arguments) {
    return arguments.stream()
        .map(Expr::levels)
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private String ranked(List<Expr> arguments) {
    String levels = JavaText.quoted(levels(arguments));
    return arguments.stream()
        .map(a -> "level(" + of(a) + ", " + levels + ")")
        .collect(Collectors.joining(", "));
  }

  private String list(List<Expr> arguments) {
    return arguments.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private static String format(List<Expr> arguments, String standard) {
    Object given = arguments.size() > 1 ? ((Expr.Constant) arguments.get(1)).value() : null;
    return JavaText.quoted(given == null ? standard : given.toString());
  }

  private String shift(Expr.Shift e) {
    String unit =
        switch (e.unit()) {
          case HOUR -> "HOURS, 1";
          case DAY -> "DAYS, 1";
          case WEEK -> "DAYS, 7";
          case MONTH -> "MONTHS, 1";
          case QUARTER -> "MONTHS, 3";
          case YEAR -> "MONTHS, 12";
        };
    return "shift(" + of(e.date()) + ", " + of(e.amount()) + ", ChronoUnit." + unit + ")";
  }

  private String cases(Expr.Case e) {
    String result = e.otherwise() == null ? "(Object) null" : of(e.otherwise());
    for (var branch : e.branches().reversed()) {
      result = "when(" + of(branch.condition()) + ", " + of(branch.result()) + ", " + result + ")";
    }
    return result;
  }

  private String aggregate(Expr.Aggregate e) {
    JavaExpr inner = ofRows(table);
    String rows = e.filter() == null ? "rows" : "where(rows, " + inner.lambda(e.filter()) + ")";
    var lambdas = new ArrayList<String>();
    e.arguments().forEach(a -> lambdas.add(inner.lambda(a)));
    String first = lambdas.isEmpty() ? "" : lambdas.getFirst();
    return switch (e.function()) {
      case COUNT ->
          lambdas.isEmpty()
              ? "(Object) (double) " + rows + ".size()"
              : (e.distinct() ? "countDistinct(" : "count(") + rows + ", " + first + ")";
      case MEDIAN -> "quantile(" + rows + ", " + first + ", 0.5)";
      case QUANTILE ->
          "quantile("
              + rows
              + ", "
              + first
              + ", "
              + ((Expr.Constant) e.arguments().get(1)).value()
              + ")";
      case CORR -> "corr(" + rows + ", " + first + ", " + lambdas.get(1) + ")";
      case SUM, AVG, MIN, MAX, STDDEV, VARIANCE, MODE, RATE, FIRST, LAST ->
          e.function().name().toLowerCase(Locale.ROOT) + "(" + rows + ", " + first + ")";
    };
  }

  static String type(Type type) {
    return JavaText.quoted(type.name());
  }
}
