package org.segql.kernel.guest;

import org.segql.kernel.cell.Outcome;

/// A SegQL cell that failed, as an exception, which makes the host stop. Without a stack trace,
/// which would tell nothing.
public final class GuestFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  GuestFailure(Outcome.Failed failed) {
    super(failed.name() + ": " + failed.message(), null, false, false);
    this.code = failed.name();
  }

  /// The code of the first error: `unknown-column`.
  public String code() {
    return code;
  }
}
