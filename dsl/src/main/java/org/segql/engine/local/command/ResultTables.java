package org.segql.engine.local.command;

import java.util.List;
import org.segql.catalog.CatalogEntry;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalTable;
import org.segql.engine.local.TableFrames;
import tech.tablesaw.api.Table;

/// The table of a result, kept under a name.
final class ResultTables {
  private ResultTables() {}

  static CatalogEntry entry(String name, Table table, String from) {
    Frame frame = TableFrames.of(table);
    return TableCommands.entry(name, LocalTable.of(frame), "result of " + from, List.of(from));
  }
}
