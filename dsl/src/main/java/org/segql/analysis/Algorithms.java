package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.algorithm.Arguments;
import org.segql.ast.Argument;
import org.segql.ast.CallOf;
import org.segql.definition.Parameter;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Expr;
import org.segql.plan.SegmentPlan;

/// What stands behind USING: the algorithm with its options, and the cases of `rules`.
final class Algorithms {
  private final Analysis analysis;
  private final Problems problems;

  Algorithms(Analysis analysis) {
    this.analysis = analysis;
    this.problems = analysis.problems();
  }

  /// @param rules of `rules(…)`; empty for every other algorithm
  /// @param defaults options left open, as they would be written
  record Chosen(Algorithm algorithm, List<SegmentPlan.RuleCase> rules, List<String> defaults) {}

  static List<String> names() {
    return Stream.of(AlgorithmDefinition.values()).map(AlgorithmDefinition::text).toList();
  }

  /// Null where the call is wrong.
  @Nullable Chosen of(CallOf call, Scope.Rows rows) {
    Optional<AlgorithmDefinition> definition = AlgorithmDefinition.find(call.name().text());
    if (definition.isEmpty()) {
      unknown(call);
      return null;
    }
    return definition.get() == AlgorithmDefinition.RULES
        ? rules(call, rows)
        : of(definition.get(), call, rows);
  }

  private void unknown(CallOf call) {
    String name = call.name().text();
    var hints = new ArrayList<String>();
    Suggestions.hint(name, names()).ifPresent(hints::add);
    if (hints.isEmpty()) {
      hints.add("There are " + Suggestions.and(names()) + ".");
    }
    problems.error(
        Code.UNKNOWN_ALGORITHM, call.name().span(), "There is no algorithm `" + name + "`.", hints);
  }

  private @Nullable Chosen of(AlgorithmDefinition definition, CallOf call, Scope.Rows rows) {
    var values = new ArgumentList(analysis, rows).check(definition, call.arguments(), call.span());
    if (values == null) {
      return null;
    }
    var defaults = new ArrayList<String>();
    for (Parameter p : definition.parameters()) {
      if (!values.containsKey(p.name()) && p.defaultText() != null) {
        defaults.add(definition.text() + " " + p.name() + " = " + p.defaultText());
      }
    }
    var numbers = new HashMap<String, Object>(values);
    numbers.replaceAll((_, v) -> "auto".equals(v) ? Double.valueOf(Double.NaN) : v);
    return new Chosen(definition.with(new Arguments(definition, numbers)), List.of(), defaults);
  }

  private @Nullable Chosen rules(CallOf call, Scope.Rows rows) {
    var cases = new ArrayList<SegmentPlan.RuleCase>();
    var labels = new HashSet<String>();
    boolean whole = true;
    for (Argument argument : call.arguments()) {
      SegmentPlan.RuleCase rule =
          argument instanceof Argument.Rule r ? rule(r, rows, labels) : null;
      if (!(argument instanceof Argument.Rule)) {
        problems.error(
            Code.WRONG_ARGUMENT,
            argument.span(),
            "rules takes cases: a name in quotes, WHEN and a condition.",
            "For example: `rules('VIP' WHEN spend > 1000, OTHERWISE 'Core')`.");
      }
      whole &= rule != null;
      if (rule != null) {
        whole &= !afterOtherwise(cases, rule);
        cases.add(rule);
      }
    }
    if (call.arguments().isEmpty()) {
      problems.error(
          Code.MISSING_ARGUMENT,
          call.span(),
          "rules needs at least one case.",
          "For example: `rules('VIP' WHEN spend > 1000, OTHERWISE 'Core')`.");
      return null;
    }
    return whole ? new Chosen(new Algorithm.Rules(), cases, List.of()) : null;
  }

  private SegmentPlan.@Nullable RuleCase rule(
      Argument.Rule rule, Scope.Rows rows, Set<String> labels) {
    String label = analysis.text(rule.label(), "A case of rules");
    Expr condition =
        rule.condition().isEmpty()
            ? null
            : new Expressions(analysis, rows).condition(rule.condition().get());
    if (label != null && !labels.add(label)) {
      problems.error(
          Code.DUPLICATE_NAME,
          rule.label().span(),
          "Two cases are called '" + label + "'.",
          "Join their conditions with OR, or give one of them another name.");
      return null;
    }
    boolean unclear = rule.condition().isPresent() && condition == null;
    return label == null || unclear
        ? null
        : new SegmentPlan.RuleCase(label, condition, problems.shown(rule.span()));
  }

  private boolean afterOtherwise(List<SegmentPlan.RuleCase> before, SegmentPlan.RuleCase rule) {
    boolean after = !before.isEmpty() && before.getLast().condition() == null;
    if (after) {
      problems.error(
          Code.WRONG_ARGUMENT,
          rule.span(),
          "OTHERWISE takes what no case before it took, so it stands last.");
    }
    return after;
  }
}
