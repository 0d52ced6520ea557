package org.segql.definition;

import org.jspecify.annotations.Nullable;

/// One parameter of a definition. Parameters without a name are given in the order of the
/// definition's list.
///
/// @param defaultText the default as it would be written: `10`, `AUTO`, `average`; null: none, the
///   parameter is required or its absence has a meaning that the summary states
/// @param required whether a call must give it
/// @param named whether it can be given by name only
public record Parameter(
    String name,
    Kind kind,
    @Nullable String defaultText,
    String summary,
    boolean required,
    boolean named) {
  public Parameter {
    if (required && defaultText != null) {
      throw new IllegalArgumentException(name + " is required and has a default");
    }
  }

  /// A parameter that every call gives, by place or by name.
  public static Parameter required(String name, Kind kind, String summary) {
    return new Parameter(name, kind, null, summary, true, false);
  }

  /// A parameter that may be left out, by place or by name.
  public static Parameter optional(
      String name, Kind kind, @Nullable String defaultText, String summary) {
    return new Parameter(name, kind, defaultText, summary, false, false);
  }

  /// A parameter that may be left out and is given by name only.
  public static Parameter option(
      String name, Kind kind, @Nullable String defaultText, String summary) {
    return new Parameter(name, kind, defaultText, summary, false, true);
  }
}
