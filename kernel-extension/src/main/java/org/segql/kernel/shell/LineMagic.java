package org.segql.kernel.shell;

import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.Outcome;

/// What a line `%name argument` does.
@FunctionalInterface
public interface LineMagic {
  /// @param argument the rest of the line
  /// @param cell the cell that it stands in
  Outcome run(String argument, Cell cell, CellOutput output);
}
