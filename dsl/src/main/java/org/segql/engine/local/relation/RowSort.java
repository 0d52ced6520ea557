package org.segql.engine.local.relation;

import java.util.List;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Order;
import org.segql.engine.local.eval.Ranks;
import org.segql.plan.Relation;

/// Orders rows by keys: stable, NULL last in both directions.
public final class RowSort {
  private RowSort() {}

  /// The places of the rows in their new order.
  public static int[] order(Evaluator rows, List<Relation.SortExpr> keys) {
    var progress = rows.context().progress();
    long[][] ranks = new long[keys.size()][];
    for (int k = 0; k < ranks.length; k++) {
      ranks[k] = Ranks.of(rows.eval(keys.get(k).value()), keys.get(k).descending(), progress);
    }
    return Order.of(
        rows.size(),
        (i, j) -> {
          int order = 0;
          for (int k = 0; k < ranks.length && order == 0; k++) {
            order = Long.compare(ranks[k][i], ranks[k][j]);
          }
          return order;
        },
        progress);
  }
}
