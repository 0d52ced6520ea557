package org.segql.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.segql.chart.Axis;
import org.segql.chart.Chart;
import org.segql.chart.Extent;
import org.segql.chart.Figure;
import org.segql.chart.Mark;

/// Figures as text for a terminal: bars and tables of cells as lines, everything else in dots.
public final class TerminalChart {
  private static final int HEIGHT = 16;

  private final Chart chart;
  private final int width;
  private final TerminalInk ink;
  private final StringBuilder out = new StringBuilder();

  private TerminalChart(Chart chart, int width, boolean coloured) {
    this.chart = chart;
    this.width = Math.max(30, width);
    this.ink = new TerminalInk(coloured);
  }

  /// The charts below each other, each with its title, its notes and what it says in words.
  ///
  /// @param width of the terminal in characters
  /// @param coloured whether it shows ANSI colours
  public static String render(Figure figure, int width, boolean coloured) {
    return figure.charts().stream()
        .map(c -> new TerminalChart(c, width, coloured).text())
        .collect(Collectors.joining("\n"));
  }

  private String text() {
    out.append(TerminalText.cut(chart.title(), width)).append('\n');
    if (!chart.marks().isEmpty()) {
      draw();
    }
    for (String note : chart.notes()) {
      TerminalText.wrapped(note, width).forEach(l -> out.append(l).append('\n'));
    }
    return out.toString();
  }

  private void draw() {
    List<Mark.Bars> bars = only(Mark.Bars.class);
    if (!only(Mark.Outline.class).isEmpty()) {
      only(Mark.Outline.class).forEach(this::outline);
    } else if (!only(Mark.Slices.class).isEmpty()) {
      only(Mark.Slices.class).forEach(s -> TerminalBars.slices(s, width, ink, out));
    } else if (!only(Mark.Cells.class).isEmpty()) {
      only(Mark.Cells.class).forEach(c -> TerminalCells.write(chart, c, width, ink, out));
    } else if (!bars.isEmpty() && TerminalBars.fits(chart, bars)) {
      TerminalBars.write(chart, bars, width, ink, out);
    } else {
      canvas();
    }
  }

  private void outline(Mark.Outline outline) {
    for (Mark.Outline.Row row : outline.rows()) {
      int room = Math.max(8, width - TerminalText.width(row.lead()));
      boolean first = true;
      for (String line : TerminalText.wrapped(row.text(), room)) {
        String lead = row.lead();
        String below = lead.replace('├', '│').replaceAll("[^│]", " ");
        out.append(first ? lead : below).append(ink.of(row.tone(), line)).append('\n');
        first = false;
      }
    }
  }

  private <M extends Mark> List<M> only(Class<M> type) {
    return chart.marks().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void canvas() {
    Extent.Both extents = Extent.of(chart);
    boolean axes = chart.look().axes();
    List<Axis.Tick> yTicks = axes ? AxisTicks.of(chart.y(), extents.y(), 5) : List.of();
    int gutter =
        Math.min(20, yTicks.stream().mapToInt(t -> TerminalText.width(t.label())).max().orElse(0));
    var canvas = new Canvas(width - gutter - 2, HEIGHT);
    chart.marks().forEach(m -> new CanvasMarks(canvas, chart, extents).paint(m));
    String[] labels = new String[HEIGHT];
    Arrays.fill(labels, "");
    for (Axis.Tick tick : yTicks) {
      int row = (int) Math.round((1 - extents.y().place(tick.at(), chart.y())) * (HEIGHT - 1));
      labels[Math.clamp(row, 0, HEIGHT - 1)] = TerminalText.cut(tick.label(), gutter);
    }
    if (!chart.y().label().isEmpty()) {
      out.append(TerminalText.cut(chart.y().label(), width)).append('\n');
    }
    String[] lines = canvas.lines(ink);
    for (int row = 0; row < HEIGHT; row++) {
      out.append(TerminalText.right(labels[row], gutter))
          .append(axes ? labels[row].isEmpty() ? " │" : " ┤" : "  ");
      out.append(lines[row].stripTrailing()).append('\n');
    }
    if (axes) {
      below(extents, gutter);
    }
    legend();
  }

  private void below(Extent.Both extents, int gutter) {
    int room = width - gutter - 2;
    out.append(" ".repeat(gutter)).append(" └").append("─".repeat(room)).append('\n');
    var line = new StringBuilder(" ".repeat(width));
    int free = 0;
    for (Axis.Tick tick : AxisTicks.of(chart.x(), extents.x(), room / 14)) {
      String label = TerminalText.cut(tick.label(), 16);
      int at = gutter + 2 + (int) Math.round(extents.x().place(tick.at(), chart.x()) * (room - 1));
      int from = Math.clamp(at - label.length() / 2, 0, Math.max(0, width - label.length()));
      if (from >= free) {
        line.replace(from, from + label.length(), label);
        free = from + label.length() + 2;
      }
    }
    out.append(line.toString().stripTrailing()).append('\n');
    if (!chart.x().label().isEmpty()) {
      String label = TerminalText.cut(chart.x().label(), room);
      out.append(" ".repeat(gutter + 2 + Math.max(0, (room - label.length()) / 2)))
          .append(label)
          .append('\n');
    }
  }

  private void legend() {
    if (!chart.look().legend()) {
      return;
    }
    List<String> seen = new ArrayList<>();
    int used = 0;
    for (Mark mark : chart.marks()) {
      if (mark.name().isEmpty() || seen.contains(mark.name())) {
        continue;
      }
      seen.add(mark.name());
      String name = TerminalText.cut(mark.name(), 40);
      int taken = TerminalText.width(name) + 2;
      if (used > 0 && used + 2 + taken > width) {
        out.append('\n');
        used = 0;
      }
      out.append(used > 0 ? "  " : "").append(ink.of(CanvasMarks.tone(mark), "●")).append(' ');
      out.append(name);
      used += (used > 0 ? 2 : 0) + taken;
    }
    out.append('\n');
  }
}
