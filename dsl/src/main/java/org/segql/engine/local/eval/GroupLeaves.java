package org.segql.engine.local.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.segql.plan.Expr;

/// Leaves over groups: aggregates of their rows; a column outside an aggregate is a key, taken from
/// the group's first row; facts about segments come from whoever knows them.
public final class GroupLeaves implements Evaluator.Leaves {
  private final Evaluator rows;
  private final Grouping grouping;
  private final Aggregator aggregator;
  private final Function<Expr.Fact, Vector> facts;
  private final int[] first;
  private final Map<Expr.Aggregate, Vector> computed = new HashMap<>();

  public GroupLeaves(
      Evaluator rows, Grouping grouping, Aggregator aggregator, Function<Expr.Fact, Vector> facts) {
    this.rows = rows;
    this.grouping = grouping;
    this.aggregator = aggregator;
    this.facts = facts;
    this.first = grouping.firstRows();
  }

  @Override
  public int size() {
    return grouping.count();
  }

  @Override
  public Vector column(Expr.Column column) {
    return rows.eval(column).at(first);
  }

  @Override
  public Vector aggregate(Expr.Aggregate aggregate) {
    return computed.computeIfAbsent(aggregate, aggregator::aggregate);
  }

  @Override
  public Vector fact(Expr.Fact fact) {
    return facts.apply(fact);
  }
}
