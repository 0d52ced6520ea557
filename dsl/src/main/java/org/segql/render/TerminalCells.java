package org.segql.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.segql.chart.Axis;
import org.segql.chart.Chart;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;

/// Coloured cells as a table of a terminal.
final class TerminalCells {
  /// Names up to this width stay on one line where there is room.
  private static final int MODEST = 20;

  /// Where a name may be broken.
  private static final Pattern BREAK = Pattern.compile(" |(?<=_)");

  private TerminalCells() {}

  static void write(Chart chart, Mark.Cells cells, int width, TerminalInk ink, StringBuilder out) {
    int rows = cells.values().length;
    int columns = rows == 0 ? 0 : cells.values()[0].length;
    int labels =
        Math.min(
            width / 3,
            chart.y().ticks().stream()
                .mapToInt(t -> TerminalText.width(t.label()))
                .max()
                .orElse(0));
    int room = (width - labels) / Math.max(1, columns) - 1;
    int wanted = widest(chart, cells, columns);
    int cell =
        Math.clamp(Math.max(wanted, Math.min(MODEST, names(chart, columns))), 4, Math.max(4, room));
    int shown = Math.min(columns, (width - labels) / (cell + 1));
    head(chart, shown, labels, cell, out);
    for (int i = 0; i < rows; i++) {
      int row = chart.y().reversed() ? i : rows - 1 - i;
      out.append(TerminalText.left(TerminalText.cut(label(chart.y(), row), labels), labels));
      for (int column = 0; column < shown; column++) {
        double value = cells.values()[row][column];
        String text = TerminalText.cut(text(cells, row, column), cell);
        String padded = TerminalText.right(text, cell);
        out.append(' ')
            .append(Double.isNaN(value) ? padded : ink.on(PlotlyMarks.tone(cells, value), padded));
      }
      out.append('\n');
    }
    if (shown < columns) {
      out.append(columns - shown).append(" more columns do not fit.\n");
    }
  }

  private static int names(Chart chart, int columns) {
    return IntStream.range(0, columns)
        .map(column -> TerminalText.width(label(chart.x(), column)))
        .max()
        .orElse(0);
  }

  /// What a column needs so that nothing in it is cut; names may take two lines or three.
  private static int widest(Chart chart, Mark.Cells cells, int columns) {
    int widest = 0;
    for (int column = 0; column < columns; column++) {
      String name = label(chart.x(), column);
      widest = Math.max(widest, (TerminalText.width(name) + 1) / 2);
      for (String word : BREAK.split(name)) {
        widest = Math.max(widest, TerminalText.width(word));
      }
    }
    for (int row = 0; row < cells.values().length; row++) {
      for (int column = 0; column < columns; column++) {
        widest = Math.max(widest, TerminalText.width(text(cells, row, column)));
      }
    }
    return widest;
  }

  private static String text(Mark.Cells cells, int row, int column) {
    return cells.texts().isEmpty()
        ? Numbers.text(cells.values()[row][column])
        : cells.texts().get(row).get(column);
  }

  /// The names of the columns, broken over lines, the last line above the cells.
  private static void head(Chart chart, int shown, int labels, int cell, StringBuilder out) {
    List<List<String>> names =
        IntStream.range(0, shown)
            .mapToObj(column -> broken(label(chart.x(), column), cell))
            .toList();
    int height = names.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      out.append(" ".repeat(labels));
      for (List<String> name : names) {
        int from = line - (height - name.size());
        String word = from < 0 ? "" : TerminalText.cut(name.get(from), cell);
        out.append(' ').append(TerminalText.right(word, cell));
      }
      out.append('\n');
    }
  }

  private static List<String> broken(String name, int cell) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : BREAK.split(name)) {
      String joined = line + (line.isEmpty() || line.toString().endsWith("_") ? "" : " ") + word;
      if (!line.isEmpty() && TerminalText.width(joined) > cell) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.replace(0, line.length(), joined);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static String label(Axis axis, int at) {
    List<Axis.Tick> ticks = axis.ticks();
    return ticks.stream()
        .filter(t -> t.at() == at)
        .map(Axis.Tick::label)
        .findFirst()
        .orElse(Integer.toString(at));
  }
}
