package org.segql.engine.local;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import tech.tablesaw.api.DoubleColumn;

/// A column of numbers over an array that it takes as it is: `DoubleColumn.create` copies.
final class NumberArrayColumn extends DoubleColumn {
  NumberArrayColumn(String name, double[] values) {
    super(name, DoubleArrayList.wrap(values));
  }

  /// The values without a copy, for reading only.
  double[] values() {
    return data.elements().length == data.size() ? data.elements() : data.toDoubleArray();
  }
}
