package org.segql.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.knowm.xchart.ChartEncoder;
import org.segql.chart.Figure;
import org.segql.chart.Theme;

/// Figures as pictures, by XChart. XChart plots points, lines and pies and writes the files; what
/// it has no chart for (cells with texts, hulls, trees, tiles) and the frame around them is drawn
/// here.
public final class StaticChart {
  static {
    // Pictures are made in memory; without this a machine with no screen may refuse.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    CarriedFonts.prepare();
  }

  private StaticChart() {}

  /// A PNG file's bytes.
  ///
  /// @param scale pixels of the picture for one pixel of the chart; 2 is sharp on most screens
  public static byte[] png(Figure figure, Theme theme, int scale) {
    try {
      return ChartEncoder.getBytes(new StaticFigure(figure, theme, scale), "png");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An SVG document.
  public static String svg(Figure figure, Theme theme) {
    var out = new ByteArrayOutputStream();
    try {
      ChartEncoder.saveChart(new StaticFigure(figure, theme, 1), out, "svg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8)
        .replaceAll("(font-family:&quot;[^&]*&quot;);", "$1, sans-serif;");
  }
}
