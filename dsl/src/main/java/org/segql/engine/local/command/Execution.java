package org.segql.engine.local.command;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Work;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.LocalTable;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.relation.RelationRunner;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.plan.Expr;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;

/// What the execution of one command needs again and again: tables by name, the date of AS OF, what
/// was found on the way.
final class Execution {
  private final Work work;
  private final Findings findings = new Findings();

  Execution(Work work) {
    this.work = work;
  }

  /// The same work, with findings of its own.
  Execution apart() {
    return new Execution(work);
  }

  Work work() {
    return work;
  }

  Findings findings() {
    return findings;
  }

  CatalogEntry entry(String name) {
    return work.catalog()
        .find(name)
        .orElseThrow(
            () ->
                new SegqlException(
                    Diagnostic.error(
                        Code.UNKNOWN_TABLE, "`" + name + "` is not known to this session.")));
  }

  LocalData data(String name) {
    CatalogEntry entry = entry(name);
    if (entry.data() instanceof LocalData data) {
      return data;
    }
    throw new SegqlException(
        Diagnostic.error(
            Code.UNKNOWN_TABLE,
            "`" + name + "` is a " + entry.kind().text() + " and has no rows to read."));
  }

  LocalSegmentation segmentation(String name) {
    if (entry(name).data() instanceof LocalSegmentation segmentation) {
      return segmentation;
    }
    throw new SegqlException(
        Diagnostic.error(Code.UNKNOWN_TABLE, "`" + name + "` is no segmentation."));
  }

  Frame columns(String table, List<String> columns) {
    LocalData data = data(table);
    Frame frame =
        columns.isEmpty()
            ? data.columns(data.schema().names().subList(0, 1), work.progress())
            : data.columns(columns, work.progress());
    takeFindings(data);
    return frame;
  }

  private Context.Tables tables() {
    return new Context.Tables() {
      @Override
      public Frame columns(String table, List<String> columns) {
        return Execution.this.columns(table, columns);
      }

      @Override
      public Optional<Frame> where(String table, List<String> columns, Expr condition) {
        LocalData data = data(table);
        Optional<Frame> some = data.where(columns, condition, work.progress());
        takeFindings(data);
        return some;
      }
    };
  }

  void takeFindings(LocalData data) {
    if (data instanceof LocalTable table) {
      findings.addAll(table.takeFindings());
    }
  }

  Context context(@Nullable LocalDate asOf) {
    return new Context(asOf, tables(), work.progress(), findings);
  }

  /// What expressions of a segmentation are computed in.
  Context contextOf(@Nullable SegmentPlan plan) {
    return context(plan == null ? null : date(plan.asOf()));
  }

  /// The names of columns, and another's where there are none: one is needed to know the rows.
  static List<String> names(List<ColumnInfo> columns, Schema all) {
    Set<String> names = new LinkedHashSet<>();
    columns.forEach(c -> names.add(c.name()));
    if (names.isEmpty()) {
      names.add(all.names().getLast());
    }
    return List.copyOf(names);
  }

  Frame run(Relation relation, Relation.AsOf asOf) {
    return new RelationRunner(context(date(asOf))).run(relation);
  }

  /// The date that AS_OF() is.
  @Nullable LocalDate date(Relation.AsOf asOf) {
    return switch (asOf) {
      case Relation.AsOf.Fixed f -> f.date();
      case Relation.AsOf.Unused _ -> null;
      case Relation.AsOf.NewestOf n -> {
        LocalDate newest = newest(n);
        findings.add(
            Diagnostic.note(
                Code.AS_OF_DEFAULT,
                newest == null
                    ? "AS_OF() is NULL: " + n.text() + " has no date."
                    : "AS_OF() is " + newest + ", the newest " + n.text() + ".",
                "AS OF DATE '…' fixes it."));
        yield newest;
      }
    };
  }

  /// What is found on the way is found again by the statement itself.
  private @Nullable LocalDate newest(Relation.AsOf.NewestOf n) {
    var quiet = new Context(null, tables(), work.progress(), new Findings());
    Frame frame = new RelationRunner(quiet).run(n.input());
    String column = n.column();
    boolean day = frame.schema().column(column).orElseThrow().type() == Type.DATE;
    if (day) {
      return ((DateColumn) frame.table().column(column)).max();
    }
    var moment = ((DateTimeColumn) frame.table().column(column)).max();
    return moment == null ? null : moment.toLocalDate();
  }
}
