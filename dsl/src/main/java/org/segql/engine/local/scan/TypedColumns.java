package org.segql.engine.local.scan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;

/// The columns of a source that has types of its own (Parquet, JSON, a DuckDB file), with the
/// language's types.
final class TypedColumns {
  private static final Pattern SMALL_NUMBER =
      Pattern.compile(
          "U?(TINYINT|SMALLINT|INTEGER)|FLOAT|DOUBLE|DECIMAL\\(([0-9]|1[0-5]),\\d+\\)|DECIMAL\\(\\d+,[1-9]\\d*\\)");
  private static final Pattern LARGE_NUMBER =
      Pattern.compile("U?(BIGINT|HUGEINT)|DECIMAL\\(\\d+,0\\)|BIGNUM|VARINT");
  private static final Pattern NESTED =
      Pattern.compile("(?s)STRUCT\\(.*|MAP\\(.*|UNION\\(.*|.*\\[\\d*\\]|JSON|VARIANT");

  private final Connection connection;
  private final String relation;
  private final LoadOptions options;
  private final String file;
  private final List<Diagnostic> findings;
  private final Progress progress;

  /// @param relation what stands after FROM
  TypedColumns(
      Connection connection,
      String relation,
      LoadOptions options,
      String file,
      List<Diagnostic> findings,
      Progress progress) {
    this.connection = connection;
    this.relation = relation;
    this.options = options;
    this.file = file;
    this.findings = findings;
    this.progress = progress;
  }

  private record Found(String field, String name, String type) {}

  /// @param datesInTexts whether a column of texts that are dates becomes one, as JSON has no dates
  List<ColumnPlan> plans(boolean datesInTexts) throws SQLException {
    List<Found> found = describe();
    List<String> names =
        HeaderNames.of(found.stream().map(Found::name).toList(), true, options, file, findings);
    List<String> inexact = inexact(found);
    List<ColumnPlan> plans = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      plans.add(plan(found.get(i), names.get(i), inexact, datesInTexts));
    }
    return plans;
  }

  private List<Found> describe() throws SQLException {
    List<Found> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            Watched.run(
                statement,
                progress,
                () -> statement.executeQuery("DESCRIBE SELECT * FROM " + relation))) {
      while (rows.next()) {
        String name = rows.getString("column_name");
        found.add(new Found(DuckDb.name(name), name, rows.getString("column_type")));
      }
    }
    return found;
  }

  /// The fields that hold whole numbers beyond 2^53.
  private List<String> inexact(List<Found> found) throws SQLException {
    List<String> fields =
        found.stream()
            .filter(f -> LARGE_NUMBER.matcher(f.type()).matches())
            .map(Found::field)
            .toList();
    List<String> inexact = new ArrayList<>();
    if (!fields.isEmpty()) {
      String sql =
          fields.stream()
              .map(f -> "max(" + f + ") > 9007199254740992 OR min(" + f + ") < -9007199254740992")
              .collect(Collectors.joining(", ", "SELECT ", " FROM " + relation));
      try (Statement statement = connection.createStatement();
          ResultSet row = Watched.run(statement, progress, () -> statement.executeQuery(sql))) {
        row.next();
        for (int i = 0; i < fields.size(); i++) {
          if (row.getBoolean(i + 1)) {
            inexact.add(fields.get(i));
          }
        }
      }
    }
    return inexact;
  }

  private ColumnPlan plan(Found found, String name, List<String> inexact, boolean datesInTexts)
      throws SQLException {
    String field = found.field();
    String type = found.type().toUpperCase(Locale.ROOT);
    Optional<ColumnFormat> chosen = options.type(name);
    boolean text = type.equals("VARCHAR");
    if (chosen.isPresent() || text && datesInTexts) {
      return byTexts(found, name, chosen);
    }
    if (SMALL_NUMBER.matcher(type).matches()
        || LARGE_NUMBER.matcher(type).matches() && !inexact.contains(field)) {
      return new ColumnPlan(name, Type.NUMBER, field, "CAST(" + field + " AS DOUBLE)");
    }
    if (inexact.contains(field)) {
      findings.add(TypeDetection.inexact(name));
    }
    return switch (type) {
      case "BOOLEAN" -> new ColumnPlan(name, Type.BOOLEAN, field, field);
      case "DATE" -> new ColumnPlan(name, Type.DATE, field, field);
      case "TIMESTAMP WITH TIME ZONE" ->
          new ColumnPlan(name, Type.DATETIME, field, "(" + field + " AT TIME ZONE 'UTC')");
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          new ColumnPlan(name, Type.DATETIME, field, "CAST(" + field + " AS TIMESTAMP)");
      default -> new TextTypes(textOf(found, name), nulls()).text(name);
    };
  }

  /// A column through its texts: by the type that the user chose, or a date if its texts are dates.
  private ColumnPlan byTexts(Found found, String name, Optional<ColumnFormat> chosen)
      throws SQLException {
    var one = new LoadOptions.Builder().nulls(nulls());
    chosen.ifPresent(format -> one.type(name, format));
    String field = textOf(found, name);
    ColumnPlan plan =
        new TypeDetection(connection, relation, true, one.build(), findings, progress)
            .datesOnly(chosen.isEmpty())
            .detect(List.of(field), List.of(name))
            .getFirst();
    return new ColumnPlan(name, plan.type(), field, plan.expression()).withFormat(plan.format());
  }

  private List<String> nulls() {
    return options.nulls().orElse(List.of());
  }

  private String textOf(Found found, String name) {
    if (NESTED.matcher(found.type()).matches()) {
      findings.add(
          Diagnostic.note(
              Code.NESTED_COLUMN,
              "`" + name + "` holds lists or records; it is read as JSON text."));
      return "CAST(to_json(" + found.field() + ") AS VARCHAR)";
    }
    return found.type().equals("VARCHAR")
        ? found.field()
        : "CAST(" + found.field() + " AS VARCHAR)";
  }
}
