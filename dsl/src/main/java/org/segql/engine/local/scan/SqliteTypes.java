package org.segql.engine.local.scan;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.segql.catalog.Type;

/// The types of a SQLite result: what its columns were declared as where their first values agree,
/// else what the values are.
final class SqliteTypes {
  private SqliteTypes() {}

  static List<Type> of(ResultSet rows) throws SQLException {
    ResultSetMetaData described = rows.getMetaData();
    int columns = described.getColumnCount();
    boolean[] text = new boolean[columns];
    boolean[] number = new boolean[columns];
    List<String> declared = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      declared.add(String.valueOf(described.getColumnTypeName(i)).toUpperCase(Locale.ROOT));
    }
    while (rows.next()) {
      for (int i = 0; i < columns; i++) {
        Object value = rows.getObject(i + 1);
        number[i] |= value instanceof Number;
        text[i] |= value != null && !(value instanceof Number);
      }
    }
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      types.add(type(declared.get(i), number[i], text[i]));
    }
    return types;
  }

  private static Type type(String declared, boolean number, boolean text) {
    if (declared.contains("BOOL")) {
      return Type.BOOLEAN;
    }
    if (declared.contains("TIME")) {
      return Type.DATETIME;
    }
    if (declared.contains("DATE")) {
      return Type.DATE;
    }
    boolean numeric = declared.matches(".*(INT|REAL|FLOA|DOUB|NUM|DEC).*");
    return !text && (number || numeric) && !declared.matches(".*(CHAR|CLOB|TEXT).*")
        ? Type.NUMBER
        : Type.TEXT;
  }
}
