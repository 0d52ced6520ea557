package org.segql.engine.local.segment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.ColumnVectors;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.eval.Vector;
import org.segql.function.Literals;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.SegmentPlan.RuleCase;
import tech.tablesaw.api.Table;

/// Looks at rules before they run, whatever the data: gaps, overlaps, rules that can never match.
/// The rules are tried on made-up rows that stand on, just below and just above every constant that
/// a rule compares a column with, and between neighbours: between two constants all values behave
/// alike, so nothing is overlooked where conditions compare columns with constants; of others it is
/// never said that they cannot match.
final class RuleChecks {
  /// More combinations than this are thinned.
  private static final int MOST = 50_000;

  private RuleChecks() {}

  static void check(List<RuleCase> rules, Context context) {
    var columns = new LinkedHashMap<String, ColumnInfo>();
    var constants = new HashMap<String, Set<Object>>();
    for (var rule : rules) {
      ExprColumns.collect(rule.condition(), columns);
      compared(rule.condition(), constants);
    }
    if (columns.isEmpty()) {
      return;
    }
    List<List<Object>> values =
        columns.values().stream()
            .map(c -> values(c, constants.getOrDefault(c.name(), Set.of())))
            .toList();
    long all = values.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
    Frame trial = trial(List.copyOf(columns.values()), values, all);
    var quiet = new Context(context.asOf(), context.tables(), context.progress(), new Findings());
    var rows = new Evaluator(trial, quiet);
    List<byte @Nullable []> holds = new ArrayList<>();
    for (var rule : rules) {
      holds.add(rule.condition() == null ? null : rows.condition(rule.condition()).values());
    }
    int sure = 0;
    while (all <= MOST && sure < rules.size() && plain(rules.get(sure).condition())) {
      sure++;
    }
    new Verdicts(rules, holds, trial, sure, context.findings()).tell();
  }

  /// Whether a condition compares columns with constants, and nothing else.
  private static boolean plain(@Nullable Expr condition) {
    return switch (condition) {
      case null -> true;
      case Expr.Column _, Expr.Constant _ -> true;
      case Expr.Call e ->
          switch (e.function()) {
            case AND, OR, NOT -> e.arguments().stream().allMatch(RuleChecks::plain);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, IS_NULL ->
                e.arguments().stream().filter(Expr.Column.class::isInstance).count() == 1
                    && e.arguments().stream()
                        .allMatch(a -> a instanceof Expr.Column || a instanceof Expr.Constant);
            default -> false;
          };
      case Expr.Fact _, Expr.Aggregate _, Expr.Shift _, Expr.Case _, Expr.InTable _ -> false;
    };
  }

  /// @param sure how many of the first rules are such that the trial rows overlook nothing
  private record Verdicts(
      List<RuleCase> rules,
      List<byte @Nullable []> holds,
      Frame trial,
      int sure,
      Findings findings) {

    void tell() {
      int n = trial.rowCount();
      int[] first = new int[n];
      boolean[] wins = new boolean[rules.size()];
      boolean[] holdsSomewhere = new boolean[rules.size()];
      Map<Long, Integer> overlaps = new LinkedHashMap<>();
      int gap = -1;
      for (int i = 0; i < n; i++) {
        first[i] = -1;
        for (int r = 0; r < rules.size(); r++) {
          if (!holds(r, i)) {
            continue;
          }
          holdsSomewhere[r] = true;
          if (first[i] < 0) {
            first[i] = r;
            wins[r] = true;
          } else if (rules.get(r).condition() != null
              && !rules.get(r).label().equals(rules.get(first[i]).label())) {
            overlaps.putIfAbsent((long) first[i] << 32 | r, i);
          }
        }
        gap = first[i] < 0 && gap < 0 && complete(i) ? i : gap;
      }
      tellUnreachable(wins, holdsSomewhere);
      tellOverlaps(overlaps, wins);
      if (gap >= 0) {
        findings.add(
            Diagnostic.warning(
                Code.RULE_GAP,
                "A row with " + shown(gap) + " would meet none of the rules and have no segment.",
                "OTHERWISE 'Other' as the last rule takes such rows in."));
      }
    }

    private boolean holds(int rule, int row) {
      byte[] values = holds.get(rule);
      return values == null || values[row] == 1;
    }

    private boolean complete(int row) {
      return trial.table().columns().stream().noneMatch(c -> c.isMissing(row));
    }

    private void tellUnreachable(boolean[] wins, boolean[] holdsSomewhere) {
      for (int r = 0; r < sure; r++) {
        if (wins[r] || rules.get(r).condition() == null) {
          continue;
        }
        findings.add(
            Diagnostic.warning(
                    Code.UNREACHABLE_RULE,
                    holdsSomewhere[r]
                        ? "The rule '"
                            + rules.get(r).label()
                            + "' can never match: rules before it take every row that it would."
                        : "The rule '"
                            + rules.get(r).label()
                            + "' can never match: its condition holds for no row.",
                    "Put the narrower rule first, or take this one out.")
                .at(null, rules.get(r).span()));
      }
    }

    private void tellOverlaps(Map<Long, Integer> overlaps, boolean[] wins) {
      overlaps.forEach(
          (pair, row) -> {
            int a = (int) (pair >> 32);
            int b = pair.intValue();
            if (wins[b]) {
              findings.add(
                  Diagnostic.warning(
                          Code.RULE_OVERLAP,
                          "A row with "
                              + shown(row)
                              + " meets '"
                              + rules.get(a).label()
                              + "' and '"
                              + rules.get(b).label()
                              + "'; the first one wins.",
                          "Narrow one of them if that is not meant.")
                      .at(null, rules.get(b).span()));
            }
          });
    }

    private String shown(int row) {
      var parts = new ArrayList<String>();
      for (ColumnInfo column : trial.schema().columns()) {
        Object value = trial.table().column(column.name()).get(row);
        boolean missing = trial.table().column(column.name()).isMissing(row);
        parts.add(
            column.name()
                + " = "
                + (missing
                    ? "NULL"
                    : value instanceof Double d
                        ? Literals.text(d)
                        : value instanceof Boolean b
                            ? b.toString().toUpperCase(Locale.ROOT)
                            : "'" + value + "'"));
      }
      return String.join(", ", parts);
    }
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
  private static Frame trial(List<ColumnInfo> columns, List<List<Object>> values, long all) {
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
          ColumnVectors.column(columns.get(c).name(), vector(columns.get(c).type(), picked)));
    }
    return new Frame(new Schema(columns), table);
  }

  private static Vector vector(Type type, List<Object> values) {
    return TrialVectors.of(type, values);
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
            out.addAll(List.of(t.minusSeconds(1), t, t.plusSeconds(1)));
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
