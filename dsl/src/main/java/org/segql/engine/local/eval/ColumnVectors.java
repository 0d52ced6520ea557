package org.segql.engine.local.eval;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.local.Columns;
import org.segql.engine.local.Frame;
import org.segql.engine.local.TextColumnBuilder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.DictionaryMap;

/// Tablesaw columns as vectors and back.
public final class ColumnVectors {
  private ColumnVectors() {}

  public static Vector of(Frame frame, String column) {
    ColumnInfo info = frame.schema().column(column).orElseThrow();
    return of(frame.table().column(column), info.levels());
  }

  public static Vector of(Column<?> column, List<String> levels) {
    return switch (column) {
      case DoubleColumn numbers -> new Vector.Numbers(Columns.values(numbers));
      case NumericColumn<?> numbers -> new Vector.Numbers(numbers.asDoubleArray());
      case StringColumn texts -> texts(texts, levels);
      case BooleanColumn booleans -> {
        byte[] values = new byte[booleans.size()];
        for (int i = 0; i < values.length; i++) {
          byte b = booleans.getByte(i);
          values[i] = b == 1 ? 1 : b == 0 ? (byte) 0 : Vector.UNKNOWN;
        }
        yield new Vector.Booleans(values);
      }
      case DateColumn dates -> {
        int[] packed = new int[dates.size()];
        for (int i = 0; i < packed.length; i++) {
          packed[i] = dates.getIntInternal(i);
        }
        yield new Vector.Dates(packed);
      }
      case DateTimeColumn moments -> {
        long[] packed = new long[moments.size()];
        for (int i = 0; i < packed.length; i++) {
          packed[i] = moments.getLongInternal(i);
        }
        yield new Vector.Moments(packed);
      }
      default -> throw new IllegalArgumentException("column of type " + column.type().name());
    };
  }

  private static Vector.Texts texts(StringColumn column, List<String> levels) {
    DictionaryMap map = column.getDictionary();
    var codeOf = new Int2IntOpenHashMap();
    codeOf.defaultReturnValue(-2);
    var dictionary = new Dictionary();
    int[] codes = new int[column.size()];
    for (int i = 0; i < codes.length; i++) {
      int key = map.getKeyForIndex(i);
      int code = codeOf.get(key);
      if (code == -2) {
        String text = map.getValueForKey(key);
        code = text == null ? -1 : dictionary.code(text);
        codeOf.put(key, code);
      }
      codes[i] = code;
    }
    return new Vector.Texts(codes, dictionary.texts(), levels);
  }

  public static Column<?> column(String name, Vector vector) {
    return switch (vector) {
      case Vector.Numbers v -> Columns.numbers(name, v.values());
      case Vector.Texts v -> texts(name, v);
      case Vector.Booleans v -> Columns.booleans(name, v.values());
      case Vector.Dates v -> DateColumn.createInternal(name, v.packed());
      case Vector.Moments v -> DateTimeColumn.createInternal(name, v.packed());
    };
  }

  private static StringColumn texts(String name, Vector.Texts vector) {
    var column = new TextColumnBuilder(vector.size());
    int[] codes = new int[vector.dictionary().length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = column.code(vector.dictionary()[i]);
    }
    for (int i = 0; i < vector.size(); i++) {
      if (!vector.missing(i)) {
        column.set(i, codes[vector.codes()[i]]);
      }
    }
    return column.build(name);
  }
}
