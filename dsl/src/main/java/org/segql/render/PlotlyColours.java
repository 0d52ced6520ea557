package org.segql.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.segql.chart.Palette;
import org.segql.chart.Theme;
import org.segql.chart.Tone;

/// Colours of a figure for the browser. A trace holds a sign for a colour; the table beside it says
/// what the sign stands for on light and on dark, so that one page follows the reader's theme. The
/// sign begins with a character that no text of a user keeps.
final class PlotlyColours {
  private static final char MARK = '\u0001';

  private final Map<String, List<Object>> table = new LinkedHashMap<>();

  /// Sign → its value on light and on dark.
  Map<String, List<Object>> table() {
    return table;
  }

  String of(Tone tone) {
    return of(tone, 1);
  }

  /// @param opacity 0..1
  String of(Tone tone, double opacity) {
    String light = rgba(Palette.rgb(tone, Theme.LIGHT), opacity);
    String dark = rgba(Palette.rgb(tone, Theme.DARK), opacity);
    return sign(light + "|" + dark, light, dark);
  }

  String scale(boolean diverging) {
    return sign(
        diverging ? "diverging" : "sequential",
        stops(diverging, Theme.LIGHT),
        stops(diverging, Theme.DARK));
  }

  private String sign(String key, Object light, Object dark) {
    table.put(MARK + key, List.of(light, dark));
    return MARK + key;
  }

  private static List<Object> stops(boolean diverging, Theme theme) {
    List<String> colours = Palette.scale(diverging, theme);
    return IntStream.range(0, colours.size())
        .<Object>mapToObj(i -> List.of(i / (colours.size() - 1.0), colours.get(i)))
        .toList();
  }

  private static String rgba(int rgb, double opacity) {
    return opacity >= 1
        ? String.format(Locale.ROOT, "#%06x", rgb)
        : String.format(
            Locale.ROOT,
            "rgba(%d,%d,%d,%s)",
            rgb >> 16 & 255,
            rgb >> 8 & 255,
            rgb & 255,
            Math.round(opacity * 100) / 100.0);
  }
}
