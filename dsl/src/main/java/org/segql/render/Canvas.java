package org.segql.render;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Tone;

/// A grid of dots in a terminal, two by four to a character (Unicode's braille patterns).
final class Canvas {
  /// The bit of each dot in its pattern, by column and row.
  private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

  private final int columns;
  private final int rows;
  private final int[][] dots;
  private final @Nullable Tone[][] tones;
  private final char[][] letters;

  /// @param columns characters a line
  /// @param rows lines
  Canvas(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.dots = new int[rows][columns];
    this.tones = new @Nullable Tone[rows][columns];
    this.letters = new char[rows][columns];
  }

  int width() {
    return columns * 2;
  }

  int height() {
    return rows * 4;
  }

  /// @param x 0..1 from the left
  /// @param y 0..1 from the bottom
  void dot(double x, double y, Tone tone) {
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
      set((int) Math.round(x * (width() - 1)), (int) Math.round((1 - y) * (height() - 1)), tone);
    }
  }

  void line(double x0, double y0, double x1, double y1, Tone tone) {
    double steps = Math.max(Math.abs(x1 - x0) * width(), Math.abs(y1 - y0) * height());
    if (!Double.isFinite(steps)) {
      return;
    }
    int n = (int) Math.clamp(Math.ceil(steps), 1, 4000);
    for (int i = 0; i <= n; i++) {
      double share = (double) i / n;
      dot(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, tone);
    }
  }

  void box(double x0, double y0, double x1, double y1, Tone tone) {
    int left = (int) Math.round(Math.clamp(Math.min(x0, x1), 0, 1) * (width() - 1));
    int right = (int) Math.round(Math.clamp(Math.max(x0, x1), 0, 1) * (width() - 1));
    int top = (int) Math.round((1 - Math.clamp(Math.max(y0, y1), 0, 1)) * (height() - 1));
    int bottom = (int) Math.round((1 - Math.clamp(Math.min(y0, y1), 0, 1)) * (height() - 1));
    for (int x = left; x <= right; x++) {
      for (int y = top; y <= bottom; y++) {
        set(x, y, tone);
      }
    }
  }

  /// Writes a text over the dots, its middle at a place; what does not fit is cut.
  void text(double x, double y, String text, Tone tone) {
    int row = Math.clamp((int) Math.round((1 - y) * (rows - 1)), 0, rows - 1);
    int from =
        Math.clamp(
            (int) Math.round(x * (columns - 1)) - text.length() / 2,
            0,
            Math.max(0, columns - text.length()));
    for (int i = 0; i < text.length() && from + i < columns; i++) {
      letters[row][from + i] = text.charAt(i);
      tones[row][from + i] = tone;
    }
  }

  private void set(int x, int y, Tone tone) {
    dots[y / 4][x / 2] |= BITS[x % 2][y % 4];
    tones[y / 4][x / 2] = tone;
  }

  /// The lines of text.
  ///
  /// @param ink how tones are written
  String[] lines(TerminalInk ink) {
    String[] lines = new String[rows];
    Arrays.setAll(lines, row -> line(row, ink));
    return lines;
  }

  private String line(int row, TerminalInk ink) {
    var line = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      char letter = letters[row][column];
      int pattern = dots[row][column];
      Tone tone = tones[row][column];
      String text =
          letter != 0
              ? String.valueOf(letter)
              : pattern == 0 ? " " : String.valueOf((char) (0x2800 + pattern));
      line.append(tone == null ? text : ink.of(tone, text));
    }
    return line.toString();
  }
}
