package org.segql.engine.local;

import java.util.ArrayList;
import java.util.List;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/// Tables from elsewhere as frames: columns that fit are taken as they are, others are converted.
public final class TableFrames {
  private TableFrames() {}

  public static Frame of(Table table) {
    var infos = new ArrayList<ColumnInfo>();
    Table out = Table.create(table.name() == null ? "" : table.name());
    for (Column<?> column : table.columns()) {
      Column<?> fitting = fitting(column);
      infos.add(new ColumnInfo(column.name(), type(fitting)));
      out.addColumns(fitting);
    }
    return new Frame(new Schema(infos), out);
  }

  private static Column<?> fitting(Column<?> column) {
    return switch (column) {
      case DoubleColumn c -> finite(c);
      case NumericColumn<?> c -> finite(DoubleColumn.create(c.name(), c.asDoubleArray()));
      case StringColumn c -> c;
      case BooleanColumn c -> c;
      case DateColumn c -> c;
      case DateTimeColumn c -> c;
      case InstantColumn c -> c.asLocalDateTimeColumn();
      case TimeColumn c -> texts(c);
      default -> texts(column);
    };
  }

  /// Infinities are no numbers of a table: they become missing.
  private static DoubleColumn finite(DoubleColumn column) {
    for (int i = 0; i < column.size(); i++) {
      if (Double.isInfinite(column.getDouble(i))) {
        DoubleColumn copy = column.copy();
        for (int j = i; j < copy.size(); j++) {
          if (Double.isInfinite(copy.getDouble(j))) {
            copy.setMissing(j);
          }
        }
        return copy;
      }
    }
    return column;
  }

  private static StringColumn texts(Column<?> column) {
    var texts = new ArrayList<String>(column.size());
    for (int i = 0; i < column.size(); i++) {
      texts.add(column.isMissing(i) ? "" : column.getString(i));
    }
    return StringColumn.create(column.name(), List.copyOf(texts));
  }

  private static Type type(Column<?> column) {
    return switch (column) {
      case DoubleColumn _ -> Type.NUMBER;
      case BooleanColumn _ -> Type.BOOLEAN;
      case DateColumn _ -> Type.DATE;
      case DateTimeColumn _ -> Type.DATETIME;
      default -> Type.TEXT;
    };
  }
}
