package org.segql.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.segql.chart.Palette;
import org.segql.chart.Theme;
import org.segql.chart.Tone;

/// Draws texts and shapes of a picture in the colours of a theme.
final class Pen {
  private static final FontRenderContext MEASURE =
      new FontRenderContext(new AffineTransform(), true, true);

  final Graphics2D g;
  final Theme theme;

  Pen(Graphics2D g, Theme theme) {
    this.g = g;
    this.theme = theme;
  }

  static Font font(int size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
  }

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, MEASURE).getWidth();
  }

  /// The text, cut with an ellipsis where it is wider than so many pixels.
  static String fitted(String text, Font font, double width) {
    String line = text.replace('\n', ' ');
    if (width(line, font) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 1 && width(line.substring(0, end) + "…", font) > width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end).stripTrailing() + "…";
  }

  /// The text on lines of at most so many pixels, the last one cut.
  static List<String> wrapped(String text, Font font, double width, int most) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      if (!line.isEmpty() && width(line + " " + word, font) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    if (lines.size() > most) {
      String rest = String.join(" ", lines.subList(most - 1, lines.size()));
      lines = new ArrayList<>(lines.subList(0, most - 1));
      lines.add(rest);
    }
    lines.replaceAll(l -> fitted(l, font, width));
    return lines;
  }

  Color colour(Tone tone, double opacity) {
    int rgb = Palette.rgb(tone, theme);
    return new Color(
        rgb >> 16 & 255,
        rgb >> 8 & 255,
        rgb & 255,
        (int) Math.round(Math.clamp(opacity, 0, 1) * 255));
  }

  /// @param anchor 0: the text begins at x, 0.5: its middle is there, 1: it ends there
  void text(String text, double x, double baseline, Font font, Color colour, double anchor) {
    if (text.isEmpty()) {
      return;
    }
    g.setFont(font);
    g.setColor(colour);
    g.drawString(text, (float) (x - anchor * width(text, font)), (float) baseline);
  }

  /// A text that ends at a place and rises towards it.
  void slanted(String text, double x, double y, Font font, Color colour) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-Math.PI / 5);
    text(text, 0, 0, font, colour, 1);
    g.setTransform(before);
  }

  void stroke(double width, boolean dashed) {
    g.setStroke(
        dashed
            ? new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {6, 4},
                0)
            : new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  static Path2D path(double[] x, double[] y) {
    var path = new Path2D.Double();
    for (int i = 0; i < x.length; i++) {
      if (i == 0) {
        path.moveTo(x[i], y[i]);
      } else {
        path.lineTo(x[i], y[i]);
      }
    }
    return path;
  }
}
