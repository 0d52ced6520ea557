package org.segql.analysis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.segql.ast.Expression;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.plan.Expr;
import org.segql.plan.MeasuredDates;
import org.segql.plan.Relation;
import org.segql.plan.Relation.AsOf.NewestOf;

/// Which date AS_OF() is: the one written, else the newest of the date that it is measured against.
final class AsOfs {
  private final Analysis analysis;

  AsOfs(Analysis analysis) {
    this.analysis = analysis;
  }

  /// @param sources the tables that the statement reads, its own source first
  /// @param uses where AS_OF() stands in what the statement does
  Relation.AsOf of(
      Optional<Expression> written, List<CatalogEntry> sources, List<MeasuredDates.Use> uses) {
    if (written.isPresent()) {
      return fixed(written.get());
    }
    boolean open = sources.stream().anyMatch(s -> s.schema().open());
    if (uses.isEmpty() || open) {
      return new Relation.AsOf.Unused();
    }
    NewestOf found = null;
    for (MeasuredDates.Use use : uses) {
      var dates = new LinkedHashSet<>(use.dates());
      if (found != null) {
        dates.add(found);
      }
      if (dates.size() > 1) {
        return several(analysis.asOf(use.call()), List.copyOf(dates));
      }
      found = dates.isEmpty() ? found : dates.getFirst();
    }
    return found == null ? only(analysis.asOf(uses.getFirst().call()), sources) : found;
  }

  private Relation.AsOf fixed(Expression e) {
    Expr.Constant constant = analysis.constant(e);
    if (constant == null) {
      return new Relation.AsOf.Unused();
    }
    if (constant.value() instanceof LocalDate date) {
      return new Relation.AsOf.Fixed(date);
    }
    if (constant.value() instanceof LocalDateTime time) {
      return new Relation.AsOf.Fixed(time.toLocalDate());
    }
    boolean isDate = constant.value() instanceof String s && s.matches("\\d{4}-\\d\\d-\\d\\d");
    analysis
        .problems()
        .error(
            Code.WRONG_TYPE,
            e.span(),
            "AS OF takes a date.",
            "Write `DATE '" + (isDate ? constant.value() : "2026-01-31") + "'`.");
    return new Relation.AsOf.Unused();
  }

  /// Where no date stands beside AS_OF(): the one date column of all the tables.
  private Relation.AsOf only(Span used, List<CatalogEntry> sources) {
    var dates = new LinkedHashSet<NewestOf>();
    for (CatalogEntry source : sources) {
      for (ColumnInfo c : source.schema().columns()) {
        if (Typing.isDate(c.type())) {
          var scan = new Relation.Scan(source.name(), List.of(c), null);
          dates.add(new NewestOf(scan, c.name()));
        }
      }
    }
    if (dates.size() == 1) {
      return dates.getFirst();
    }
    if (dates.size() > 1) {
      return several(used, List.copyOf(dates));
    }
    analysis
        .problems()
        .error(
            Code.AS_OF_NEEDED,
            used,
            "AS_OF() has no date: no table of the statement has a date column.",
            "AS OF says which date it is: `AS OF DATE '2026-01-31'`.");
    return new Relation.AsOf.Unused();
  }

  private Relation.AsOf several(Span used, List<NewestOf> dates) {
    var texts = new ArrayList<String>(dates.stream().map(NewestOf::text).toList());
    String last = texts.removeLast();
    analysis
        .problems()
        .error(
            Code.AS_OF_NEEDED,
            used,
            "AS_OF() could be the newest " + String.join(", ", texts) + " or " + last + ".",
            "AS OF says which date is meant: `AS OF DATE '2026-01-31'`.");
    return new Relation.AsOf.Unused();
  }
}
