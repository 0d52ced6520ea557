package org.segql.analysis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.ast.Expression;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Expr;
import org.segql.plan.Relation;

/// Which date AS_OF() is: the one written, else the newest of the one date column there is.
final class AsOfs {
  private final Analysis analysis;

  AsOfs(Analysis analysis) {
    this.analysis = analysis;
  }

  /// @param sources the tables that the statement reads, its own source first
  Relation.AsOf of(Optional<Expression> written, List<CatalogEntry> sources) {
    if (written.isPresent()) {
      return fixed(written.get());
    }
    Span used = analysis.asOfUsed();
    return used == null ? new Relation.AsOf.Unused() : newest(used, sources);
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

  private Relation.AsOf newest(Span used, List<CatalogEntry> sources) {
    for (CatalogEntry source : sources) {
      if (source.schema().open()) {
        return new Relation.AsOf.Unused();
      }
      var dates = source.schema().columns().stream().filter(c -> Typing.isDate(c.type())).toList();
      if (dates.size() == 1) {
        return new Relation.AsOf.NewestOf(source.name(), dates.getFirst().name());
      }
      if (!dates.isEmpty()) {
        several(used, source, dates);
        return new Relation.AsOf.Unused();
      }
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

  private void several(Span used, CatalogEntry source, List<ColumnInfo> dates) {
    var names = new ArrayList<String>();
    dates.forEach(d -> names.add(d.name()));
    analysis
        .problems()
        .error(
            Code.AS_OF_NEEDED,
            used,
            "AS_OF() could be the newest date of "
                + Suggestions.or(names)
                + " of `"
                + source.name()
                + "`.",
            "AS OF says which date is meant: `AS OF DATE '2026-01-31'`.");
  }
}
