package org.segql.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.diagnostic.Span;

/// Everything that a SEGMENT decides before it sees the data.
///
/// @param source the name of the table
/// @param input its columns that are used, all rows, in the source's order
/// @param where rows that take part; null: all
/// @param describedBy profiled beside the variables
/// @param rules the cases of USING rules(…), in order; empty for every other algorithm
/// @param name what the result is kept as
/// @param defaults the choices that the script left open, as notes: `SCALE ZSCORE`, `SEED 42`
public record SegmentPlan(
    String source,
    Relation input,
    @Nullable Expr where,
    List<Variable> variables,
    List<Named> describedBy,
    @Nullable String id,
    @Nullable String weight,
    Algorithm algorithm,
    List<RuleCase> rules,
    long seed,
    List<GatePlan> gates,
    Naming naming,
    @Nullable Target target,
    Relation.AsOf asOf,
    Optional<String> per,
    String name,
    List<String> defaults) {
  public SegmentPlan {
    variables = List.copyOf(variables);
    describedBy = List.copyOf(describedBy);
    rules = List.copyOf(rules);
    gates = List.copyOf(gates);
    defaults = List.copyOf(defaults);
  }

  /// The same on another input.
  public SegmentPlan withInput(Relation newInput) {
    return with(newInput, algorithm, rules, asOf, defaults);
  }

  /// The same with another date for AS_OF().
  public SegmentPlan withAsOf(Relation.AsOf newAsOf) {
    return with(input, algorithm, rules, newAsOf, defaults);
  }

  /// The same with another algorithm.
  ///
  /// @param newDefaults the choices that the script left open with it
  public SegmentPlan with(
      Algorithm newAlgorithm, List<RuleCase> newRules, List<String> newDefaults) {
    return with(input, newAlgorithm, newRules, asOf, newDefaults);
  }

  private SegmentPlan with(
      Relation newInput,
      Algorithm newAlgorithm,
      List<RuleCase> newRules,
      Relation.AsOf newAsOf,
      List<String> newDefaults) {
    return new SegmentPlan(
        source,
        newInput,
        where,
        variables,
        describedBy,
        id,
        weight,
        newAlgorithm,
        newRules,
        seed,
        gates,
        naming,
        target,
        newAsOf,
        per,
        name,
        newDefaults);
  }

  /// A variable that forms the segments.
  ///
  /// @param span where it is written, for what only the data can show
  public record Variable(String name, Expr value, Preparation preparation, Span span) {}

  /// `'VIP' WHEN spend > 1000`; a null condition is OTHERWISE.
  public record RuleCase(String label, @Nullable Expr condition, Span span) {}

  /// A condition of REQUIRE, with its text for the evidence.
  public record GatePlan(boolean every, Expr condition, String text, Span span) {}

  public sealed interface Naming {
    record Auto() implements Naming {}

    record From(String segmentation) implements Naming {}

    record ByNumber(Map<Integer, String> names) implements Naming {
      public ByNumber {
        names = Map.copyOf(names);
      }
    }

    /// @param otherwise null: AUTO
    record ByRule(List<RuleCase> rules, @Nullable String otherwise) implements Naming {
      public ByRule {
        rules = List.copyOf(rules);
      }
    }
  }

  /// @param limit negative: none
  public record Target(
      @Nullable Expr where, List<Relation.SortExpr> orderBy, long limit, String text) {
    public Target {
      orderBy = List.copyOf(orderBy);
    }
  }
}
