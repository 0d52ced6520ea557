package org.segql.kernel.cell;

/// Thrown out of a cell's code where the user interrupted it. An error, so that the code's own
/// `catch (Exception …)` lets it pass.
public final class CellStopped extends Error {
  private static final long serialVersionUID = 1;

  public CellStopped() {
    super("The cell was stopped.", null, false, false);
  }
}
