package org.segql.engine.local.scan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segql.catalog.Type;

/// SQL that makes values of a column of texts.
///
/// @param field the column, as SQL
/// @param nulls texts that mean NULL beside blank ones
record TextTypes(String field, List<String> nulls) {
  /// A number as it is commonly written; `1_000`, `0x1F` and `nan` are none.
  static final String NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

  /// A number with a decimal comma and perhaps points between thousands.
  static final String COMMA_NUMBER = "[+-]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)(,[0-9]+)?";

  /// The texts that other programs write for what is no number.
  static final String NOT_FINITE = "(?i)[+-]?(nan|inf|infinity)";

  TextTypes {
    nulls = nulls.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /// The value without blanks around; NULL where it means that. Trimming a set of characters takes
  /// five times as long as trimming spaces, so only values that begin with a blank of some kind go
  /// through it.
  String value() {
    String trimmed =
        "CASE WHEN %1$s < '!' OR %1$s >= '\u00a0' THEN nullif(trim(%1$s, ' \t\r\n\u00a0'), '') ELSE rtrim(%1$s) END"
            .formatted(field);
    return nulls.isEmpty()
        ? trimmed
        : "CASE WHEN "
            + trimmed
            + " IN ("
            + nulls.stream().map(DuckDb::literal).collect(Collectors.joining(", "))
            + ") THEN NULL ELSE "
            + trimmed
            + " END";
  }

  String matches(String pattern) {
    return matches(value(), pattern);
  }

  static String matches(String value, String pattern) {
    return "regexp_full_match(" + value + ", " + DuckDb.literal(pattern) + ")";
  }

  ColumnPlan text(String name) {
    return plan(
        name,
        Type.TEXT,
        "CASE WHEN " + value() + " IS NULL THEN NULL ELSE " + field + " END",
        "",
        false);
  }

  ColumnPlan number(String name, boolean comma, boolean chosen) {
    String digits = comma ? "replace(replace(" + value() + ", '.', ''), ',', '.')" : value();
    String cast = "TRY_CAST(" + digits + " AS DOUBLE)";
    String checked =
        chosen
            ? "CASE WHEN " + matches(comma ? COMMA_NUMBER : NUMBER) + " THEN " + cast + " END"
            : cast;
    return plan(name, Type.NUMBER, checked, comma || !nulls.isEmpty() ? "" : "DOUBLE", chosen);
  }

  /// @param chosen true where the user says that it is BOOLEAN, and so yes, no, 1 and 0 are truth
  ///   values too
  ColumnPlan bool(String name, boolean chosen) {
    String yes = chosen ? "'true', 't', 'yes', 'y', '1'" : "'true'";
    String no = chosen ? "'false', 'f', 'no', 'n', '0'" : "'false'";
    String lower = "lower(" + value() + ")";
    return plan(
        name,
        Type.BOOLEAN,
        "CASE WHEN "
            + lower
            + " IN ("
            + yes
            + ") THEN true WHEN "
            + lower
            + " IN ("
            + no
            + ") THEN false END",
        chosen || !nulls.isEmpty() ? "" : "BOOLEAN",
        chosen);
  }

  /// @param format in the letters of `strptime`; empty: the ISO form
  ColumnPlan date(String name, Type type, Optional<String> format, boolean chosen) {
    String sql = type == Type.DATE ? "DATE" : "TIMESTAMP";
    String parsed =
        format
            .map(
                f ->
                    "CAST(try_strptime(" + value() + ", " + DuckDb.literal(f) + ") AS " + sql + ")")
            .orElse("TRY_CAST(" + value() + " AS " + sql + ")");
    return plan(name, type, parsed, format.isPresent() || !nulls.isEmpty() ? "" : sql, chosen);
  }

  /// Times with zones, counted in UTC. DuckDB's own zone is UTC here, so a time without a zone
  /// stays as it is.
  ColumnPlan zoned(String name) {
    return plan(
        name,
        Type.DATETIME,
        "(TRY_CAST(" + value() + " AS TIMESTAMPTZ) AT TIME ZONE 'UTC')",
        "",
        false);
  }

  private ColumnPlan plan(String name, Type type, String expression, String plain, boolean chosen) {
    return new ColumnPlan(
        name,
        type,
        field,
        expression,
        plain.isEmpty() ? Optional.empty() : Optional.of(plain),
        chosen || type == Type.NUMBER
            ? Optional.of(value() + " IS NOT NULL AND " + finite(type, expression) + " IS NULL")
            : Optional.empty(),
        Optional.empty());
  }

  private static String finite(Type type, String expression) {
    return type == Type.NUMBER
        ? "CASE WHEN isfinite(" + expression + ") THEN 1 END"
        : "(" + expression + ")";
  }
}
