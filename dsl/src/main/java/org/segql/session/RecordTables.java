package org.segql.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Lists of records as tables: a column for each component.
final class RecordTables {
  private RecordTables() {}

  static Table of(String name, List<? extends Record> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("an empty list has no record type to take columns from");
    }
    Table table = Table.create(name);
    for (RecordComponent component : rows.getFirst().getClass().getRecordComponents()) {
      table.addColumns(column(component, rows));
    }
    return table;
  }

  private static Column<?> column(RecordComponent component, List<? extends Record> rows) {
    Class<?> type = component.getType();
    String name = component.getName();
    if (Number.class.isAssignableFrom(type)
        || type.isPrimitive() && type != boolean.class && type != char.class) {
      var column = DoubleColumn.create(name);
      rows.forEach(
          r ->
              column.append(
                  value(component, r) instanceof Number n ? n.doubleValue() : Double.NaN));
      return column;
    }
    if (type == boolean.class || type == Boolean.class) {
      var column = BooleanColumn.create(name);
      rows.forEach(
          r -> {
            if (value(component, r) instanceof Boolean b) {
              column.append(b.booleanValue());
            } else {
              column.appendMissing();
            }
          });
      return column;
    }
    if (type == LocalDate.class) {
      var column = DateColumn.create(name);
      rows.forEach(r -> column.append((LocalDate) value(component, r)));
      return column;
    }
    if (type == LocalDateTime.class) {
      var column = DateTimeColumn.create(name);
      rows.forEach(r -> column.append((LocalDateTime) value(component, r)));
      return column;
    }
    if (CharSequence.class.isAssignableFrom(type) || type.isEnum() || type == char.class) {
      var column = StringColumn.create(name);
      rows.forEach(
          r -> {
            Object value = value(component, r);
            column.append(value == null ? "" : value.toString());
          });
      return column;
    }
    throw new IllegalArgumentException(
        "component "
            + name
            + " of type "
            + type.getName()
            + " is no column: numbers, texts, enums, booleans and dates are");
  }

  private static @Nullable Object value(RecordComponent component, Record row) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("component " + component.getName() + " cannot be read", e);
    }
  }
}
