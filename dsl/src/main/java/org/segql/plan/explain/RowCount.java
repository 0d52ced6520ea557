package org.segql.plan.explain;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.segql.plan.Relation;

/// How many rows a relation gives, as far as can be told without computing it.
///
/// @param count negative: nothing can be told
/// @param exact whether it is so many, not at most so many
record RowCount(long count, boolean exact) {
  private static final RowCount UNKNOWN = new RowCount(-1, false);

  static RowCount of(Relation relation, Function<String, OptionalLong> rows) {
    return switch (relation) {
      case Relation.Scan r -> {
        OptionalLong count = rows.apply(r.table());
        yield count.isEmpty() ? UNKNOWN : new RowCount(count.getAsLong(), r.filter() == null);
      }
      case Relation.Filter r -> of(r.input(), rows).atMost();
      case Relation.Derive r -> of(r.input(), rows);
      case Relation.Project r -> of(r.input(), rows);
      case Relation.Aggregate r ->
          r.keys().isEmpty() ? new RowCount(1, true) : of(r.input(), rows).atMost();
      case Relation.Join _ -> UNKNOWN;
      case Relation.Union r -> of(r.input(), rows).plus(of(r.other(), rows));
      case Relation.Distinct r -> of(r.input(), rows).atMost();
      case Relation.Sort r -> of(r.input(), rows);
      case Relation.Limit r -> of(r.input(), rows).limited(r.count());
    };
  }

  private RowCount atMost() {
    return new RowCount(count, false);
  }

  private RowCount plus(RowCount other) {
    return count < 0 || other.count < 0
        ? UNKNOWN
        : new RowCount(count + other.count, exact && other.exact);
  }

  private RowCount limited(long limit) {
    return count < 0 ? new RowCount(limit, false) : new RowCount(Math.min(count, limit), exact);
  }

  /// `5,000 rows`, `at most 5,000 rows`; empty where nothing can be told.
  String text() {
    if (count < 0) {
      return "";
    }
    String rows = String.format(Locale.ROOT, "%,d", count) + (count == 1 ? " row" : " rows");
    return exact ? rows : "at most " + rows;
  }
}
