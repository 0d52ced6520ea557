package org.segql.docs;

import org.segql.function.Literals;
import org.segql.result.Part;
import org.segql.result.Result;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/// Values as they would be written in a script.
final class ReferenceCells {
  private ReferenceCells() {}

  /// The first cell of a result's first table.
  static String first(Result result) {
    return result.parts().stream()
        .filter(Part.TablePart.class::isInstance)
        .map(p -> cell(((Part.TablePart) p).data().column(0)))
        .findFirst()
        .orElse("");
  }

  private static String cell(Column<?> column) {
    if (column.isMissing(0)) {
      return "NULL";
    }
    return switch (column) {
      case DoubleColumn numbers -> number(numbers.getDouble(0));
      case StringColumn texts -> "'" + texts.get(0) + "'";
      case BooleanColumn flags -> flags.get(0) ? "TRUE" : "FALSE";
      default -> column.getString(0).replace('T', ' ');
    };
  }

  private static String number(double x) {
    double rounded = Math.round(x * 1e6) / 1e6;
    return Math.abs(x) < 1e9 ? Literals.text(rounded) : Literals.text(x);
  }
}
