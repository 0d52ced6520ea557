package org.segql.engine.local.segment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.segql.catalog.Type;
import org.segql.engine.local.eval.ColumnVectors;
import org.segql.engine.local.eval.Vector;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/// Made-up values as vectors.
final class TrialVectors {
  static final Object NULL = new Object();

  private TrialVectors() {}

  static Vector of(Type type, List<Object> values) {
    Column<?> column =
        switch (type) {
          case NUMBER -> {
            var numbers = DoubleColumn.create("");
            values.forEach(v -> numbers.append(v == NULL ? Double.NaN : (double) v));
            yield numbers;
          }
          case TEXT -> {
            var texts = StringColumn.create("");
            values.forEach(v -> texts.append(v == NULL ? "" : (String) v));
            yield texts;
          }
          case BOOLEAN -> {
            var booleans = BooleanColumn.create("");
            values.forEach(
                v -> {
                  if (v == NULL) {
                    booleans.appendMissing();
                  } else {
                    booleans.append((boolean) v);
                  }
                });
            yield booleans;
          }
          case DATE -> {
            var dates = DateColumn.create("");
            values.forEach(v -> dates.append(v == NULL ? null : (LocalDate) v));
            yield dates;
          }
          case DATETIME -> {
            var moments = DateTimeColumn.create("");
            values.forEach(v -> moments.append(v == NULL ? null : (LocalDateTime) v));
            yield moments;
          }
        };
    return ColumnVectors.of(column, List.of());
  }
}
