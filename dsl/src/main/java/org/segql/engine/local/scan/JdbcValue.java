package org.segql.engine.local.scan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;

/// Makes our values of a database's.
///
/// @param format what the column is to be
/// @param source what the database says of it
/// @param nulls texts that mean NULL
record JdbcValue(ColumnFormat format, Source source, List<String> nulls) {
  private static final double LARGEST_EXACT = 9007199254740992.0;

  /// How a value is fetched.
  enum Source {
    NUMBER,
    BOOLEAN,
    TEXT,
    DATE,
    TIMESTAMP,
    ZONED,
    /// SQLite: whatever the cell holds
    ANY
  }

  /// Thrown where a whole number has more digits than a NUMBER holds.
  static final class Inexact extends RuntimeException {
    private static final long serialVersionUID = 1;

    Inexact() {
      super("a whole number beyond 2^53", null, false, false);
    }
  }

  @Nullable Object raw(ResultSet row, int index) throws SQLException {
    Object raw =
        switch (source) {
          case NUMBER, ANY -> row.getObject(index);
          case BOOLEAN -> row.getObject(index) == null ? null : (Object) row.getBoolean(index);
          case TEXT -> row.getString(index);
          case DATE -> row.getObject(index, LocalDate.class);
          case TIMESTAMP -> row.getObject(index, LocalDateTime.class);
          case ZONED -> row.getObject(index, OffsetDateTime.class);
        };
    return raw instanceof String s && (s.isBlank() || nulls.contains(s.strip())) ? null : raw;
  }

  /// The value in the column's type; null where it is none.
  @Nullable Object convert(Object raw) {
    try {
      return switch (format.type()) {
        case NUMBER -> number(raw);
        case TEXT -> text(raw);
        case BOOLEAN -> bool(raw);
        case DATE -> dateTime(raw) instanceof LocalDateTime t ? t.toLocalDate() : null;
        case DATETIME -> dateTime(raw);
      };
    } catch (DateTimeException | NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable Double number(Object raw) {
    double number =
        switch (raw) {
          case Number n -> n.doubleValue();
          case Boolean b -> b ? 1 : 0;
          default ->
              raw.toString().strip().matches(TextTypes.NUMBER)
                  ? Double.parseDouble(raw.toString().strip())
                  : Double.NaN;
        };
    boolean whole =
        raw instanceof Long
            || raw instanceof BigInteger
            || raw instanceof BigDecimal d && d.scale() <= 0;
    if (whole && Math.abs(number) > LARGEST_EXACT) {
      throw new Inexact();
    }
    return Double.isFinite(number) ? number : null;
  }

  private static String text(Object raw) {
    return raw instanceof BigDecimal d ? d.toPlainString() : raw.toString();
  }

  private static @Nullable Boolean bool(Object raw) {
    return switch (raw.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1", "1.0" -> Boolean.TRUE;
      case "false", "f", "no", "n", "0", "0.0" -> Boolean.FALSE;
      default -> null;
    };
  }

  /// Zoned times count in UTC. SQLite's driver keeps dates as milliseconds since 1970.
  private @Nullable LocalDateTime dateTime(Object raw) {
    return switch (raw) {
      case LocalDateTime t -> t;
      case LocalDate d -> d.atStartOfDay();
      case OffsetDateTime t -> t.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      case Timestamp t -> t.toLocalDateTime();
      case Date d -> d.toLocalDate().atStartOfDay();
      case Number n when format.format().isEmpty() ->
          LocalDateTime.ofInstant(Instant.ofEpochMilli(n.longValue()), ZoneOffset.UTC);
      default -> parsed(raw.toString().strip());
    };
  }

  private LocalDateTime parsed(String text) {
    if (format.format().isPresent()) {
      var formatter = DateTimeFormatter.ofPattern(format.format().get(), Locale.ROOT);
      return format.type() == Type.DATE
          ? LocalDate.parse(text, formatter).atStartOfDay()
          : LocalDateTime.parse(text, formatter);
    }
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay();
    }
    String iso = text.replace(' ', 'T');
    return iso.matches(".*(Z|[+-]\\d{2}:\\d{2})$")
        ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : LocalDateTime.parse(iso);
  }
}
