package org.segql.kernel.cell;

import org.jspecify.annotations.Nullable;

/// Code to run.
///
/// @param code as it stands in the notebook, magics included
/// @param number the execution count, the `3` of `In [3]`
/// @param id the cell's own id in the notebook, where the front end sends one
public record Cell(String code, int number, @Nullable String id) {
  /// What diagnostics call it: `cell [3]`.
  public String name() {
    return "cell [" + number + "]";
  }

  public Cell withCode(String other) {
    return new Cell(other, number, id);
  }
}
