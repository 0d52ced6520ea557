package org.segql.result;

import java.util.List;
import org.segql.chart.Palette;
import org.segql.chart.Theme;
import org.segql.chart.Tone;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.NumberText;

/// The signs of a terminal table: with Unicode or with ASCII, with colours or without.
record Glyphs(TerminalStyle style) {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
  private static final String HEIGHTS_ASCII = "_.-:=+*#";

  String safe(String text) {
    return Cells.safe(text, style.unicode());
  }

  String cut(String text, int width) {
    return Cells.cut(text, width, style.unicode());
  }

  String missing() {
    return style.unicode() ? NumberText.MISSING : "-";
  }

  String rule(int width) {
    return paint("2", (style.unicode() ? "─" : "-").repeat(width));
  }

  /// A disc in the segment's colour.
  String chip(int segment) {
    String sign = style.unicode() ? (segment == 0 ? "○" : "●") : (segment == 0 ? "o" : "*");
    int rgb = Palette.rgb(Tone.segment(segment), style.dark() ? Theme.DARK : Theme.LIGHT);
    return paint("38;2;" + (rgb >> 16 & 255) + ";" + (rgb >> 8 & 255) + ";" + (rgb & 255), sign);
  }

  String arrow(int sign) {
    return sign == 0
        ? " "
        : paint("1", style.unicode() ? (sign > 0 ? "↑" : "↓") : (sign > 0 ? "^" : "v"));
  }

  /// A bar of a share of the width, padded to it.
  String bar(double share, int width) {
    if (!style.unicode()) {
      int full = (int) Math.round(share * width);
      return "#".repeat(full) + " ".repeat(width - full);
    }
    int eighths = (int) Math.round(share * width * 8);
    eighths = share > 0 ? Math.max(1, eighths) : 0;
    String bar = "█".repeat(eighths / 8) + (eighths % 8 > 0 ? EIGHTHS.charAt(eighths % 8) : "");
    return paint("36", bar) + " ".repeat(width - bar.length());
  }

  /// A column per count, none empty so that the width shows; the largest is full.
  String histogram(List<Double> counts) {
    String heights = style.unicode() ? HEIGHTS : HEIGHTS_ASCII;
    double largest = counts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    var out = new StringBuilder();
    for (double count : counts) {
      out.append(heights.charAt(largest > 0 ? (int) Math.round(count / largest * 7) : 0));
    }
    return out.toString();
  }

  String bold(String text) {
    return paint("1", text);
  }

  String quiet(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return style.colour() && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
