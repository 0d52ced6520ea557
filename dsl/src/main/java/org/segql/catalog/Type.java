package org.segql.catalog;

/// The types of columns and expressions.
public enum Type {
  NUMBER,
  TEXT,
  BOOLEAN,
  DATE,
  DATETIME
}
