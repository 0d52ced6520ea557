package org.segql.engine.local.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.segql.catalog.Type;
import org.segql.engine.local.Columns;

/// What a database makes of a column in a condition. Of one that is not known here nothing is asked
/// but its rows.
public enum JdbcDialect {
  POSTGRESQL,
  SQLITE,
  OTHER;

  /// Types of PostgreSQL that hold no NaN and no infinity.
  private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");

  /// Texts as they are: `char` is padded, and others compare by rules of their own.
  private static final Set<String> PLAIN_TEXT = Set.of("text", "varchar");

  public static JdbcDialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    return product.contains("postgresql")
        ? POSTGRESQL
        : product.contains("sqlite") ? SQLITE : OTHER;
  }

  /// The column as a value that compares as ours does; empty where there is none.
  Optional<String> value(JdbcPlan plan) {
    String name = plan.quoted();
    return switch (this) {
      case POSTGRESQL ->
          switch (plan.value().source()) {
            case NUMBER -> is(plan, Type.NUMBER, "CAST(" + name + " AS double precision)");
            case TEXT ->
                PLAIN_TEXT.contains(plan.declared())
                    ? is(plan, Type.TEXT, "(" + name + " COLLATE \"C\")")
                    : Optional.empty();
            case BOOLEAN -> is(plan, Type.BOOLEAN, name);
            case DATE -> is(plan, Type.DATE, name);
            case TIMESTAMP -> is(plan, Type.DATETIME, "date_trunc('milliseconds', " + name + ")");
            case ZONED ->
                is(
                    plan,
                    Type.DATETIME,
                    "date_trunc('milliseconds', " + name + " AT TIME ZONE 'UTC')");
            case ANY -> Optional.empty();
          };
      case SQLITE ->
          switch (plan.info().type()) {
            case NUMBER -> Optional.of("CAST(" + name + " AS REAL)");
            case TEXT ->
                plan.declared().matches("(?s)(?!.*int).*(char|clob|text).*")
                    ? Optional.of("(" + name + " COLLATE BINARY)")
                    : Optional.empty();
            case BOOLEAN, DATE, DATETIME -> Optional.empty();
          };
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<String> is(JdbcPlan plan, Type type, String sql) {
    return plan.info().type() == type ? Optional.of(sql) : Optional.empty();
  }

  /// True of values that become NULL here, and are counted; empty where there are none.
  Optional<String> unheld(JdbcPlan plan) {
    String name = plan.quoted();
    return switch (this) {
      case POSTGRESQL ->
          switch (plan.value().source()) {
            case NUMBER ->
                WHOLE.contains(plan.declared())
                    ? Optional.empty()
                    : Optional.of(
                        "CAST("
                            + name
                            + " AS double precision) IN ('NaN', 'Infinity', '-Infinity')");
            case DATE, TIMESTAMP, ZONED ->
                Optional.of(
                    "NOT isfinite(%1$s) OR %1$s >= '%2$d-12-31'"
                        .formatted(name, Columns.LAST_YEAR));
            case BOOLEAN -> Optional.empty();
            case TEXT, ANY -> textual(plan, name);
          };
      case SQLITE ->
          switch (plan.info().type()) {
            case NUMBER ->
                Optional.of(
                    "typeof(%1$s) IN ('text', 'blob') OR CAST(%1$s AS REAL) IN (9e999, -9e999)"
                        .formatted(name));
            case TEXT -> Optional.empty();
            case BOOLEAN, DATE, DATETIME -> textual(plan, name);
          };
      case OTHER -> Optional.empty();
    };
  }

  /// What stands in a column of another type may be none of it: which of them is not known there.
  private static Optional<String> textual(JdbcPlan plan, String name) {
    return plan.info().type() == Type.TEXT ? Optional.empty() : Optional.of(name + " IS NOT NULL");
  }
}
