package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.NumberText;
import org.segql.engine.Outcome;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalTable;
import org.segql.engine.local.scan.TableSource;
import org.segql.function.Redaction;
import org.segql.plan.Command;
import org.segql.plan.Relation;
import org.segql.result.Part;
import org.segql.result.Result;

/// LOAD, SHOW and TABLE.
final class TableCommands {
  /// SHOW without LIMIT shows so many rows; machine forms get them all.
  private static final int SHOWN = 20;

  private final Execution execution;

  TableCommands(Execution execution) {
    this.execution = execution;
  }

  Outcome load(Command.Load load, TableSource source) {
    var table = LocalTable.of(source);
    execution.takeFindings(table);
    OptionalLong rows = table.rowCount();
    String size = rows.isPresent() ? NumberText.count(rows.getAsLong(), "row") + ", " : "";
    var columns = table.schema().columns();
    String list =
        String.join(
            ", ",
            columns.stream()
                .limit(30)
                .map(c -> c.name() + " " + c.type().name().toLowerCase(Locale.ROOT))
                .toList());
    String from = Redaction.url(load.location().shown());
    var result =
        Result.text(
                "`"
                    + load.table()
                    + "`: "
                    + size
                    + NumberText.count(columns.size(), "column")
                    + " from "
                    + from
                    + " ("
                    + list
                    + (columns.size() > 30 ? ", …" : "")
                    + ").")
            .named(load.table())
            .noting(execution.findings().notes());
    return Outcome.of(result, entry(load.table(), table, "loaded from " + from, List.of()));
  }

  static CatalogEntry entry(String name, LocalTable table, String origin, List<String> from) {
    return new CatalogEntry(
        name, CatalogEntry.Kind.TABLE, table.schema(), table, origin, from, false);
  }

  Outcome show(Command.ShowTable show) {
    Frame frame = execution.run(show.relation(), show.asOf());
    boolean limited = show.relation() instanceof Relation.Limit;
    Part.TablePart part = part(frame, limited ? Integer.MAX_VALUE : SHOWN);
    return Outcome.of(Result.of("", part).noting(execution.findings().notes()));
  }

  /// A frame for reading: its first rows, backed by all of them.
  static Part.TablePart part(Frame frame, int most) {
    int rows = frame.rowCount();
    if (rows <= most) {
      return Part.table(frame.table());
    }
    var head = frame.table().first(most);
    return Part.table(head).backedBy(frame.table()).outOf(rows);
  }

  Outcome derive(Command.DeriveTable derive) {
    Frame frame = execution.run(derive.relation(), derive.asOf());
    var table = LocalTable.of(frame);
    var sources = new LinkedHashSet<String>();
    derive.relation().scans().forEach(scan -> sources.add(scan.table()));
    sources.remove(derive.name());
    var result =
        Result.of(
                "`"
                    + derive.name()
                    + "`: "
                    + NumberText.count(frame.rowCount(), "row")
                    + ", "
                    + NumberText.count(frame.schema().columns().size(), "column"),
                preview(frame))
            .named(derive.name())
            .noting(execution.findings().notes());
    return Outcome.of(
        result,
        entry(
            derive.name(),
            table,
            "derived from " + String.join(", ", sources),
            new ArrayList<>(sources)));
  }

  /// The first rows; of a wide table the names of its columns.
  private static Part preview(Frame frame) {
    var columns = frame.schema().columns();
    return columns.size() <= 12
        ? part(frame, 5)
        : new Part.Paragraph(
            "Columns: " + String.join(", ", columns.stream().map(c -> c.name()).toList()) + ".");
  }
}
