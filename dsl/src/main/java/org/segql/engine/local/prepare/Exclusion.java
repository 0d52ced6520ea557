package org.segql.engine.local.prepare;

/// Why a row takes no part.
public enum Exclusion {
  NONE(""),
  WHERE("where"),
  MISSING("missing"),
  OUTLIER("outlier");

  private final String text;

  Exclusion(String text) {
    this.text = text;
  }

  /// As the column `excluded` shows it.
  public String text() {
    return text;
  }
}
