package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Step;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.plan.Relation;

/// JOIN: its keys, and which names the columns of the joined table get.
final class Joins {
  private final Analysis analysis;
  private final Pipelines pipelines;

  Joins(Analysis analysis, Pipelines pipelines) {
    this.analysis = analysis;
    this.pipelines = pipelines;
  }

  Pipelines.State of(Pipelines.State state, Step.Join join) {
    Optional<CatalogEntry> entry = analysis.table(join.table());
    if (entry.isEmpty()) {
      return open(state);
    }
    Pipelines.State right = pipelines.scan(entry.get());
    var keys = new ArrayList<Relation.Join.Key>();
    boolean whole = state.whole() && right.whole();
    for (Step.Join.Key key : join.keys()) {
      Relation.Join.Key resolved = key(state.rows(), right.rows(), key);
      whole &= resolved != null;
      if (resolved != null) {
        keys.add(resolved);
      }
    }
    return joined(state, right, entry.get().name(), join, keys, whole);
  }

  /// What follows cannot know which columns there are.
  private static Pipelines.State open(Pipelines.State state) {
    return state
        .columns(state.relation(), state.rows().place(), true, state.rows().unresolved())
        .broken();
  }

  private Relation.Join.@Nullable Key key(
      Scope.Rows left, Scope.Rows right, Step.Join.Key written) {
    Expression.Reference a = written.left();
    Expression.Reference b = written.right();
    boolean swapped =
        belongs(a, right) && !belongs(a, left) && (!belongs(b, right) || belongs(b, left));
    ColumnInfo l = column(left, swapped ? b : a);
    ColumnInfo r = column(right, swapped ? a : b);
    if (l == null || r == null) {
      return null;
    }
    if (Typing.common(l.type(), r.type()) == null) {
      analysis
          .problems()
          .error(
              Code.WRONG_TYPE,
              written.span(),
              "`"
                  + l.name()
                  + "` is of type "
                  + l.type()
                  + " here and `"
                  + r.name()
                  + "` of type "
                  + r.type()
                  + " there: no rows would match.",
              "DERIVE "
                  + l.name()
                  + " = "
                  + r.type()
                  + "("
                  + l.name()
                  + ") before the JOIN makes them alike.");
      return null;
    }
    return new Relation.Join.Key(l.name(), r.name());
  }

  /// Whether a key is of these rows: by its table's name, or, without one, because the column is
  /// there.
  private static boolean belongs(Expression.Reference key, Scope.Rows rows) {
    return key.qualifier()
        .map(q -> rows.tables().containsKey(q.text().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> !rows.matching(key.name().text()).isEmpty());
  }

  private @Nullable ColumnInfo column(Scope.Rows rows, Expression.Reference key) {
    return new Columns(analysis.problems(), rows).find(key.qualifier(), key.name());
  }

  private Pipelines.State joined(
      Pipelines.State left,
      Pipelines.State right,
      String rightName,
      Step.Join join,
      List<Relation.Join.Key> keys,
      boolean whole) {
    Schema before = left.rows().schema();
    var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(before.names());
    var columns = new ArrayList<String>();
    var renamed = new HashMap<String, String>();
    var own = new LinkedHashMap<String, String>();
    for (ColumnInfo column : right.rows().schema().columns()) {
      String name = column.name();
      Optional<String> equalKey =
          keys.stream()
              .filter(k -> k.right().equals(name) && k.left().equalsIgnoreCase(name))
              .map(Relation.Join.Key::left)
              .findFirst();
      if (equalKey.isPresent()) {
        own.put(name, equalKey.get());
        continue;
      }
      String here = free(name, rightName, taken);
      if (!here.equals(name)) {
        renamed.put(name, here);
      }
      taken.add(here);
      columns.add(name);
      own.put(name, here);
    }
    var relation =
        new Relation.Join(
            left.relation(), right.relation(), rightName, keys, join.left(), columns, renamed);
    return state(left, right, rightName, relation, own, whole && keys.size() == join.keys().size());
  }

  private static Pipelines.State state(
      Pipelines.State left,
      Pipelines.State right,
      String rightName,
      Relation.Join relation,
      Map<String, String> own,
      boolean whole) {
    boolean open = left.rows().schema().open() || right.rows().schema().open();
    var schema = new Schema(relation.schema().columns(), open);
    var tables = new HashMap<>(left.rows().tables());
    tables.put(rightName.toLowerCase(Locale.ROOT), own);
    var rows =
        new Scope.Rows(
            "the joined tables", new ColumnIndex(schema), left.rows().unresolved(), tables, null);
    return new Pipelines.State(relation, rows, whole);
  }

  /// The name, or with its table before it where it is taken.
  private static String free(String name, String table, Set<String> taken) {
    String here = name;
    for (int i = 1; taken.contains(here); i++) {
      here = table + "_" + name + (i == 1 ? "" : "_" + i);
    }
    return here;
  }
}
