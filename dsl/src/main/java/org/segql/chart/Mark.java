package org.segql.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is drawn in a chart, in data coordinates. Arrays belong to the mark once it is made; NaN is
/// a gap. Marks of one name share a line of the legend; a mark without a name has none. `hover` has
/// a text for each element, or is empty: then the numbers are shown.
public sealed interface Mark {
  String name();

  /// Single points.
  ///
  /// @param size diameters in pixels, one for each point; null: all alike
  /// @param shade 0..1, one for each point, along the sequential scale; null: all have the tone
  record Points(
      String name,
      double[] x,
      double[] y,
      Tone tone,
      double @Nullable [] size,
      @Nullable Shade shade,
      List<String> hover)
      implements Mark {
    public Points {
      hover = List.copyOf(hover);
      same(x.length, y.length);
    }

    public Points(String name, double[] x, double[] y, Tone tone) {
      this(name, x, y, tone, null, null, List.of());
    }
  }

  /// A number that colours points.
  ///
  /// @param values one for each point; NaN is grey
  record Shade(String label, double[] values, double min, double max) {}

  /// A line through points, broken at NaN.
  ///
  /// @param width in pixels
  /// @param markers whether the points are drawn too
  record Line(
      String name,
      double[] x,
      double[] y,
      Tone tone,
      double width,
      boolean dashed,
      boolean markers,
      List<String> hover)
      implements Mark {
    public Line {
      hover = List.copyOf(hover);
      same(x.length, y.length);
    }

    public Line(String name, double[] x, double[] y, Tone tone) {
      this(name, x, y, tone, 2, false, false, List.of());
    }
  }

  /// Bars from one value to another.
  ///
  /// @param at the middle of each bar on the axis that it stands on
  /// @param thickness of each bar on that axis, in its units
  /// @param horizontal whether bars lie along x
  /// @param tones one for each bar, or one for all
  /// @param labels a text at the end of each bar, or empty
  record Bars(
      String name,
      double[] at,
      double[] from,
      double[] to,
      double[] thickness,
      boolean horizontal,
      List<Tone> tones,
      List<String> labels,
      List<String> hover)
      implements Mark {
    /// How much of its range a bar of a histogram fills, so that neighbours are told apart.
    public static final double FILL = 0.96;

    public Bars {
      tones = List.copyOf(tones);
      labels = List.copyOf(labels);
      hover = List.copyOf(hover);
      same(at.length, from.length);
      same(at.length, to.length);
      same(at.length, thickness.length);
    }

    public Tone tone(int bar) {
      return tones.get(tones.size() == 1 ? 0 : bar);
    }
  }

  /// A closed area.
  ///
  /// @param opacity 0..1 of its inside; its outline is opaque
  /// @param outline whether its edge is drawn
  record Region(
      String name, double[] x, double[] y, Tone tone, double opacity, boolean outline, String hover)
      implements Mark {
    public Region {
      same(x.length, y.length);
    }
  }

  /// Texts at places.
  ///
  /// @param align where the place lies relative to the text
  /// @param size in points; 0: the renderer's own
  record Labels(
      String name, double[] x, double[] y, List<String> texts, Tone tone, Align align, int size)
      implements Mark {
    public Labels {
      texts = List.copyOf(texts);
      same(x.length, y.length);
      same(x.length, texts.size());
    }
  }

  /// Where a text stands relative to its place.
  enum Align {
    CENTER,
    RIGHT_OF,
    LEFT_OF,
    ABOVE
  }

  /// A grid of coloured cells with their middles at 0, 1, 2, … on both axes.
  ///
  /// @param values row by row from y = 0; NaN cells stay empty
  /// @param diverging whether the scale has a middle of its own, half way from min to max
  /// @param texts what stands in the cells, in the same order, or empty
  record Cells(
      String name,
      double[][] values,
      double min,
      double max,
      boolean diverging,
      List<List<String>> texts,
      List<List<String>> hover)
      implements Mark {
    public Cells {
      texts = texts.stream().map(List::copyOf).toList();
      hover = hover.stream().map(List::copyOf).toList();
    }
  }

  /// The parts of a whole, as a pie; needs no axes.
  ///
  /// @param hole 0..1 of the radius
  record Slices(String name, List<String> labels, double[] values, List<Tone> tones, double hole)
      implements Mark {
    public Slices {
      labels = List.copyOf(labels);
      tones = List.copyOf(tones);
      same(labels.size(), values.length);
      same(labels.size(), tones.size());
    }
  }

  /// A straight line across the chart, with a text at its end.
  ///
  /// @param vertical whether it stands at a place of x
  record Rule(String name, double at, boolean vertical, Tone tone, boolean dashed, String label)
      implements Mark {}

  /// The same in lines of text, which stands for all other marks where a terminal is too coarse for
  /// them; drawn nowhere else.
  record Outline(List<Row> rows) implements Mark {
    public Outline {
      rows = List.copyOf(rows);
    }

    /// @param lead branches and what leads here
    public record Row(String lead, String text, Tone tone) {}

    @Override
    public String name() {
      return "";
    }
  }

  private static void same(int a, int b) {
    if (a != b) {
      throw new IllegalArgumentException("lengths " + a + " and " + b);
    }
  }
}
