package org.segql.engine.local.relation;

import java.util.Arrays;
import java.util.List;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Ranks;
import org.segql.plan.Relation;

/// Orders rows by keys: stable, NULL last in both directions.
public final class RowSort {
  private RowSort() {}

  /// The places of the rows in their new order.
  public static int[] order(Evaluator rows, List<Relation.SortExpr> keys) {
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    for (var key : keys.reversed()) {
      long[] ranks = Ranks.of(rows.eval(key.value()), key.descending());
      Integer[] boxed = Arrays.stream(order).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, (i, j) -> Long.compare(ranks[i], ranks[j]));
      Arrays.setAll(order, i -> boxed[i]);
    }
    return order;
  }
}
