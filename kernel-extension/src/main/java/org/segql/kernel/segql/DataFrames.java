package org.segql.kernel.segql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import smile.data.DataFrame;
import smile.data.measure.CategoricalMeasure;
import smile.data.vector.ValueVector;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Smile's data frames as Tablesaw's tables.
public final class DataFrames {
  private DataFrames() {}

  /// A copy of the frame; numbers become doubles, what is neither number, boolean nor date becomes
  /// text.
  public static Table table(DataFrame frame) {
    var table = Table.create("");
    for (ValueVector column : frame.columns()) {
      table.addColumns(column(column));
    }
    return table;
  }

  private static Column<?> column(ValueVector from) {
    var type = from.dtype();
    boolean nominal = from.measure() instanceof CategoricalMeasure;
    if (type.isBoolean()) {
      var column = BooleanColumn.create(from.name());
      for (int i = 0; i < from.size(); i++) {
        if (from.isNullAt(i)) {
          column.appendMissing();
        } else {
          column.append(from.getBoolean(i));
        }
      }
      return column;
    }
    if (type.isNumeric() && !nominal) {
      var column = DoubleColumn.create(from.name(), from.size());
      for (int i = 0; i < from.size(); i++) {
        column.set(i, from.isNullAt(i) ? Double.NaN : from.getDouble(i));
      }
      return column;
    }
    return objects(from);
  }

  private static Column<?> objects(ValueVector from) {
    Object first = first(from);
    return switch (first) {
      case LocalDate _ -> {
        var column = DateColumn.create(from.name());
        for (int i = 0; i < from.size(); i++) {
          column.append((LocalDate) from.get(i));
        }
        yield column;
      }
      case LocalDateTime _ -> {
        var column = DateTimeColumn.create(from.name());
        for (int i = 0; i < from.size(); i++) {
          column.append((LocalDateTime) from.get(i));
        }
        yield column;
      }
      default -> {
        var column = StringColumn.create(from.name());
        for (int i = 0; i < from.size(); i++) {
          column.append(from.isNullAt(i) ? "" : from.getString(i));
        }
        yield column;
      }
    };
  }

  /// The first value that is there; an empty text where none is.
  private static Object first(ValueVector from) {
    for (int i = 0; i < from.size(); i++) {
      Object value = from.get(i);
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
