package org.segql.kernel.cell;

/// Terminal colours, which front ends turn into their theme's in the lines of an error.
public final class Ansi {
  private Ansi() {}

  public static String red(String text) {
    return "\u001b[31;1m" + text + "\u001b[0m";
  }

  public static String dim(String text) {
    return "\u001b[2m" + text + "\u001b[0m";
  }

  public static String bold(String text) {
    return "\u001b[1m" + text + "\u001b[0m";
  }
}
