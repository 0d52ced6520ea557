package org.segql.kernel.guest;

import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.JavaVariables;

/// Opens the session at the first SegQL cell, so that a notebook without one starts as fast as
/// before.
final class Lazy {
  private final JavaVariables java;
  private final GuestOutput output;
  private @Nullable GuestCells cells;

  Lazy(JavaVariables java, GuestOutput output) {
    this.java = java;
    this.output = output;
  }

  synchronized void run(String script) {
    var open = cells;
    if (open == null) {
      open = new GuestCells(java, output);
      cells = open;
    }
    open.run(script);
  }
}
