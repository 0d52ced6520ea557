package org.segql.engine.local.scan;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.local.Columns;
import org.segql.engine.local.TextColumnBuilder;
import tech.tablesaw.columns.Column;

/// Collects one column of a result of JDBC.
final class JdbcColumn {
  private final ColumnInfo info;
  private final JdbcValue value;
  private final DoubleArrayList numbers = new DoubleArrayList();
  private final ByteArrayList booleans = new ByteArrayList();
  private final IntArrayList ints = new IntArrayList();
  private final LongArrayList longs = new LongArrayList();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private long lost;

  JdbcColumn(ColumnInfo info, JdbcValue value) {
    this.info = info;
    this.value = value;
  }

  ColumnInfo info() {
    return info;
  }

  /// How many values are NULL because they are none of the column's type.
  long lost() {
    return lost;
  }

  /// Takes the current row's value.
  void take(ResultSet row, int index) throws SQLException {
    Object raw = value.raw(row, index);
    Object made = raw == null ? null : value.convert(raw);
    boolean held =
        switch (made) {
          case LocalDate d -> Columns.holds(d);
          case LocalDateTime t -> Columns.holds(t.toLocalDate());
          case null -> raw == null;
          default -> true;
        };
    lost += held ? 0 : 1;
    add(held ? made : null);
  }

  private void add(@Nullable Object made) {
    switch (info.type()) {
      case NUMBER -> numbers.add(made instanceof Double d ? d.doubleValue() : Double.NaN);
      case BOOLEAN ->
          booleans.add(made instanceof Boolean b ? (b ? (byte) 1 : (byte) 0) : Byte.MIN_VALUE);
      case TEXT ->
          ints.add(made instanceof String s && !s.isBlank() ? code(s) : TextColumnBuilder.MISSING);
      case DATE ->
          ints.add(made instanceof LocalDate d ? (int) d.toEpochDay() : Columns.MISSING_DAY);
      case DATETIME ->
          longs.add(
              made instanceof LocalDateTime t ? microseconds(t) : Columns.MISSING_MICROSECOND);
    }
  }

  private static long microseconds(LocalDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant(ZoneOffset.UTC));
  }

  private int code(String text) {
    return codes.computeIfAbsent(
        text,
        t -> {
          texts.add(t);
          return texts.size() - 1;
        });
  }

  Column<?> finish() {
    return switch (info.type()) {
      case NUMBER -> Columns.numbers(info.name(), numbers.toDoubleArray());
      case BOOLEAN -> Columns.booleans(info.name(), booleans.toByteArray());
      case TEXT -> TextColumnBuilder.column(info.name(), ints.toIntArray(), texts);
      case DATE -> Columns.dates(info.name(), ints.toIntArray());
      case DATETIME -> Columns.dateTimes(info.name(), longs.toLongArray());
    };
  }
}
