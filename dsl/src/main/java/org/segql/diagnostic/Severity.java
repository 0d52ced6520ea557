package org.segql.diagnostic;

/// How much a diagnostic matters. An error stops the script; warnings and notes stand above a result.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
