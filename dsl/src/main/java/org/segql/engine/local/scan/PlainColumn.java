package org.segql.engine.local.scan;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.engine.local.Columns;
import org.segql.engine.local.TextColumnBuilder;
import tech.tablesaw.columns.Column;

/// A column of plain cells, where its type is beyond doubt: every value a plain number, a date of
/// the ISO form, true or false; or a text by the rules of {@link ColumnLook}. A column that is none
/// of these, such as numbers with an `n/a` among them, is for {@link TypeDetection} to judge.
final class PlainColumn {
  private static final double MOSTLY = 0.8;
  private static final double INEXACT = 0x1p53;

  /// So many digits and a power of ten up to this are exact as double, and so their quotient is
  /// rounded once, as it should be.
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final int DATE_LENGTH = 10;
  private static final int NO_DATE = Integer.MIN_VALUE;

  private final PlainCells cells;
  private final byte[] bytes;
  private final int column;
  private final int first;
  private final int rows;
  private final String name;

  private PlainColumn(PlainCells cells, int column, int first, String name) {
    this.cells = cells;
    this.bytes = cells.bytes();
    this.column = column;
    this.first = first;
    this.rows = cells.rows() - first;
    this.name = name;
  }

  record Typed(ColumnInfo info, Column<?> values) {}

  /// @param first the first record that is a row
  /// @return null where the type is open to doubt
  static @Nullable Typed of(PlainCells cells, int column, int first, String name) {
    var plain = new PlainColumn(cells, column, first, name);
    double[] numbers = plain.numbers();
    if (numbers != null) {
      return plain.typed(Type.NUMBER, Columns.numbers(name, numbers));
    }
    int[] days = plain.days();
    if (days != null) {
      return plain.typed(Type.DATE, Columns.dates(name, days));
    }
    byte[] booleans = plain.booleans();
    if (booleans != null) {
      return plain.typed(Type.BOOLEAN, Columns.booleans(name, booleans));
    }
    return plain.isText() ? plain.typed(Type.TEXT, plain.texts()) : null;
  }

  private Typed typed(Type type, Column<?> values) {
    return new Typed(new ColumnInfo(name, type), values);
  }

  private int from(int row) {
    return cells.from(first + row, column);
  }

  private int to(int row) {
    return cells.to(first + row, column);
  }

  private double @Nullable [] numbers() {
    double[] values = new double[rows];
    int found = 0;
    for (int row = 0; row < rows; row++) {
      int from = from(row);
      int to = to(row);
      values[row] = Double.NaN;
      if (from < to) {
        values[row] = number(from, to);
        if (!(Math.abs(values[row]) < INEXACT)) {
          return null;
        }
        found++;
      }
    }
    return found > 0 ? values : null;
  }

  /// `-?(0|[1-9][0-9]*)([.][0-9]+)?`; NaN for everything else.
  private double number(int from, int to) {
    boolean negative = bytes[from] == '-';
    int start = negative ? from + 1 : from;
    int point = -1;
    long digits = 0;
    for (int at = start; at < to; at++) {
      byte b = bytes[at];
      if (b == '.' && point < 0 && at > start) {
        point = at;
      } else if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
      } else {
        return Double.NaN;
      }
    }
    int whole = (point < 0 ? to : point) - start;
    int decimals = point < 0 ? 0 : to - point - 1;
    if (whole < 1 || whole > 1 && bytes[start] == '0' || point == to - 1) {
      return Double.NaN;
    }
    if (whole + decimals > EXACT_DIGITS) {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
    double value = digits / POWERS[decimals];
    return negative ? -value : value;
  }

  private int @Nullable [] days() {
    int[] days = new int[rows];
    int found = 0;
    for (int row = 0; row < rows; row++) {
      int from = from(row);
      int to = to(row);
      days[row] = Columns.MISSING_DAY;
      if (from < to) {
        days[row] = day(from, to);
        if (days[row] == NO_DATE) {
          return null;
        }
        found++;
      }
    }
    return found > 0 ? days : null;
  }

  /// The day of `yyyy-mm-dd`, since 1970-01-01.
  private int day(int from, int to) {
    if (to - from != DATE_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return NO_DATE;
    }
    int year = digits(from, from + 4);
    int month = digits(from + 5, from + 7);
    int day = digits(from + 8, to);
    boolean exists =
        year >= 1000
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    return exists ? epochDay(year, month, day) : NO_DATE;
  }

  private static int epochDay(int year, int month, int day) {
    // As LocalDate.toEpochDay reckons, without an object.
    int leap = Year.isLeap(year) ? 1 : 2;
    long days = 365L * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    days += (367L * month - 362) / 12 + day - 1 - (month > 2 ? leap : 0);
    return (int) (days - 719_528);
  }

  /// A whole number; -1 where there are others than digits.
  private int digits(int from, int to) {
    int value = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return -1;
      }
      value = value * 10 + (bytes[at] - '0');
    }
    return value;
  }

  private byte @Nullable [] booleans() {
    byte[] values = new byte[rows];
    int found = 0;
    for (int row = 0; row < rows; row++) {
      int from = from(row);
      int to = to(row);
      values[row] = Byte.MIN_VALUE;
      if (from < to) {
        boolean yes = begins(from, to, "true") && to - from == 4;
        if (!yes && !(begins(from, to, "false") && to - from == 5)) {
          return null;
        }
        values[row] = (byte) (yes ? 1 : 0);
        found++;
      }
    }
    return found > 0 ? values : null;
  }

  /// Letter case aside.
  private boolean begins(int from, int to, String word) {
    if (to - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((bytes[from + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the column holds no value, or one that is surely neither number nor truth value and
  /// not mostly what begins like a number or a date.
  private boolean isText() {
    int values = 0;
    int like = 0;
    boolean sure = false;
    for (int row = 0; row < rows; row++) {
      int from = from(row);
      int to = to(row);
      if (from < to) {
        byte b = bytes[from];
        values++;
        like += b >= '+' && b <= '9' ? 1 : 0;
        sure = sure || isWord(from, to);
      }
    }
    return values == 0 || sure && like < MOSTLY * values;
  }

  private boolean isWord(int from, int to) {
    int letter = bytes[from] | 0x20;
    return bytes[from] < 0
        || letter >= 'a'
            && letter <= 'z'
            && !begins(from, to, "nan")
            && !begins(from, to, "inf")
            && !begins(from, to, "true")
            && !begins(from, to, "false");
  }

  /// Texts by numbers, each made a String once: a table of hashes of their bytes, in which a slot
  /// holds the number of a text, or -1.
  private Column<?> texts() {
    int[] codes = new int[rows];
    int[] firstRow = new int[64];
    int[] slots = emptied(128);
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int from = from(row);
      int to = to(row);
      if (from == to) {
        codes[row] = TextColumnBuilder.MISSING;
        continue;
      }
      int slot = slot(slots, firstRow, from, to);
      if (slots[slot] < 0) {
        slots[slot] = texts.size();
        if (texts.size() == firstRow.length) {
          firstRow = Arrays.copyOf(firstRow, 2 * firstRow.length);
        }
        firstRow[texts.size()] = row;
        texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      }
      codes[row] = slots[slot];
      if (2 * texts.size() > slots.length) {
        slots = grown(slots, firstRow, texts.size());
      }
    }
    return TextColumnBuilder.column(name, codes, texts);
  }

  private int slot(int[] slots, int[] firstRow, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + bytes[at];
    }
    int slot = (hash ^ hash >>> 15) * 0x2c1b3c6d >>> 7 & slots.length - 1;
    while (slots[slot] >= 0) {
      int row = firstRow[slots[slot]];
      if (cells.same(from, to, from(row), to(row))) {
        return slot;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private int[] grown(int[] old, int[] firstRow, int texts) {
    int[] slots = emptied(2 * old.length);
    for (int code = 0; code < texts; code++) {
      slots[slot(slots, firstRow, from(firstRow[code]), to(firstRow[code]))] = code;
    }
    return slots;
  }

  private static int[] emptied(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }
}
