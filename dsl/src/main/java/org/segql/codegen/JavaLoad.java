package org.segql.codegen;

import java.nio.file.Path;
import java.util.Locale;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.function.Redaction;
import org.segql.plan.Command;
import org.segql.plan.OptionValue;

/// LOAD as statements: delimited files by Tablesaw's reader with the types that were found,
/// databases by JDBC.
final class JavaLoad {
  private JavaLoad() {}

  static void write(Lines lines, Command.Load load, Schema schema) {
    String variable = JavaText.identifier(load.table());
    lines.comment("LOAD " + load.table());
    if (load.location().jdbc() && load.query() != null) {
      lines.add("Table " + variable + ";");
      lines.add(
          "try (var connection = java.sql.DriverManager.getConnection("
              + JavaText.quoted(Redaction.url(load.location().text()))
              + "); var statement = connection.createStatement()) {");
      lines.add(
          "  "
              + variable
              + " = Table.read().db(statement.executeQuery("
              + JavaText.quoted(load.query())
              + "), "
              + JavaText.quoted(load.table())
              + ");");
      lines.add("}");
      return;
    }
    String name = load.location().text().toLowerCase(Locale.ROOT);
    boolean delimited = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    if (!delimited || load.location().secret() != null || load.options().containsKey("widths")) {
      throw new SegqlException(
          Diagnostic.error(
              Code.NOT_SUPPORTED,
              "Programs of EXPLAIN JAVA read delimited files and databases, not `"
                  + load.location().text()
                  + "`.",
              "EXPORT the table as CSV and LOAD that."));
    }
    csv(lines, load, schema, variable, name);
  }

  private static void csv(
      Lines lines, Command.Load load, Schema schema, String variable, String name) {
    Path path = Path.of(load.location().text());
    String file =
        load.location().folder() == null || path.isAbsolute()
            ? path.toString()
            : load.location().folder().resolve(path).toString();
    String source =
        lines.variable("java.io.File", "file", "new java.io.File(" + JavaText.quoted(file) + ")");
    String given = separator(load, name);
    String raw =
        lines.variable(
            "Table",
            "t",
            "Table.read().usingOptions(CsvReadOptions.builder("
                + source
                + ").separator("
                + (given.isEmpty() ? "separator(" + source + ")" : "'" + given + "'")
                + ").header("
                + !"false".equalsIgnoreCase(option(load, "header"))
                + ").missingValueIndicator(\"\", \"NA\", \"NULL\").columnTypes("
                + "c -> ColumnType.STRING).build())");
    // Read as texts and cast: what Tablesaw takes for a number or a date depends on the file's
    // first rows.
    lines.add("Table " + variable + " = Table.create(" + JavaText.quoted(load.table()) + ");");
    for (int c = 0; c < schema.columns().size(); c++) {
      lines.add(
          variable
              + ".addColumns(column("
              + JavaText.quoted(schema.columns().get(c).name())
              + ", "
              + JavaExpr.type(schema.columns().get(c).type())
              + ", values("
              + raw
              + ".rowCount(), i -> "
              + cast(load, schema.columns().get(c), raw, c)
              + ")));");
    }
  }

  private static String cast(Command.Load load, ColumnInfo column, String raw, int place) {
    String value = "value(" + raw + ", " + raw + ".column(" + place + ").name(), i)";
    String format = format(load, column.name());
    return switch (column.type()) {
      case NUMBER -> "toNumber(" + value + ")";
      case TEXT -> value;
      case BOOLEAN -> "toBoolean(" + value + ")";
      case DATE ->
          "toDate("
              + value
              + ", "
              + (format.isEmpty()
                  ? "dateFormat(" + raw + ", " + place + ")"
                  : JavaText.quoted(format))
              + ")";
      case DATETIME ->
          "toDatetime("
              + value
              + ", "
              + JavaText.quoted(format.isEmpty() ? "yyyy-MM-dd HH:mm:ss" : format)
              + ")";
    };
  }

  private static String format(Command.Load load, String column) {
    return load.options().get("types") instanceof OptionValue.Entries e
            && e.values().get(column) instanceof OptionValue.TypeOf t
            && t.format() != null
        ? t.format()
        : "";
  }

  private static String separator(Command.Load load, String name) {
    String given = option(load, "delimiter");
    String chosen = given.isEmpty() && name.endsWith(".tsv") ? "\t" : given;
    return switch (chosen) {
      case "\t" -> "\\t";
      case "'" -> "\\'";
      case "\\" -> "\\\\";
      default -> chosen.length() == 1 && chosen.charAt(0) < 127 ? chosen : "";
    };
  }

  private static String option(Command.Load load, String name) {
    return load.options().get(name) instanceof OptionValue.Scalar s && s.value() != null
        ? s.value().toString()
        : load.options().get(name) instanceof OptionValue.Word w ? w.word() : "";
  }
}
