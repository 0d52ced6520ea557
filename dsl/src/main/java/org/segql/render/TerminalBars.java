package org.segql.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.chart.Axis;
import org.segql.chart.Chart;
import org.segql.chart.Mark;
import org.segql.chart.Numbers;
import org.segql.chart.Tone;

/// Bars as lines of a terminal, in eighths of a character.
final class TerminalBars {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
  private static final int MOST = 60;

  private TerminalBars() {}

  /// One line.
  ///
  /// @param text what stands behind the bar
  private record Row(String label, double value, Tone tone, String text) {}

  /// Whether bars can be lines: they begin at 0 or where the bars before them end, and are not too
  /// many.
  static boolean fits(Chart chart, List<Mark.Bars> bars) {
    int lines = bars.stream().mapToInt(b -> b.at().length).sum();
    boolean alone =
        chart.marks().stream()
            .allMatch(
                m -> m instanceof Mark.Bars || m instanceof Mark.Rule || m instanceof Mark.Labels);
    boolean grounded = Arrays.stream(bars.getFirst().from()).allMatch(f -> f == 0);
    return alone && grounded && lines <= MOST;
  }

  static void write(
      Chart chart, List<Mark.Bars> bars, int width, TerminalInk ink, StringBuilder out) {
    Axis categories = bars.getFirst().horizontal() ? chart.y() : chart.x();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < bars.getFirst().at().length; i++) {
      for (Mark.Bars series : bars) {
        if (i >= series.at().length) {
          continue;
        }
        String category = series == bars.getFirst() ? label(categories, series, i) : "";
        String name =
            bars.size() == 1 || series.name().isEmpty()
                ? category
                : TerminalText.left(TerminalText.cut(category, 16), 16) + " " + series.name();
        double value = series.to()[i] - series.from()[i];
        String text = series.labels().isEmpty() ? Numbers.text(value) : series.labels().get(i);
        rows.add(new Row(name, value, series.tone(i), TerminalText.cut(text, width / 3)));
      }
    }
    rows(rows, width, ink, out);
    Axis numbers = bars.getFirst().horizontal() ? chart.x() : chart.y();
    if (!numbers.label().isEmpty()) {
      out.append('(').append(TerminalText.cut(numbers.label(), width - 2)).append(")\n");
    }
  }

  private static String label(Axis axis, Mark.Bars bars, int i) {
    double at = bars.at()[i];
    double half = bars.thickness()[i] / Mark.Bars.FILL / 2;
    return axis.ticks().stream()
        .filter(t -> Math.abs(t.at() - at) < 0.5)
        .map(Axis.Tick::label)
        .findFirst()
        .orElseGet(() -> Numbers.text(at - half) + " – " + Numbers.text(at + half));
  }

  static void slices(Mark.Slices slices, int width, TerminalInk ink, StringBuilder out) {
    double total = Arrays.stream(slices.values()).sum();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < slices.values().length; i++) {
      double share = slices.values()[i] / total;
      rows.add(
          new Row(slices.labels().get(i), share, slices.tones().get(i), Numbers.percent(share)));
    }
    rows(rows, width, ink, out);
  }

  private static void rows(List<Row> rows, int width, TerminalInk ink, StringBuilder out) {
    int labels =
        Math.min(
            width / 3, rows.stream().mapToInt(r -> TerminalText.width(r.label)).max().orElse(0));
    int numbers = rows.stream().mapToInt(r -> TerminalText.width(r.text)).max().orElse(1);
    double max = rows.stream().mapToDouble(r -> Math.max(0, r.value)).max().orElse(0);
    double min = rows.stream().mapToDouble(r -> Math.min(0, r.value)).min().orElse(0);
    int room = Math.max(8, width - labels - numbers - 4);
    int below = max - min > 0 ? (int) Math.round(-min / (max - min) * room) : 0;
    for (Row row : rows) {
      double share =
          max - min > 0 && Double.isFinite(row.value) ? Math.abs(row.value) / (max - min) : 0;
      String bar = bar(share * room, row.value < 0);
      String padded = row.value < 0 ? TerminalText.right(bar, below) : " ".repeat(below) + bar;
      out.append(TerminalText.left(TerminalText.cut(row.label, labels), labels)).append(" │");
      out.append((ink.of(row.tone, padded) + ' ' + row.text).stripTrailing()).append('\n');
    }
  }

  private static String bar(double length, boolean negative) {
    int whole = (int) length;
    int rest = (int) Math.round((length - whole) * 8);
    String blocks = "█".repeat(whole);
    return negative || rest == 0 ? blocks : blocks + EIGHTHS.charAt(rest);
  }
}
