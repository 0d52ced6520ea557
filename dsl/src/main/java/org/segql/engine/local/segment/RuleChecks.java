package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Findings;
import org.segql.function.Literals;
import org.segql.plan.SegmentPlan.RuleCase;

/// Looks at rules before they run, whatever the data: gaps, overlaps, rules that can never match.
/// They are tried on the rows of a {@link RuleTrial}; of rules for which those may overlook
/// something it is never said that they cannot match.
final class RuleChecks {
  private RuleChecks() {}

  static void check(List<RuleCase> rules, Context context) {
    RuleTrial trial = RuleTrial.of(rules);
    if (trial == null) {
      return;
    }
    var rows = new Evaluator(trial.frame(), context.quiet());
    List<byte @Nullable []> holds = new ArrayList<>();
    for (var rule : rules) {
      holds.add(rule.condition() == null ? null : rows.condition(rule.condition()).values());
    }
    new Verdicts(rules, holds, trial.frame(), trial.sure(), context.findings()).tell();
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
}
