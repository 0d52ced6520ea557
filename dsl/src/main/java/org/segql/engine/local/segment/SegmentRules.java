package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.measure.RuleCondition;
import org.segql.measure.RuleTree;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;

/// The rule of each segment, in original units: what {@link RuleTree} finds on a sample, with its
/// precision and coverage on all rows. Noise takes no part. Segments made by `rules` have the
/// conditions that made them.
///
/// @param rows in segments
/// @param sampled those that were looked at to find the rules
public record SegmentRules(List<SegmentRule> each, int rows, int sampled) {
  public SegmentRules {
    each = List.copyOf(each);
  }

  /// What rules of a segmentation speak of, unless a statement says otherwise: what formed the
  /// segments.
  public static List<Named> variables(LocalSegmentation s) {
    return s.model().assignment() instanceof Assignment.Ruled ruled
        ? columns(ruled)
        : s.model().variables();
  }

  private static List<Named> columns(Assignment.Ruled ruled) {
    var conditions = new ArrayList<Expr>();
    for (var rule : ruled.cases()) {
      Expr condition = rule.condition();
      if (condition != null) {
        conditions.add(condition);
      }
    }
    return ExprColumns.of(conditions).stream()
        .map(c -> new Named(c.name(), new Expr.Column(c)))
        .toList();
  }

  /// @param labels one a row of the frame, from 0; -1 takes no part
  /// @param frame the rows with the columns of the variables
  public static SegmentRules of(
      LocalSegmentation s, int[] labels, int k, List<Named> variables, Frame frame, Context in) {
    // What it meets on its way has been said when the segments were made.
    var rows = new Evaluator(frame, in.quiet());
    return new Maker(s, labels, k, variables, rows).make();
  }

  private record Maker(
      LocalSegmentation s, int[] labels, int k, List<Named> variables, Evaluator rows) {

    SegmentRules make() {
      rows.context().progress().report("rules of " + k + " segments", -1);
      List<RuleSubject> subjects = RuleSubject.of(variables, rows);
      if (subjects.isEmpty() || k < 2) {
        return new SegmentRules(List.of(), 0, 0);
      }
      RuleTree tree =
          RuleTree.of(
              subjects.stream().map(RuleSubject::variable).toList(),
              labels,
              k,
              s.weights(),
              s.model().seed());
      List<List<Expr>> known = IntStream.rangeClosed(1, k).mapToObj(this::known).toList();
      // The tree is only read, and so the rules can be looked for side by side.
      List<List<RuleCondition>> found =
          IntStream.range(0, k)
              .parallel()
              .mapToObj(j -> known.get(j).isEmpty() ? rule(tree, j) : List.<RuleCondition>of())
              .toList();
      var rules = new ArrayList<SegmentRule>();
      for (int segment = 0; segment < k; segment++) {
        List<Expr> conditions = known.get(segment);
        rules.add(
            conditions.isEmpty()
                ? found(segment, found.get(segment), subjects)
                : made(segment, conditions));
      }
      int taking = (int) Arrays.stream(labels).filter(label -> label >= 0).count();
      return new SegmentRules(rules, taking, tree.rows());
    }

    private List<RuleCondition> rule(RuleTree tree, int segment) {
      rows.context().progress().check();
      return tree.rule(segment);
    }

    private SegmentRule found(int segment, List<RuleCondition> rule, List<RuleSubject> subjects) {
      List<Expr> written =
          rule.stream().flatMap(c -> subjects.get(c.variable()).written(c).stream()).toList();
      boolean[] holds = new boolean[labels.length];
      Arrays.fill(holds, true);
      rule.forEach(c -> c.narrow(holds, subjects.get(c.variable()).variable().values()));
      return judged(segment, written, holds);
    }

    private SegmentRule made(int segment, List<Expr> conditions) {
      byte[] values = rows.condition(ExprTree.and(conditions)).values();
      boolean[] holds = new boolean[values.length];
      for (int i = 0; i < holds.length; i++) {
        holds[i] = values[i] == 1;
      }
      return judged(segment, conditions, holds);
    }

    /// The condition that made a segment of `rules`, where it is one.
    private List<Expr> known(int number) {
      if (!(s.model().assignment() instanceof Assignment.Ruled ruled) || k != s.k()) {
        return List.of();
      }
      var cases = ruled.cases().stream().filter(c -> c.segment() == number).toList();
      Expr only = cases.size() == 1 ? cases.getFirst().condition() : null;
      return only == null ? List.of() : ExprTree.conjuncts(only);
    }

    private SegmentRule judged(int segment, List<Expr> conditions, boolean[] holds) {
      if (conditions.isEmpty()) {
        return new SegmentRule(segment + 1, null, Double.NaN, Double.NaN, 0);
      }
      double @Nullable [] weights = s.weights();
      double both = 0;
      double members = 0;
      double met = 0;
      for (int i = 0; i < holds.length; i++) {
        double w = labels[i] < 0 ? 0 : weights == null ? 1 : weights[i];
        members += labels[i] == segment ? w : 0;
        met += holds[i] ? w : 0;
        both += labels[i] == segment && holds[i] ? w : 0;
      }
      return new SegmentRule(
          segment + 1,
          ExprTree.and(conditions),
          met > 0 ? both / met : Double.NaN,
          both / members,
          conditions.size());
    }
  }
}
