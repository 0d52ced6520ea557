package org.segql.repl.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/// Lines of a CSV file in memory. Cells are plain: none here needs quotes.
final class CsvText {
  private byte[] bytes = new byte[1 << 16];
  private int length;

  CsvText text(String cell) {
    room(cell.length() + 1);
    for (int i = 0; i < cell.length(); i++) {
      bytes[length++] = (byte) cell.charAt(i);
    }
    return end();
  }

  /// A whole number; -1 leaves the cell empty.
  CsvText number(long value) {
    room(21);
    if (value >= 0) {
      digits(value);
    }
    return end();
  }

  /// An amount in hundredths, with both decimals; -1 leaves the cell empty.
  CsvText hundredths(long value) {
    room(21);
    if (value >= 0) {
      digits(value / 100);
      bytes[length++] = '.';
      pair((int) (value % 100));
    }
    return end();
  }

  /// A day since 1970-01-01; -1 leaves the cell empty.
  CsvText date(int day) {
    room(11);
    if (day >= 0) {
      LocalDate date = LocalDate.ofEpochDay(day);
      digits(date.getYear());
      bytes[length++] = '-';
      pair(date.getMonthValue());
      bytes[length++] = '-';
      pair(date.getDayOfMonth());
    }
    return end();
  }

  CsvText truth(boolean value) {
    return text(value ? "true" : "false");
  }

  void line() {
    bytes[length - 1] = '\n';
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }

  private CsvText end() {
    bytes[length++] = ',';
    return this;
  }

  private void pair(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  private void digits(long value) {
    int from = length;
    long rest = value;
    do {
      bytes[length++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int i = from, j = length - 1; i < j; i++, j--) {
      byte digit = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = digit;
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
