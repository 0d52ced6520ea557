package org.segql.kernel.shell;

/// Thrown out of a cell's code where the user interrupted it. An error, so that the code's own
/// `catch (Exception …)` lets it pass.
final class CellStopped extends Error {
  CellStopped() {
    super("The cell was stopped.", null, false, false);
  }
}
