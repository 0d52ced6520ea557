package org.segql.result;

/// What a terminal can show, and how tables are laid out there.
///
/// @param width the cells of a line
/// @param colour whether colours and bold are sent
/// @param unicode false: only ASCII signs of our own (bars, dashes, arrows); texts from data stay
///   as they are
/// @param dark whether the background is dark
/// @param sideways whether every table is turned: a line per column, a block per row
/// @param rowLimit tables that are much longer show only so many rows and say so
public record TerminalStyle(
    int width, boolean colour, boolean unicode, boolean dark, boolean sideways, int rowLimit) {
  /// What files and pipes get: the same on every machine.
  public static final TerminalStyle PLAIN = new TerminalStyle(120, false, true, false, false, 40);

  public TerminalStyle {
    width = Math.max(20, width);
    rowLimit = Math.max(1, rowLimit);
  }

  public TerminalStyle withWidth(int cells) {
    return new TerminalStyle(cells, colour, unicode, dark, sideways, rowLimit);
  }

  public TerminalStyle withColour(boolean on) {
    return new TerminalStyle(width, on, unicode, dark, sideways, rowLimit);
  }

  public TerminalStyle withUnicode(boolean on) {
    return new TerminalStyle(width, colour, on, dark, sideways, rowLimit);
  }

  public TerminalStyle onDark(boolean on) {
    return new TerminalStyle(width, colour, unicode, on, sideways, rowLimit);
  }

  public TerminalStyle turned(boolean on) {
    return new TerminalStyle(width, colour, unicode, dark, on, rowLimit);
  }

  public TerminalStyle withRowLimit(int rows) {
    return new TerminalStyle(width, colour, unicode, dark, sideways, rows);
  }
}
