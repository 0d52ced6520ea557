package org.segql.analysis;

import java.util.Optional;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;
import org.segql.diagnostic.NumberText;

/// Definitions, tables and columns as Markdown.
final class Documentation {
  private Documentation() {}

  static String of(Definition d) {
    var text = new StringBuilder("**`").append(d.signature()).append("`**\n\n").append(d.summary());
    if (d instanceof StatementDefinition statement) {
      text.append("\n\n```\n").append(statement.syntax()).append("\n```");
    }
    for (Parameter p : d.parameters()) {
      if (!p.summary().isEmpty()) {
        text.append("\n- ").append(of(p));
      }
    }
    return text.append("\n\n```segql\n").append(d.example()).append("\n```").toString();
  }

  static String of(Parameter p) {
    String otherwise = p.defaultText() == null ? "" : ", default `" + p.defaultText() + "`";
    return "`" + p.name() + "` (" + p.kind().text() + otherwise + "): " + p.summary();
  }

  static String of(CatalogEntry entry) {
    var text = new StringBuilder("**`").append(entry.name()).append("`** ").append(size(entry));
    if (!entry.origin().isEmpty()) {
      text.append(", ").append(entry.origin());
    }
    int shown = 30;
    entry.schema().columns().stream()
        .limit(shown)
        .forEach(c -> text.append("\n- `").append(c.name()).append("` ").append(c.type()));
    int more = entry.schema().columns().size() - shown;
    return more > 0 ? text + "\n- and " + more + " more" : text.toString();
  }

  /// `table, 12 columns, 5,000 rows`.
  static String size(CatalogEntry entry) {
    int columns = entry.schema().columns().size();
    var text = new StringBuilder(entry.kind().text());
    if (columns > 0) {
      text.append(", ").append(columns).append(columns == 1 ? " column" : " columns");
    }
    var data = entry.data();
    if (data != null && data.rowCount().isPresent()) {
      text.append(", ").append(NumberText.whole(data.rowCount().getAsLong())).append(" rows");
    }
    return text.toString();
  }

  static String of(ColumnInfo column, String table) {
    String levels =
        column.levels().isEmpty() ? "" : "\n\nLevels: " + String.join(", ", column.levels());
    return "**`" + column.name() + "`** " + column.type() + ", column of `" + table + "`" + levels;
  }

  static Optional<String> ofWord(String word) {
    Optional<String> statement = StatementDefinition.find(word).map(Documentation::of);
    return statement.or(() -> ClauseHelp.find(word).map(ClauseHelp::markdown));
  }
}
