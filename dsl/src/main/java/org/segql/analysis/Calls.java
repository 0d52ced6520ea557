package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.ast.Expression;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;
import org.segql.function.Signature;
import org.segql.plan.Expr;

/// Calls of functions: which one, how many arguments, of which types, and the type of the value.
final class Calls {
  private static final Set<ScalarFunction> OVER_TABLE =
      Set.of(ScalarFunction.NTILE, ScalarFunction.RANK);
  private static final Set<String> PERIODS = Set.of("week", "month", "quarter", "year");

  private final Expressions expressions;
  private final Problems problems;

  Calls(Expressions expressions) {
    this.expressions = expressions;
    this.problems = expressions.problems();
  }

  /// An argument with the place where it stands.
  private record Given(Expr value, Span span) {}

  @Nullable Expr of(Expression.Call call) {
    String name = call.function().text();
    Optional<AggregateFunction> aggregate = AggregateFunction.find(name);
    if (aggregate.isPresent()) {
      return new Aggregates(expressions).of(call, aggregate.get());
    }
    Optional<ScalarFunction> function = ScalarFunction.find(name);
    if (function.isEmpty()) {
      unknown(call);
      return null;
    }
    if (call.distinct()) {
      problems.error(
          Code.WRONG_ARGUMENT, call.span(), "DISTINCT belongs to COUNT, not to " + name + ".");
      return null;
    }
    return scalar(function.get(), call);
  }

  private void unknown(Expression.Call call) {
    String name = call.function().text();
    var hints = new ArrayList<String>();
    if (AlgorithmDefinition.find(name).isPresent()) {
      hints.add(
          "It is an algorithm: write `USING " + expressions.analysis().written(call.span()) + "`.");
    } else {
      alias(name).or(() -> Suggestions.hint(name, names())).ifPresent(hints::add);
      if (hints.isEmpty()) {
        hints.add("SHOW FUNCTIONS lists them all.");
      }
    }
    problems.error(
        Code.UNKNOWN_FUNCTION,
        call.function().span(),
        "There is no function `" + name + "`.",
        hints);
  }

  static List<String> names() {
    return Stream.concat(
            ScalarFunction.callables().map(ScalarFunction::text),
            Stream.of(AggregateFunction.values()).map(AggregateFunction::text))
        .toList();
  }

  /// What other languages call a function that is here under another name.
  private static Optional<String> alias(String name) {
    return Optional.ofNullable(
        switch (name.toUpperCase(Locale.ROOT)) {
          case "MEAN", "AVERAGE" -> "Write `AVG`.";
          case "LOG" -> "Write `LN` for the natural logarithm, `LOG10` or `LOG1P` for others.";
          case "STD", "SD", "STDEV" -> "Write `STDDEV`.";
          case "VAR" -> "Write `VARIANCE`.";
          case "IFNULL", "NVL", "ISNULL" -> "Write `COALESCE(x, otherwise)` or `x IS NULL`.";
          case "IIF", "IFF" -> "Write `IF`.";
          case "SUBSTR" -> "Write `SUBSTRING`.";
          case "LEN", "CHAR_LENGTH" -> "Write `LENGTH`.";
          case "DATEDIFF", "DATE_DIFF" -> "Write `DAYS_BETWEEN(from, to)`.";
          case "NOW", "CURRENT_DATE", "GETDATE", "TODAY" ->
              "Nothing depends on the clock: write `AS_OF()`, and AS OF says which date it is.";
          case "CAST", "CONVERT" -> "Casts are functions: `NUMBER(x)`, `TEXT(x)`, `DATE(x)`.";
          case "RAND", "RANDOM" -> "Write `UNIFORM(id, seed)`: the same for the same id.";
          case "PERCENTILE", "PERCENTILE_CONT" -> "Write `QUANTILE(x, 0.9)`.";
          case "POW" -> "Write `POWER`.";
          case "CEILING" -> "Write `CEIL`.";
          case "LCASE" -> "Write `LOWER`.";
          case "UCASE" -> "Write `UPPER`.";
          default -> null;
        });
  }

  private @Nullable Expr scalar(ScalarFunction function, Expression.Call call) {
    boolean overRows = expressions.scope() instanceof Scope.Rows && !expressions.insideAggregate();
    if (OVER_TABLE.contains(function) && !overRows) {
      problems.error(
          Code.MISPLACED_AGGREGATE,
          call.span(),
          function.text() + " looks at all rows of a table and stands only where rows are seen.",
          "DERIVE a column with it first.");
      return null;
    }
    List<Given> given =
        function == ScalarFunction.ROW_COUNT ? rowCount(call) : arguments(function.types(), call);
    if (given == null || !countFits(function, call, given.size())) {
      return null;
    }
    Expr typed = typed(function, given);
    if (function == ScalarFunction.AS_OF && typed != null) {
      expressions.analysis().usesAsOf(typed, call.span());
    }
    return typed;
  }

  private boolean countFits(ScalarFunction function, Expression.Call call, int count) {
    return countFits(problems, function.types(), function.text(), call, count);
  }

  static boolean countFits(
      Problems problems, Signature types, String name, Expression.Call call, int count) {
    int least = types.required().size();
    int most = types.repeats() ? Integer.MAX_VALUE : least + types.optional().size();
    if (count < least) {
      problems.error(
          Code.MISSING_ARGUMENT,
          call.span(),
          name
              + " takes "
              + arguments(least, most)
              + ", and "
              + (count == 0 ? "none is" : count == 1 ? "one is" : count + " are")
              + " given.",
          "DESCRIBE " + name + " shows how it is called.");
      return false;
    }
    if (count > most) {
      String hint =
          (name.equals("MIN") || name.equals("MAX"))
              ? "Of several values of a row: `" + (name.equals("MIN") ? "LEAST" : "GREATEST") + "`."
              : "DESCRIBE " + name + " shows how it is called.";
      problems.error(
          Code.TOO_MANY_ARGUMENTS,
          call.span(),
          name + " takes " + arguments(least, most) + ", and " + count + " are given.",
          hint);
      return false;
    }
    return true;
  }

  private static String arguments(int least, int most) {
    if (most == 0) {
      return "no arguments";
    }
    String count =
        least == most
            ? Integer.toString(least)
            : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
    return count + (count.equals("1") || count.equals("at least 1") ? " argument" : " arguments");
  }

  /// The arguments, COLUMNS LIKE spread out; null where one has no meaning.
  private @Nullable List<Given> arguments(Signature types, Expression.Call call) {
    var all = new ArrayList<Given>();
    boolean whole = true;
    int place = 0;
    for (Expression e : call.arguments()) {
      List<Given> more =
          e instanceof Expression.ColumnsLike like ? spread(like) : argument(types, place, e);
      whole &= more != null;
      place += more == null ? 1 : more.size();
      if (more != null) {
        all.addAll(more);
      }
    }
    return whole ? all : null;
  }

  private @Nullable List<Given> argument(Signature types, int place, Expression e) {
    boolean condition =
        slot(types, place) instanceof Signature.OneOf one
            && one.types().equals(Set.of(Type.BOOLEAN));
    Expr value = condition ? expressions.condition(e) : expressions.value(e);
    return value == null ? null : List.of(new Given(value, e.span()));
  }

  private @Nullable List<Given> spread(Expression.ColumnsLike like) {
    if (!(expressions.scope() instanceof Scope.Rows rows)) {
      problems.error(
          Code.WRONG_ARGUMENT, like.span(), "COLUMNS LIKE stands only where rows are seen.");
      return null;
    }
    var columns = new Columns(problems, rows).like(like);
    return columns == null
        ? null
        : columns.stream().map(c -> new Given(new Expr.Column(c), like.span())).toList();
  }

  /// `ROW_COUNT(VALUE = 'Yes', COLUMNS LIKE 'q%')`: the condition for each of the columns.
  private @Nullable List<Given> rowCount(Expression.Call call) {
    if (!(expressions.scope() instanceof Scope.Rows rows) || call.arguments().size() < 2) {
      return arguments(ScalarFunction.ROW_COUNT.types(), call);
    }
    var columns = new ArrayList<Given>();
    boolean whole = true;
    for (Expression e : call.arguments().subList(1, call.arguments().size())) {
      List<Given> more;
      if (e instanceof Expression.ColumnsLike like) {
        more = spread(like);
      } else {
        Expr value = expressions.value(e);
        more = value == null ? null : List.of(new Given(value, e.span()));
      }
      whole &= more != null;
      if (more != null) {
        columns.addAll(more);
      }
    }
    var conditions = new ArrayList<Given>();
    Expression condition = call.arguments().getFirst();
    for (Given column : columns) {
      Expr each = expressions.in(rows.valued(column.value())).condition(condition);
      if (each == null) {
        return null;
      }
      conditions.add(new Given(each, condition.span()));
    }
    return whole ? conditions : null;
  }

  static Signature.@Nullable Slot slot(Signature types, int index) {
    int required = types.required().size();
    if (index < required) {
      return types.required().get(index);
    }
    if (types.repeats() && required > 0) {
      return types.required().getLast();
    }
    int more = index - required;
    return more < types.optional().size() ? types.optional().get(more) : null;
  }

  private @Nullable Expr typed(ScalarFunction function, List<Given> given) {
    Signature types = function.types();
    var alike = new ArrayList<Expr>();
    boolean fits = true;
    for (int i = 0; i < given.size(); i++) {
      Given g = given.get(i);
      Signature.Slot slot = slot(types, i);
      boolean anyOfSame = sharesType(types, i);
      if (slot instanceof Signature.OneOf one) {
        fits &=
            Typing.isNull(g.value())
                || one.types().contains(g.value().type())
                || wrong(function, g, slot);
      }
      if (anyOfSame) {
        alike.add(g.value());
        if (Typing.common(alike) == null) {
          problems.error(
              Code.WRONG_TYPE,
              g.span(),
              function.text()
                  + " takes values of one type: this is "
                  + Typing.text(g.value().type())
                  + ".");
          return null;
        }
      }
    }
    return fits ? checked(function, given, alike) : null;
  }

  private boolean wrong(ScalarFunction function, Given g, Signature.Slot slot) {
    if (slot instanceof Signature.OneOf one && one.types().size() == 1) {
      return expressions.check(g.value(), one.types().iterator().next(), g.span(), function.text());
    }
    problems.error(
        Code.WRONG_TYPE,
        g.span(),
        function.text()
            + " needs "
            + Typing.text(slot)
            + ", and this is "
            + Typing.text(g.value().type())
            + ".");
    return false;
  }

  /// Whether the argument at a place is ANY with a SAME after it, or SAME itself.
  private static boolean sharesType(Signature types, int index) {
    boolean same = types.required().stream().anyMatch(Signature.Same.class::isInstance);
    return same
        && (slot(types, index) instanceof Signature.Same
            || Signature.ANY.equals(slot(types, index)));
  }

  private @Nullable Expr checked(ScalarFunction function, List<Given> given, List<Expr> alike) {
    Type common = Typing.common(alike);
    var values = new ArrayList<Expr>();
    for (int i = 0; i < given.size(); i++) {
      Expr value = given.get(i).value();
      Signature.Slot slot = slot(function.types(), i);
      if (sharesType(function.types(), i) && common != null) {
        value = Typing.as(common, value);
      } else if (slot instanceof Signature.OneOf one && one.types().size() == 1) {
        value = Typing.isNull(value) ? Typing.as(one.types().iterator().next(), value) : value;
      }
      values.add(value);
    }
    if (!constantsFit(function, given)) {
      return null;
    }
    return new Expr.Call(
        function, values, result(function.types(), values), levels(function, values));
  }

  private boolean constantsFit(ScalarFunction function, List<Given> given) {
    return switch (function) {
      case BIN -> ascending(given);
      case ORDINAL -> constants(function, given.subList(1, given.size()));
      case DATE_TRUNC -> period(given.getFirst());
      case NTILE, UNIFORM -> constants(function, given.subList(1, 2));
      default -> true;
    };
  }

  private boolean constants(ScalarFunction function, List<Given> given) {
    for (Given g : given) {
      if (!(g.value() instanceof Expr.Constant c) || c.value() == null) {
        problems.error(
            Code.WRONG_ARGUMENT,
            g.span(),
            function.text() + " takes a literal or a parameter here.");
        return false;
      }
    }
    return true;
  }

  private boolean ascending(List<Given> given) {
    List<Given> cuts = given.subList(1, given.size());
    if (!constants(ScalarFunction.BIN, cuts)) {
      return false;
    }
    double before = Double.NEGATIVE_INFINITY;
    for (Given cut : cuts) {
      double x =
          cut.value() instanceof Expr.Constant c && c.value() instanceof Double d ? d : before;
      if (x <= before) {
        problems.error(
            Code.WRONG_ARGUMENT, cut.span(), "The cut points of BIN rise: this one does not.");
        return false;
      }
      before = x;
    }
    return true;
  }

  private boolean period(Given g) {
    if (!constants(ScalarFunction.DATE_TRUNC, List.of(g))) {
      return false;
    }
    boolean known =
        g.value() instanceof Expr.Constant c
            && c.value() instanceof String s
            && PERIODS.contains(s.toLowerCase(Locale.ROOT));
    if (!known) {
      problems.error(
          Code.WRONG_ARGUMENT,
          g.span(),
          "DATE_TRUNC takes 'week', 'month', 'quarter' or 'year' first, then the date.");
    }
    return known;
  }

  private static Type result(Signature types, List<Expr> values) {
    return switch (types.result()) {
      case Signature.OneOf one -> one.types().iterator().next();
      case Signature.TypeOf of -> values.get(of.argument()).type();
      case Signature.Same _ -> values.getFirst().type();
    };
  }

  private static List<String> levels(ScalarFunction function, List<Expr> values) {
    return switch (function) {
      case BIN -> Levels.bands(values.subList(1, values.size()));
      case ORDINAL -> Levels.listed(values.subList(1, values.size()));
      case COALESCE, NULLIF, LEAST, GREATEST -> Levels.kept(values);
      case IF -> Levels.kept(values.subList(1, values.size()));
      default -> List.of();
    };
  }
}
