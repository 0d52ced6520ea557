package org.segql.codegen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Reading;
import org.segql.catalog.Reading.Field;
import org.segql.catalog.Type;
import org.segql.function.Redaction;
import org.segql.plan.Command;
import org.segql.plan.OptionValue;

/// LOAD as statements: delimited texts and workbooks by Tablesaw's reader with the types that were
/// found, all else by JDBC. What stood in environment variables is read from them.
final class JavaLoad {
  private final Lines lines;
  private final Command.Load load;

  JavaLoad(Lines lines, Command.Load load) {
    this.lines = lines;
    this.load = load;
  }

  /// @return the variable of the table
  String write(Reading reading) {
    return switch (reading) {
      case Reading.Texts r -> texts(r);
      case Reading.Query r -> query(r);
    };
  }

  private String query(Reading.Query r) {
    String columns =
        r.fields().stream()
            .map(f -> JavaRelation.create(f.name(), f.format().isEmpty() ? f.type() : Type.TEXT))
            .collect(Collectors.joining(", "));
    String table =
        lines.variable(
            "Table",
            "t",
            "query("
                + connection(r)
                + ",\n        "
                + JavaText.quoted(r.sql())
                + ",\n        "
                + columns
                + ")");
    r.fields().stream().filter(f -> !f.format().isEmpty()).forEach(f -> convert(table, f));
    return table;
  }

  private String connection(Reading.Query r) {
    String shown = Redaction.url(r.url());
    String url =
        load.location().secret() != null
            ? environment(load.location().secret())
            : JavaText.quoted(shown);
    if (load.location().secret() == null && !shown.equals(r.url())) {
      lines.comment("the secret of the address is left out");
    }
    var properties =
        load.options().entrySet().stream()
            .filter(e -> !Command.Load.OF_FILES.contains(e.getKey()))
            .sorted(java.util.Map.Entry.comparingByKey())
            .toList();
    if (properties.isEmpty()) {
      return "DriverManager.getConnection(" + url + ")";
    }
    String map = lines.variable("Properties", "properties", "new Properties()");
    for (var property : properties) {
      lines.add(
          map
              + ".setProperty("
              + JavaText.quoted(property.getKey())
              + ", "
              + value(property.getKey(), property.getValue())
              + ");");
    }
    return "DriverManager.getConnection(" + url + ", " + map + ")";
  }

  private static String environment(@Nullable String variable) {
    return "System.getenv(" + JavaText.quoted(String.valueOf(variable)) + ")";
  }

  /// A password is no part of a program, wherever it stood.
  private static String value(String name, OptionValue value) {
    boolean secret = name.matches("(?i).*(pass|pwd|secret|token|key).*");
    return switch (value) {
      case OptionValue.Secret s -> environment(s.variable());
      case OptionValue.Scalar _, OptionValue.Word _ when secret ->
          environment(name.toUpperCase(java.util.Locale.ROOT));
      case OptionValue.Scalar s -> JavaText.quoted(String.valueOf(s.value()));
      case OptionValue.Word w -> JavaText.quoted(w.word());
      case OptionValue.Many _, OptionValue.Entries _, OptionValue.TypeOf _ ->
          throw new IllegalArgumentException("a list as the property of a connection");
    };
  }

  private String texts(Reading.Texts r) {
    String secret = load.location().secret();
    if (r.files().size() == 1) {
      String file = secret == null ? JavaText.quoted(r.files().getFirst()) : environment(secret);
      String table = lines.variable("Table", "t", read(r, file));
      return finished(table, r);
    }
    String table = lines.variable("Table", "t", "null");
    String file = lines.fresh("file");
    String part = lines.fresh("part");
    lines.add("for (String " + file + " : List.of(" + JavaText.quoted(r.files()) + ")) {");
    lines.add("Table " + part + " = " + read(r, file) + ";");
    lines.add(
        table + " = " + table + " == null ? " + part + " : " + table + ".append(" + part + ");");
    lines.add("}");
    return finished(table, r);
  }

  private static String read(Reading.Texts r, String file) {
    var out = new StringBuilder("Table.read().usingOptions(CsvReadOptions.builder(");
    out.append(source(r, file)).append(")");
    if (r.delimiter() != ',') {
      out.append("\n        .separator(").append(character(r.delimiter())).append(")");
    }
    if (!r.quote().equals("\"")) {
      String quote = r.quote().isEmpty() ? "'\\0'" : character(r.quote().charAt(0));
      out.append("\n        .quoteChar(")
          .append(quote)
          .append(").escapeChar(")
          .append(quote)
          .append(")");
    }
    if (r.header().isEmpty()) {
      out.append("\n        .header(false)");
    } else if (r.header().stream().distinct().count() < r.header().size()) {
      out.append("\n        .allowDuplicateColumnNames(true)");
    }
    if (r.fields().stream().anyMatch(f -> f.type() == Type.DATE && f.plain())) {
      out.append("\n        .dateFormat(DateTimeFormatter.ISO_LOCAL_DATE)");
    }
    var missing = new java.util.ArrayList<>(List.of(""));
    missing.addAll(r.nulls());
    out.append("\n        .missingValueIndicator(").append(JavaText.quoted(missing)).append(")");
    String types = r.fields().stream().map(JavaLoad::type).collect(Collectors.joining(", "));
    return out.append("\n        .columnTypes(new ColumnType[] {")
        .append(types)
        .append("})\n        .build())")
        .toString();
  }

  private static String source(Reading.Texts r, String file) {
    if (r.sheet() != null) {
      return "sheet(" + file + ", " + JavaText.quoted(r.sheet()) + ")";
    }
    boolean rewritten = r.blanks() || !r.widths().isEmpty();
    if (r.direct() && !rewritten && r.skip() == 0) {
      return file;
    }
    String opened = "open(" + file + ", " + JavaText.quoted(r.charset()) + ", " + r.skip() + ")";
    if (r.blanks()) {
      return "blanks(" + opened + ")";
    }
    String widths = r.widths().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return r.widths().isEmpty() ? opened : "widths(" + opened + ", " + widths + ")";
  }

  private static String character(char c) {
    return switch (c) {
      case '\t' -> "'\\t'";
      case '\'' -> "'\\''";
      case '\\' -> "'\\\\'";
      default -> c >= ' ' && c < 127 ? "'" + c + "'" : "'\\u%04x'".formatted((int) c);
    };
  }

  private static String type(Field f) {
    return switch (f.type()) {
      case NUMBER -> f.plain() ? "DOUBLE" : "STRING";
      case BOOLEAN -> f.plain() ? "BOOLEAN" : "STRING";
      case DATE -> f.plain() ? "LOCAL_DATE" : "STRING";
      case TEXT, DATETIME -> "STRING";
    };
  }

  /// Names where the file has others, and what only a conversion gives.
  private String finished(String table, Reading.Texts r) {
    List<String> names = r.fields().stream().map(Field::name).toList();
    if (!names.equals(r.header())) {
      IntStream.range(0, names.size())
          .filter(i -> r.header().isEmpty() || !names.get(i).equals(r.header().get(i)))
          .forEach(
              i ->
                  lines.add(
                      table
                          + ".column("
                          + i
                          + ").setName("
                          + JavaText.quoted(names.get(i))
                          + ");"));
    }
    for (Field f : r.fields()) {
      if (type(f).equals("STRING") && f.type() != Type.TEXT) {
        convert(table, f);
      }
    }
    return table;
  }

  private void convert(String table, Field f) {
    String text = "r.getString(" + JavaText.quoted(f.name()) + ")";
    String format = JavaText.quoted(f.format().isEmpty() ? "yyyy-MM-dd" : f.format());
    String made =
        switch (f.type()) {
          case NUMBER -> (f.comma() ? "decimal(" : "number(") + text + ")";
          case TEXT -> text;
          case BOOLEAN -> "truth(" + text + ")";
          case DATE -> "date(" + text + ", " + format + ")";
          case DATETIME ->
              f.format().isEmpty()
                  ? "isoDateTime(" + text + ")"
                  : "dateTime(" + text + ", " + format + ")";
        };
    lines.add(
        table
            + ".replaceColumn("
            + JavaText.quoted(f.name())
            + ", computed("
            + JavaRelation.create(f.name(), f.type())
            + ", "
            + table
            + ", r -> "
            + made
            + "));");
  }
}
