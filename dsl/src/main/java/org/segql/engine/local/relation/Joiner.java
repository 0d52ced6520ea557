package org.segql.engine.local.relation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.ColumnRows;
import org.segql.engine.local.eval.ColumnVectors;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Grouping;
import org.segql.engine.local.eval.Selections;
import org.segql.engine.local.eval.Vector;
import org.segql.plan.Relation;
import tech.tablesaw.api.Table;

/// A hash join. Rows come in the order of the left table, partners in the order of the right one.
final class Joiner {
  private static final int[] NONE = {};

  private final Context context;
  private final RelationRunner runner;

  Joiner(Context context, RelationRunner runner) {
    this.context = context;
    this.runner = runner;
  }

  Frame join(Frame left, Frame right, Relation.Join r) {
    int n = left.rowCount();
    int m = right.rowCount();
    Grouping keys = keys(left, right, r.keys());
    int[] keyOf = keys.groupOf();
    int[][] partners = new Grouping(Arrays.copyOfRange(keyOf, n, n + m), keys.count()).members();
    var leftRows = new IntArrayList(n);
    var rightRows = new IntArrayList(n);
    int checkAt = 0;
    for (int i = 0; i < n; i++) {
      int[] found = keyOf[i] < 0 ? NONE : partners[keyOf[i]];
      for (int partner : found) {
        leftRows.add(i);
        rightRows.add(partner);
      }
      if (found.length == 0 && r.outer()) {
        leftRows.add(i);
        rightRows.add(-1);
      }
      // A key that is not unique can make very many rows of few.
      if (leftRows.size() >= checkAt || (i & 0xffff) == 0) {
        context.progress().check();
        checkAt = leftRows.size() + 0x10000;
      }
    }
    tell(r, n, leftRows, rightRows);
    return rows(left, right, r, leftRows.toIntArray(), rightRows.toIntArray());
  }

  /// One numbering of the keys of both tables, left rows first; -1 where a part of a key is
  /// missing.
  private Grouping keys(Frame left, Frame right, List<Relation.Join.Key> keys) {
    int n = left.rowCount();
    int m = right.rowCount();
    int[] top = new int[n + m];
    int[] bottom = new int[n + m];
    for (int i = 0; i < n + m; i++) {
      top[i] = i < n ? i : -1;
      bottom[i] = i < n ? -1 : i - n;
    }
    var stacked = new ArrayList<Vector>();
    for (var key : keys) {
      stacked.add(
          Selections.upper(
              ColumnVectors.of(left, key.left()).at(top),
              ColumnVectors.of(right, key.right()).at(bottom),
              n));
    }
    Grouping grouping = Grouping.by(stacked, n + m, context.progress());
    int[] groups = grouping.groupOf().clone();
    for (int i = 0; i < n + m; i++) {
      for (Vector v : stacked) {
        if (v.missing(i)) {
          groups[i] = -1;
        }
      }
    }
    return new Grouping(groups, grouping.count());
  }

  private void tell(Relation.Join r, int n, IntArrayList leftRows, IntArrayList rightRows) {
    long matched = 0;
    long distinct = 0;
    int last = -1;
    for (int k = 0; k < leftRows.size(); k++) {
      if (rightRows.getInt(k) >= 0) {
        matched++;
        distinct += leftRows.getInt(k) == last ? 0 : 1;
        last = leftRows.getInt(k);
      }
    }
    if (matched > distinct) {
      context
          .findings()
          .add(
              Diagnostic.warning(
                  Code.JOIN_MULTIPLIES,
                  "The join with `"
                      + r.rightName()
                      + "` makes "
                      + leftRows.size()
                      + " rows of "
                      + n
                      + ": its key is not unique there.",
                  "Aggregate `" + r.rightName() + "` by its key first, or add columns to ON."));
    }
    if (distinct < n) {
      context
          .findings()
          .add(
              Diagnostic.note(
                  Code.JOIN_UNMATCHED,
                  NumberText.whole(n - distinct)
                      + " of "
                      + NumberText.whole(n)
                      + " rows have no partner in `"
                      + r.rightName()
                      + "` and are "
                      + (r.outer() ? "kept with NULL." : "left out.")));
    }
  }

  private Frame rows(Frame left, Frame right, Relation.Join r, int[] leftRows, int[] rightRows) {
    Frame kept = runner.rows(left, leftRows);
    var infos = new ArrayList<>(kept.schema().columns());
    Table table = Table.create();
    kept.table().columns().forEach(table::addColumns);
    for (String name : r.rightColumns()) {
      String as = r.renamed().getOrDefault(name, name);
      table.addColumns(
          ColumnRows.at(right.table().column(name), as, rightRows, context.progress()));
      infos.add(right.schema().column(name).orElseThrow().named(as));
    }
    return new Frame(new Schema(infos), table);
  }
}
