package org.segql.diagnostic;

import java.util.Locale;

/// How much a diagnostic matters. An error stops the script; warnings and notes stand above a
/// result.
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /// As it is written: `error`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
