package org.segql.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Makes a rule better to read: conditions go that are not worth their price, and limits become the
/// roundest numbers that tell nearly the same rows apart.
final class RulePolish {
  /// What a round number may cost of F1.
  private static final double ROUNDING = 0.002;

  private final RuleSample sample;
  private final int segment;

  RulePolish(RuleSample sample, int segment) {
    this.sample = sample;
    this.segment = segment;
  }

  List<RuleCondition> of(List<RuleCondition> rule) {
    return rounded(shortened(rule));
  }

  /// A rule with one condition more, joined to that of the same variable where there is one.
  static List<RuleCondition> narrowed(List<RuleCondition> rule, RuleCondition more) {
    var all = new ArrayList<RuleCondition>();
    RuleCondition joined = more;
    for (RuleCondition c : rule) {
      if (c.variable() == more.variable()) {
        joined = both(c, more);
      } else {
        all.add(c);
      }
    }
    all.add(joined);
    all.sort(Comparator.comparingInt(RuleCondition::variable));
    return all;
  }

  private static RuleCondition both(RuleCondition a, RuleCondition b) {
    return switch (a) {
      case RuleCondition.Range x -> {
        var y = (RuleCondition.Range) b;
        yield new RuleCondition.Range(
            x.variable(), Math.max(x.low(), y.low()), Math.min(x.high(), y.high()));
      }
      case RuleCondition.Levels x -> {
        var among = (BitSet) x.among().clone();
        among.and(((RuleCondition.Levels) b).among());
        yield new RuleCondition.Levels(x.variable(), among);
      }
    };
  }

  /// Leaves out, one at a time, what the score is best without.
  private List<RuleCondition> shortened(List<RuleCondition> rule) {
    List<RuleCondition> now = rule;
    double score = sample.score(segment, now);
    while (true) {
      List<RuleCondition> best = null;
      for (List<RuleCondition> shorter : shorter(now)) {
        double without = sample.score(segment, shorter);
        if (without >= score) {
          score = without;
          best = shorter;
        }
      }
      if (best == null) {
        return now;
      }
      now = best;
    }
  }

  /// The rule without one condition, or without one end of a range; never without all.
  private static List<List<RuleCondition>> shorter(List<RuleCondition> rule) {
    var all = new ArrayList<List<RuleCondition>>();
    for (int i = 0; i < rule.size(); i++) {
      if (rule.size() > 1) {
        var without = new ArrayList<>(rule);
        without.remove(i);
        all.add(without);
      }
      if (rule.get(i) instanceof RuleCondition.Range r && r.count() == 2) {
        all.add(with(rule, i, new RuleCondition.Range(r.variable(), r.low(), 1 / 0.0)));
        all.add(with(rule, i, new RuleCondition.Range(r.variable(), -1 / 0.0, r.high())));
      }
    }
    return all;
  }

  private static List<RuleCondition> with(List<RuleCondition> rule, int place, RuleCondition c) {
    var changed = new ArrayList<>(rule);
    changed.set(place, c);
    return changed;
  }

  private List<RuleCondition> rounded(List<RuleCondition> rule) {
    List<RuleCondition> now = rule;
    for (int i = 0; i < rule.size(); i++) {
      if (rule.get(i) instanceof RuleCondition.Range r) {
        now = roundest(now, i, r.low(), true);
        now = roundest(now, i, r.high(), false);
      }
    }
    return now;
  }

  /// The rule with one limit as round as it can be.
  private List<RuleCondition> roundest(
      List<RuleCondition> rule, int place, double limit, boolean low) {
    if (Double.isInfinite(limit)) {
      return rule;
    }
    var range = (RuleCondition.Range) rule.get(place);
    var variable = sample.variables().get(range.variable());
    double enough = sample.score(segment, rule) - ROUNDING;
    double between = (below(variable.values(), limit) + limit) / 2;
    return variable
        .roundings(between)
        .mapToObj(
            round ->
                with(
                    rule,
                    place,
                    new RuleCondition.Range(
                        range.variable(), low ? round : range.low(), low ? range.high() : round)))
        .filter(tried -> sample.score(segment, tried) >= enough)
        .findFirst()
        .orElse(rule);
  }

  /// The largest value below a limit.
  private static double below(double[] x, double limit) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      if (value < limit && value > largest) {
        largest = value;
      }
    }
    return Double.isInfinite(largest) ? limit : largest;
  }
}
