package org.segql.kernel.shell;

/// Thrown where a cell's code would end the process that is the kernel.
final class ExitRefused extends Error {
  ExitRefused(int status) {
    super(
        "`System.exit("
            + status
            + ")` would end the kernel and is refused; to start afresh, restart the kernel from its"
            + " menu.");
  }
}
