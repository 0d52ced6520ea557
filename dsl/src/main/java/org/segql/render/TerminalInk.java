package org.segql.render;

import org.segql.chart.Palette;
import org.segql.chart.Theme;
import org.segql.chart.Tone;

/// Writes texts in colours where the terminal has them.
///
/// @param coloured whether it has
record TerminalInk(boolean coloured) {
  private static final String END = "\u001b[0m";

  String of(Tone tone, String text) {
    if (!coloured || tone == Tone.INK) {
      return text;
    }
    // Colours for a dark background are lighter; on a light one they still show.
    int rgb = Palette.rgb(tone, tone instanceof Tone.Segment ? Theme.LIGHT : Theme.DARK);
    return "\u001b[38;2;%d;%d;%dm%s%s"
        .formatted(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, text, END);
  }

  String on(Tone tone, String text) {
    if (!coloured) {
      return text;
    }
    int back = Palette.rgb(tone, Theme.LIGHT);
    int front = Palette.inkOn(back);
    return "\u001b[48;2;%d;%d;%d;38;2;%d;%d;%dm%s%s"
        .formatted(
            back >> 16 & 255,
            back >> 8 & 255,
            back & 255,
            front >> 16 & 255,
            front >> 8 & 255,
            front & 255,
            text,
            END);
  }
}
