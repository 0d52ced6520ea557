package org.segql.engine.local.eval;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.engine.local.Frame;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/// Evaluates expressions over rows, a column at a time. What stands at the leaves is given by
/// {@link Leaves}, so that the same code serves rows of a table, groups and segments.
public final class Evaluator {

  /// Where columns, aggregates and facts about segments come from.
  public interface Leaves {
    int size();

    Vector column(Expr.Column column);

    Vector aggregate(Expr.Aggregate aggregate);

    Vector fact(Expr.Fact fact);
  }

  private final Leaves leaves;
  private final Context context;

  public Evaluator(Leaves leaves, Context context) {
    this.leaves = leaves;
    this.context = context;
  }

  /// Over the rows of a frame. Columns are turned into vectors once.
  public Evaluator(Frame frame, Context context) {
    this(new FrameLeaves(frame), context);
  }

  private record FrameLeaves(Frame frame, Map<String, Vector> cache) implements Leaves {
    FrameLeaves(Frame frame) {
      this(frame, new HashMap<>());
    }

    @Override
    public int size() {
      return frame.rowCount();
    }

    @Override
    public Vector column(Expr.Column column) {
      return cache.computeIfAbsent(column.name(), name -> ColumnVectors.of(frame, name));
    }

    @Override
    public Vector aggregate(Expr.Aggregate aggregate) {
      throw new IllegalStateException("an aggregate where rows are seen");
    }

    @Override
    public Vector fact(Expr.Fact fact) {
      throw new IllegalStateException("a fact about segments where rows are seen");
    }
  }

  public int size() {
    return leaves.size();
  }

  public Context context() {
    return context;
  }

  public Vector eval(Expr expr) {
    context.progress().check();
    return switch (expr) {
      case Expr.Column e -> leaves.column(e);
      case Expr.Constant e -> constant(e.type(), e.value());
      case Expr.Call e -> call(e);
      case Expr.Shift e ->
          DateFunctions.shift(eval(e.date()), numbers(e.amount()), e.unit(), context);
      case Expr.Case e -> choose(e);
      case Expr.InTable e -> inTable(e);
      case Expr.Aggregate e -> leaves.aggregate(e);
      case Expr.Fact e -> leaves.fact(e);
    };
  }

  public Vector.Numbers numbers(Expr expr) {
    return (Vector.Numbers) eval(expr);
  }

  public Vector.Texts texts(Expr expr) {
    return (Vector.Texts) eval(expr);
  }

  public Vector.Booleans condition(Expr expr) {
    return (Vector.Booleans) eval(expr);
  }

  private Vector constant(Type type, @Nullable Object value) {
    int n = leaves.size();
    if (value == null) {
      return Vector.nulls(type, n);
    }
    return switch (type) {
      case NUMBER -> {
        double[] all = new double[n];
        Arrays.fill(all, (double) value);
        yield new Vector.Numbers(all);
      }
      case TEXT ->
          ((String) value).isEmpty()
              ? Vector.nulls(type, n)
              : new Vector.Texts(new int[n], new String[] {(String) value});
      case BOOLEAN -> {
        byte[] all = new byte[n];
        Arrays.fill(all, (byte) ((boolean) value ? 1 : 0));
        yield new Vector.Booleans(all);
      }
      case DATE -> {
        int[] all = new int[n];
        Arrays.fill(all, PackedLocalDate.pack((LocalDate) value));
        yield new Vector.Dates(all);
      }
      case DATETIME -> {
        long[] all = new long[n];
        Arrays.fill(all, PackedLocalDateTime.pack((LocalDateTime) value));
        yield new Vector.Moments(all);
      }
    };
  }

  private Vector call(Expr.Call e) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          NEGATE,
          ABS,
          MOD,
          LN,
          LOG10,
          LOG1P,
          EXP,
          SQRT,
          POWER,
          ROUND,
          FLOOR,
          CEIL,
          CLIP ->
          NumberFunctions.call(e.function(), vectors(a), context.findings());
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          Comparisons.compare(e.function(), eval(a.get(0)), eval(a.get(1)), context.progress());
      case AND, OR -> connect(e);
      case NOT -> Logic.not(condition(a.getFirst()));
      case IN -> in(eval(a.getFirst()), a.subList(1, a.size()));
      case IS_NULL -> Logic.isNull(eval(a.getFirst()));
      case LIKE,
          CONTAINS,
          STARTS_WITH,
          ENDS_WITH,
          LOWER,
          UPPER,
          TRIM,
          LENGTH,
          SUBSTRING,
          CONCAT,
          REPLACE ->
          TextFunctions.call(e.function(), vectors(a), context.progress());
      case LEAST, GREATEST -> Comparisons.extreme(e.function(), vectors(a), context.progress());
      case COALESCE -> Selections.coalesce(vectors(a));
      case NULLIF -> Selections.nullIf(eval(a.get(0)), eval(a.get(1)), context.progress());
      case IF -> Selections.choose(condition(a.get(0)), eval(a.get(1)), eval(a.get(2)));
      case BIN -> Selections.bands(numbers(a.getFirst()), cuts(a), e.levels());
      case ORDINAL -> Selections.ordinal(texts(a.getFirst()), e.levels(), context.findings());
      case PLUS_DURATION -> throw new IllegalStateException("a duration is a shift in a plan");
      case YEAR, QUARTER, MONTH, DAY, WEEKDAY, HOUR, DATE_TRUNC, DAYS_BETWEEN, MONTHS_BETWEEN ->
          DateFunctions.call(e.function(), vectors(a), context.progress());
      case AS_OF -> constant(Type.DATE, context.asOf());
      case NTILE, RANK, UNIFORM -> TableFunctions.call(e.function(), vectors(a));
      case ROW_SUM, ROW_MEAN, ROW_COUNT -> RowFunctions.call(e.function(), vectors(a));
      case TO_NUMBER, TO_TEXT, TO_BOOLEAN, TO_DATE, TO_DATETIME ->
          Casts.call(e.function(), eval(a.getFirst()), format(a), context);
    };
  }

  private List<Vector> vectors(List<Expr> arguments) {
    return arguments.stream().map(this::eval).toList();
  }

  private static double[] cuts(List<Expr> arguments) {
    return arguments.stream()
        .skip(1)
        .mapToDouble(x -> (double) Objects.requireNonNull(((Expr.Constant) x).value()))
        .toArray();
  }

  private static @Nullable String format(List<Expr> arguments) {
    return arguments.size() > 1 ? (String) ((Expr.Constant) arguments.get(1)).value() : null;
  }

  private Vector connect(Expr.Call e) {
    Vector.Booleans result = condition(e.arguments().getFirst());
    for (Expr more : e.arguments().subList(1, e.arguments().size())) {
      result =
          e.function() == ScalarFunction.AND
              ? Logic.and(result, condition(more))
              : Logic.or(result, condition(more));
    }
    return result;
  }

  private Vector in(Vector value, List<Expr> items) {
    Vector.Booleans result = null;
    for (Expr item : items) {
      var equal = Comparisons.compare(ScalarFunction.EQUAL, value, eval(item), context.progress());
      result = result == null ? equal : Logic.or(result, equal);
    }
    return Objects.requireNonNull(result);
  }

  private Vector inTable(Expr.InTable e) {
    Frame other = context.tables().columns(e.table(), List.of(e.column()));
    return Comparisons.among(eval(e.value()), ColumnVectors.of(other, e.column()));
  }

  private Vector choose(Expr.Case e) {
    Vector result =
        e.otherwise() == null ? Vector.nulls(e.type(), leaves.size()) : eval(e.otherwise());
    for (var branch : e.branches().reversed()) {
      result = Selections.choose(condition(branch.condition()), eval(branch.result()), result);
    }
    return result;
  }
}
