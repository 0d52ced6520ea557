package org.segql.engine.local.cluster;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;

/// The error of a fit that is asked for more segments than there are different rows.
final class TooFewRows {
  private TooFewRows() {}

  static Diagnostic diagnostic(int rows, int k) {
    return Diagnostic.error(
        Code.TOO_FEW_ROWS,
        "%d segments need at least %d different rows, and there %s %d."
            .formatted(k, k, rows == 1 ? "is" : "are", rows),
        "Ask for fewer segments, or let more rows take part.");
  }
}
