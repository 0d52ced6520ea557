package org.segql.chart;

import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;

/// Parameters that several charts have.
final class Parameters {
  static final Parameter FACET =
      Parameter.option(
          "facet",
          new Kind.Column(),
          null,
          "A column; one chart is drawn for each of its values, nine at most.");
  static final Parameter BY =
      Parameter.optional(
          "by",
          new Kind.Column(),
          null,
          "A column; its values stand beside each other in colours.");
  static final Parameter SORT =
      Parameter.option(
          "sort",
          new Kind.Choice("value", "name", "none"),
          "value",
          "The order of the categories.");
  static final Parameter VARIABLES =
      Parameter.optional(
          "variables",
          new Kind.Columns(Type.NUMBER),
          null,
          "The columns shown; default: those that formed the segments.");

  private Parameters() {}

  static Parameter log(String which) {
    return Parameter.option(
        "log",
        new Kind.Columns(Type.NUMBER),
        null,
        "The columns whose axis is logarithmic: " + which + ".");
  }
}
