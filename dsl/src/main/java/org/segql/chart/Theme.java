package org.segql.chart;

/// The background that colours are chosen for.
public enum Theme {
  LIGHT,
  DARK
}
