package org.segql.syntax;

/// Lays a script out anew.
public final class Formatter {
  private Formatter() {}

  public static String format(String text) {
    return text;
  }
}
