package org.segql.render;

import java.util.List;
import org.segql.chart.Axis;
import org.segql.chart.Chart;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;

/// Coloured cells as a table of a terminal.
final class TerminalCells {
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
    int cell = Math.clamp((width - labels - 1) / Math.max(1, columns), 4, 12) - 1;
    int shown = Math.min(columns, (width - labels - 1) / (cell + 1));
    out.append(" ".repeat(labels));
    for (int column = 0; column < shown; column++) {
      out.append(' ')
          .append(TerminalText.right(TerminalText.cut(label(chart.x(), column), cell), cell));
    }
    out.append('\n');
    for (int i = 0; i < rows; i++) {
      int row = chart.y().reversed() ? i : rows - 1 - i;
      out.append(TerminalText.left(TerminalText.cut(label(chart.y(), row), labels), labels));
      for (int column = 0; column < shown; column++) {
        double value = cells.values()[row][column];
        String text =
            cells.texts().isEmpty() ? Numbers.text(value) : cells.texts().get(row).get(column);
        String padded = TerminalText.right(TerminalText.cut(text, cell), cell);
        out.append(' ')
            .append(Double.isNaN(value) ? padded : ink.on(PlotlyMarks.tone(cells, value), padded));
      }
      out.append('\n');
    }
    if (shown < columns) {
      out.append(columns - shown).append(" more columns do not fit.\n");
    }
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
