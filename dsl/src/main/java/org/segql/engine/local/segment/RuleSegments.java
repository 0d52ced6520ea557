package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Findings;
import org.segql.plan.SegmentPlan;

/// USING rules(…): the first rule that is TRUE gives the segment; rules with equal names give one.
final class RuleSegments {
  private final SegmentPlan plan;
  private final Evaluator rows;
  private final boolean[] in;
  private final double @Nullable [] weights;
  private final Findings findings;

  RuleSegments(
      SegmentPlan plan,
      Evaluator rows,
      boolean[] in,
      double @Nullable [] weights,
      Findings findings) {
    this.plan = plan;
    this.rows = rows;
    this.in = in;
    this.weights = weights;
    this.findings = findings;
  }

  record Result(Assignment.Ruled assignment, Membership membership, List<String> names) {}

  Result assign() {
    var labels = new LinkedHashMap<String, Integer>();
    int[] labelOf = new int[in.length];
    Arrays.fill(labelOf, -1);
    for (var rule : plan.rules()) {
      int label = labels.computeIfAbsent(rule.label(), _ -> labels.size());
      byte[] holds = rule.condition() == null ? null : rows.condition(rule.condition()).values();
      for (int i = 0; i < in.length; i++) {
        if (in[i] && labelOf[i] < 0 && (holds == null || holds[i] == 1)) {
          labelOf[i] = label;
        }
      }
    }
    double[] population = new double[labels.size()];
    long unmatched = 0;
    for (int i = 0; i < in.length; i++) {
      if (labelOf[i] >= 0) {
        population[labelOf[i]] += weights == null ? 1 : weights[i];
      } else if (in[i]) {
        unmatched++;
      }
    }
    tell(labels.keySet().stream().toList(), population, unmatched);
    return result(List.copyOf(labels.keySet()), labelOf, population);
  }

  private void tell(List<String> labels, double[] population, long unmatched) {
    findings.count(
        Code.RULE_GAP,
        unmatched,
        "rows meet none of the rules and have no segment",
        "OTHERWISE 'Other' as the last rule takes them in.");
    for (int l = 0; l < labels.size(); l++) {
      if (population[l] == 0) {
        findings.add(
            Diagnostic.note(
                Code.EMPTY_SEGMENT,
                "No row is in '" + labels.get(l) + "', so it is not among the segments."));
      }
    }
  }

  private Result result(List<String> labels, int[] labelOf, double[] population) {
    var filled = new ArrayList<Integer>();
    for (int l = 0; l < labels.size(); l++) {
      if (population[l] > 0) {
        filled.add(l);
      }
    }
    filled.sort(
        Comparator.comparingDouble((Integer l) -> -population[l]).thenComparing(labels::get));
    int[] segmentOf = new int[labels.size()];
    Arrays.fill(segmentOf, Assignment.NONE);
    var names = new ArrayList<String>();
    for (int l : filled) {
      names.add(labels.get(l));
      segmentOf[l] = names.size();
    }
    Membership blank = ModelScorer.blank(in);
    for (int i = 0; i < in.length; i++) {
      blank.segments()[i] = labelOf[i] < 0 ? Assignment.NONE : segmentOf[labelOf[i]];
    }
    var cases =
        plan.rules().stream()
            .map(
                r -> new Assignment.Ruled.Case(r.condition(), segmentOf[labels.indexOf(r.label())]))
            .toList();
    return new Result(new Assignment.Ruled(cases), blank, names);
  }
}
