package org.segql.chart;

/// What a chart is drawn of.
public enum Fits {
  TABLE("a table"),
  CHOICE("a choice of k"),
  SEGMENTATION("a segmentation"),
  TARGETS("targets"),
  MONITORING("monitoring"),
  CLV("customer lifetime values");

  private final String text;

  Fits(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
