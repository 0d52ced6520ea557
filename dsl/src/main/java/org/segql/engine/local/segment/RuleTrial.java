package org.segql.engine.local.segment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.ColumnVectors;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.SegmentPlan.RuleCase;
import tech.tablesaw.api.Table;

/// Made-up rows to try rules on. They stand on, just below and just above every constant that a
/// rule compares a column with, and between neighbours: between two constants all values behave
/// alike, so nothing is overlooked where conditions compare columns with constants.
///
/// @param sure how many of the first rules are such that the rows overlook nothing
record RuleTrial(Frame frame, int sure) {
  /// More combinations than this are thinned.
  private static final int MOST = 50_000;

  /// Null where the rules speak of no column.
  static @Nullable RuleTrial of(List<RuleCase> rules) {
    var columns = new LinkedHashMap<String, ColumnInfo>();
    var constants = new HashMap<String, Set<Object>>();
    for (var rule : rules) {
      ExprColumns.collect(rule.condition(), columns);
      compared(rule.condition(), constants);
    }
    if (columns.isEmpty()) {
      return null;
    }
    List<List<Object>> values =
        columns.values().stream()
            .map(c -> values(c, constants.getOrDefault(c.name(), Set.of())))
            .toList();
    long all = values.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
    int sure = 0;
    while (all <= MOST && sure < rules.size() && plain(rules.get(sure).condition())) {
      sure++;
    }
    return new RuleTrial(frame(List.copyOf(columns.values()), values, all), sure);
  }

  /// Whether a condition compares columns with constants, and nothing else, and the trial values of
  /// those columns stand for all others: of texts without levels no trial value lies between two
  /// constants.
  private static boolean plain(@Nullable Expr condition) {
    return switch (condition) {
      case null -> true;
      case Expr.Column _, Expr.Constant _ -> true;
      case Expr.Call e ->
          switch (e.function()) {
            case AND, OR, NOT -> e.arguments().stream().allMatch(RuleTrial::plain);
            case EQUAL, NOT_EQUAL, IN, IS_NULL -> ofOneColumn(e);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                ofOneColumn(e) && e.arguments().stream().noneMatch(RuleTrial::textWithoutLevels);
            default -> false;
          };
      case Expr.Fact _, Expr.Aggregate _, Expr.Shift _, Expr.Case _, Expr.InTable _ -> false;
    };
  }

  private static boolean ofOneColumn(Expr.Call call) {
    return call.arguments().stream().filter(Expr.Column.class::isInstance).count() == 1
        && call.arguments().stream()
            .allMatch(a -> a instanceof Expr.Column || a instanceof Expr.Constant);
  }

  private static boolean textWithoutLevels(Expr argument) {
    return argument instanceof Expr.Column c
        && c.column().type() == Type.TEXT
        && c.column().levels().isEmpty();
  }

  /// The constants that stand beside each column in a comparison.
  private static void compared(@Nullable Expr expr, Map<String, Set<Object>> into) {
    if (expr instanceof Expr.Call call
        && List.of(ScalarFunction.AND, ScalarFunction.OR, ScalarFunction.NOT)
            .contains(call.function())) {
      call.arguments().forEach(a -> compared(a, into));
      return;
    }
    var columns = new LinkedHashMap<String, ColumnInfo>();
    ExprColumns.collect(expr, columns);
    var found = new LinkedHashSet<Object>();
    constants(expr, found);
    for (ColumnInfo column : columns.values()) {
      into.computeIfAbsent(column.name(), _ -> new LinkedHashSet<>()).addAll(found);
    }
  }

  private static void constants(@Nullable Expr expr, Set<Object> into) {
    switch (expr) {
      case null -> {}
      case Expr.Constant e -> {
        if (e.value() != null) {
          into.add(e.value());
        }
      }
      case Expr.Column _, Expr.Fact _, Expr.Aggregate _ -> {}
      case Expr.Call e -> e.arguments().forEach(a -> constants(a, into));
      case Expr.Shift e -> constants(e.date(), into);
      case Expr.Case e ->
          e.branches()
              .forEach(
                  b -> {
                    constants(b.condition(), into);
                    constants(b.result(), into);
                  });
      case Expr.InTable e -> constants(e.value(), into);
    }
  }

  /// Every combination of the trial values of the columns, thinned evenly where there are too many.
  private static Frame frame(List<ColumnInfo> columns, List<List<Object>> values, long all) {
    int n = (int) Math.min(all, MOST);
    Table table = Table.create();
    long step = 1;
    for (int c = 0; c < columns.size(); c++) {
      List<Object> of = values.get(c);
      var picked = new ArrayList<Object>();
      for (int i = 0; i < n; i++) {
        long place = all <= MOST ? i : (long) ((double) i / n * all) + i % 7;
        picked.add(of.get((int) (place / step % of.size())));
      }
      step *= of.size();
      table.addColumns(
          ColumnVectors.column(
              columns.get(c).name(), TrialVectors.of(columns.get(c).type(), picked)));
    }
    return new Frame(new Schema(columns), table);
  }

  private static List<Object> values(ColumnInfo column, Set<Object> constants) {
    var out = new LinkedHashSet<Object>();
    switch (column.type()) {
      case NUMBER -> {
        double[] points =
            constants.stream()
                .filter(Double.class::isInstance)
                .mapToDouble(c -> (double) c)
                .sorted()
                .distinct()
                .toArray();
        out.add(points.length == 0 ? 0.0 : points[0] - 1);
        for (int i = 0; i < points.length; i++) {
          out.add(points[i]);
          out.add(i + 1 < points.length ? (points[i] + points[i + 1]) / 2 : points[i] + 1);
        }
      }
      case TEXT -> {
        constants.stream().filter(String.class::isInstance).forEach(out::add);
        out.addAll(column.levels());
        if (column.levels().isEmpty()) {
          out.add("(any other)");
        }
      }
      case BOOLEAN -> {
        out.add(true);
        out.add(false);
      }
      case DATE -> {
        constants.stream()
            .filter(LocalDate.class::isInstance)
            .map(LocalDate.class::cast)
            .forEach(d -> out.addAll(List.of(d.minusDays(1), d, d.plusDays(1))));
        if (out.isEmpty()) {
          out.add(LocalDate.of(2000, 1, 1));
        }
      }
      case DATETIME -> {
        for (Object constant : constants) {
          LocalDateTime t =
              constant instanceof LocalDate d
                  ? d.atStartOfDay()
                  : constant instanceof LocalDateTime moment ? moment : null;
          if (t != null) {
            // A millisecond is the finest that a table keeps: it lies before the next constant.
            out.addAll(
                List.of(t.minusSeconds(1), t, t.plusSeconds(1), t.plus(1, ChronoUnit.MILLIS)));
          }
        }
        if (out.isEmpty()) {
          out.add(LocalDate.of(2000, 1, 1).atStartOfDay());
        }
      }
    }
    var list = new ArrayList<>(out);
    list.add(TrialVectors.NULL);
    return list;
  }
}
