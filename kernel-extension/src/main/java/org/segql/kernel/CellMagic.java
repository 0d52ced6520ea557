package org.segql.kernel;

import java.util.regex.Pattern;

/// The `%%…` line that a cell may begin with.
///
/// @param name without the signs; empty where there is none
/// @param code the cell with that line blanked, so that every place in it stays where it is
record CellMagic(String name, String code) {
  private static final Pattern FIRST_LINE = Pattern.compile("\\A\\s*%%(\\w+)[^\\n]*");

  static CellMagic of(String cell) {
    var matcher = FIRST_LINE.matcher(cell);
    if (!matcher.find()) {
      return new CellMagic("", cell);
    }
    String blank = matcher.group().replaceAll("[^\\n]", " ");
    return new CellMagic(matcher.group(1), blank + cell.substring(matcher.end()));
  }
}
