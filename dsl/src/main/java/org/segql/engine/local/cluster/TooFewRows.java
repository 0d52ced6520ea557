package org.segql.engine.local.cluster;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// A fit is asked for more segments than there are different rows.
public final class TooFewRows extends SegqlException {
  private static final long serialVersionUID = 1;

  private final int rows;

  TooFewRows(int rows, int k) {
    super(
        Diagnostic.error(
            Code.TOO_FEW_ROWS,
            "%d segments need at least %d different rows, and there %s.".formatted(k, k, are(rows)),
            "Ask for fewer segments, or let more rows take part."));
    this.rows = rows;
  }

  private static String are(int rows) {
    return (rows == 1 ? "is " : "are ") + rows;
  }

  /// The same of a range: how far it may go.
  ///
  /// @param range as it is written: `2..8`
  public SegqlException inRange(int low, String range) {
    return new SegqlException(
        Diagnostic.error(
            Code.TOO_FEW_ROWS,
            "The range "
                + range
                + " of k goes beyond the rows: there "
                + are(rows)
                + (rows == 1 ? " different row." : " different rows."),
            rows > low
                ? "Let it end at "
                    + rows
                    + " or before (`"
                    + low
                    + ".."
                    + rows
                    + "`), or let more rows take part."
                : "Let more rows take part."));
  }
}
