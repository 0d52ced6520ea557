package org.segql.result;

import java.util.List;
import java.util.Map;
import org.segql.chart.Figure;
import tech.tablesaw.api.Table;

/// One piece of a result.
public sealed interface Part {

  /// A line above what belongs together: "Profile".
  record Heading(String text) implements Part {}

  /// A sentence or a few: a verdict, what a segment is like. Wrapped to the width, never cut.
  record Paragraph(String text) implements Part {}

  /// Sentences that stand side by side, one a line.
  record Bullets(List<String> items) implements Part {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /// Text whose line breaks and blanks count.
  ///
  /// @param language `java`, `segql`, `sql`, `json`; empty for none (a plan)
  record CodeBlock(String language, String text) implements Part {}

  /// Charts.
  record ChartPart(Figure figure) implements Part {}

  /// A table.
  ///
  /// @param caption a line above it; empty for none
  /// @param table what is shown. Columns as the engine makes them (see {@link ColumnFormat}); never
  ///   copied, so not to be changed afterwards
  /// @param formats one a column
  /// @param data what machine forms (CSV, JSON, Java) get: the same table, or its long form at full
  ///   precision where the shown one is arranged for reading
  /// @param totalRows the rows there are, where `table` holds only the first of them
  record TablePart(
      String caption, Table table, List<ColumnFormat> formats, Table data, long totalRows)
      implements Part {
    public TablePart {
      formats = List.copyOf(formats);
      if (formats.size() != table.columnCount()) {
        throw new IllegalArgumentException(
            formats.size() + " formats for " + table.columnCount() + " columns");
      }
      if (totalRows < table.rowCount()) {
        throw new IllegalArgumentException(totalRows + " rows in all, shown " + table.rowCount());
      }
    }

    public TablePart captioned(String newCaption) {
      return new TablePart(newCaption, table, formats, data, totalRows);
    }

    /// The same, with another table for the machine forms.
    public TablePart backedBy(Table longForm) {
      return new TablePart(caption, table, formats, longForm, totalRows);
    }

    /// The same, said to be the first rows of so many.
    public TablePart outOf(long rows) {
      return new TablePart(caption, table, formats, data, rows);
    }
  }

  /// A table with formats chosen from its columns.
  static TablePart table(Table table) {
    return table(table, Map.of());
  }

  /// A table with the formats given by column name, the others chosen from the columns.
  static TablePart table(Table table, Map<String, ColumnFormat> formats) {
    List<ColumnFormat> all =
        table.columns().stream()
            .map(c -> formats.getOrDefault(c.name(), ColumnFormat.fitting(c)))
            .toList();
    return new TablePart("", table, all, table, table.rowCount());
  }
}
