package org.segql.engine.local.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The cells of a delimited text of the plainest form, found in one pass over its bytes: lines of
/// equally many fields, quotes only around a whole field and none inside, no blanks beside a value,
/// no blank line. Whatever else may stand in such files is left to DuckDB, so that its rules are
/// written down once.
final class PlainCells {
  /// More would take more memory than the columns made of them.
  private static final int MOST_CELLS = 20_000_000;

  private static final int NO_BREAK_SPACE_LEAD = (byte) 0xc2;
  private static final int NO_BREAK_SPACE = (byte) 0xa0;

  private final byte[] bytes;
  private final byte delimiter;
  private final int quote;
  private final int columns;
  private final int[] from;
  private final int[] to;
  private int cells;

  private PlainCells(byte[] bytes, Dialect dialect, int columns, int rows) {
    this.bytes = bytes;
    this.delimiter = (byte) dialect.delimiter();
    this.quote = dialect.quote().isEmpty() ? -1 : dialect.quote().charAt(0);
    this.columns = columns;
    this.from = new int[rows * columns];
    this.to = new int[rows * columns];
  }

  /// Finds the cells of all records, the header among them.
  ///
  /// @param bytes UTF-8
  /// @param start where the text begins, after a byte order mark
  /// @return null where the text is not plain
  static @Nullable PlainCells of(byte[] bytes, int start, Dialect dialect, int columns) {
    boolean ascii =
        dialect.delimiter() < 0x80
            && (dialect.quote().isEmpty()
                || dialect.quote().length() == 1 && dialect.quote().charAt(0) < 0x80);
    long lines = 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    if (!ascii || dialect.skip() > 0 || columns < 2 || lines * columns > MOST_CELLS) {
      return null;
    }
    var found = new PlainCells(bytes, dialect, columns, (int) lines);
    return found.split(start) ? found : null;
  }

  byte[] bytes() {
    return bytes;
  }

  int rows() {
    return cells / columns;
  }

  /// Where the value of a cell begins; quotes are no part of it.
  int from(int row, int column) {
    return from[row * columns + column];
  }

  /// Where it ends.
  int to(int row, int column) {
    return to[row * columns + column];
  }

  /// Whether two values are the same bytes.
  boolean same(int from, int to, int otherFrom, int otherTo) {
    return Arrays.equals(bytes, from, to, bytes, otherFrom, otherTo);
  }

  private boolean split(int start) {
    int at = start;
    int column = 0;
    while (at < bytes.length) {
      int end = cell(at);
      if (end < 0) {
        return false;
      }
      boolean lineEnds = end == bytes.length || bytes[end] != delimiter;
      if (++column == columns != lineEnds) {
        return false;
      }
      if (lineEnds) {
        column = 0;
        end += end < bytes.length && bytes[end] == '\r' ? 1 : 0;
      }
      at = end + 1;
    }
    // A delimiter as the very last byte has an empty cell after it.
    return column == 0;
  }

  /// Notes the cell that begins here.
  ///
  /// @return where the delimiter or line end after it stands; -1 where it is not plain
  private int cell(int start) {
    boolean quoted = bytes[start] == quote;
    int end = quoted ? quoted(start + 1) : unquoted(start);
    if (end < 0) {
      return -1;
    }
    int first = quoted ? start + 1 : start;
    int last = quoted ? end - 1 : end;
    if (first < last && (isBlankAt(first, last) || isBlankBefore(first, last))) {
      return -1;
    }
    from[cells] = first;
    to[cells++] = last;
    return end;
  }

  private int unquoted(int start) {
    int at = start;
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b == delimiter || b == '\n' || b == '\r' && isLineEnd(at)) {
        return at;
      }
      if (b == quote || b == '\r' || b == 0) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private int quoted(int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != quote) {
      if (bytes[at] == 0) {
        return -1;
      }
      at++;
    }
    int end = at + 1;
    boolean closed =
        at < bytes.length
            && (end == bytes.length
                || bytes[end] == delimiter
                || bytes[end] == '\n'
                || bytes[end] == '\r' && isLineEnd(end));
    return closed ? end : -1;
  }

  private boolean isLineEnd(int at) {
    return at + 1 < bytes.length && bytes[at + 1] == '\n';
  }

  private boolean isBlankAt(int at, int end) {
    byte b = bytes[at];
    return b >= 0 && b <= ' '
        || b == NO_BREAK_SPACE_LEAD && at + 1 < end && bytes[at + 1] == NO_BREAK_SPACE;
  }

  private boolean isBlankBefore(int start, int at) {
    byte b = bytes[at - 1];
    return b >= 0 && b <= ' '
        || b == NO_BREAK_SPACE && at - 2 >= start && bytes[at - 2] == NO_BREAK_SPACE_LEAD;
  }
}
