package org.segql.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The colours of charts and of the segments' chips in tables. The first eight colours of segments
/// are those of Okabe and Ito (2008, "Color Universal Design") less black, with yellow darkened so
/// that it shows on white; the others come from Tol (2021, "Colour Schemes", muted). Both sets are
/// made for readers with any colour vision. The scales are viridis-like and blue-orange.
public final class Palette {
  private static final List<String> SEGMENTS =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b5a300", "#332288",
          "#44aa99", "#882255", "#999933", "#aa4499", "#88ccee", "#661100", "#6699cc", "#117733");
  private static final int[] SEQUENTIAL_LIGHT = {0xf1f5fa, 0xbcd7ea, 0x6cb0d6, 0x2a7ab9, 0x0b4083};
  private static final int[] SEQUENTIAL_DARK = {0x1d2a38, 0x1f4e79, 0x2b7bba, 0x72b7e3, 0xd6ecfa};
  private static final int[] DIVERGING_LIGHT = {0x2166ac, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xb2401b};
  private static final int[] DIVERGING_DARK = {0x64b5f6, 0x2f6690, 0x2a2d31, 0x9c5b33, 0xffa567};

  private Palette() {}

  /// The colour of a segment as `#rrggbb`; number 0 is noise. The same in every chart and table of
  /// one theme.
  public static String segment(int number, Theme theme) {
    return hex(Tone.segment(number), theme);
  }

  /// The colour of a tone as `#rrggbb`.
  public static String hex(Tone tone, Theme theme) {
    return String.format(Locale.ROOT, "#%06x", rgb(tone, theme));
  }

  /// The colour of a tone as 0xrrggbb.
  public static int rgb(Tone tone, Theme theme) {
    boolean dark = theme == Theme.DARK;
    return switch (tone) {
      case Tone.Segment s ->
          s.number() <= 0 ? (dark ? 0x8a8f96 : 0x9aa0a6) : cycled(s.number(), dark);
      case Tone.Series s -> cycled(Math.max(1, s.number()), dark);
      case Tone.Sequential s -> on(dark ? SEQUENTIAL_DARK : SEQUENTIAL_LIGHT, s.place());
      case Tone.Diverging d -> on(dark ? DIVERGING_DARK : DIVERGING_LIGHT, d.place());
      case Tone.On on -> inkOn(rgb(on.ground(), theme));
      case Tone.Plain p ->
          switch (p) {
            case ACCENT -> dark ? 0x5aa9e0 : 0x2a7ab9;
            case STRONG -> dark ? 0xff9d5c : 0xd55e00;
            case INK -> dark ? 0xe6e6e6 : 0x24292f;
            case MUTED -> dark ? 0x8a8f96 : 0x8c939a;
            case PAPER -> dark ? 0x16181b : 0xffffff;
          };
    };
  }

  /// The text colour, black or white, that reads better on a colour (WCAG 2.2 relative luminance).
  public static int inkOn(int rgb) {
    return luminance(rgb) > 0.36 ? 0x111111 : 0xffffff;
  }

  /// Five colours of the sequential or the diverging scale, evenly spaced.
  public static List<String> scale(boolean diverging, Theme theme) {
    return IntStream.range(0, 5)
        .mapToObj(
            i -> hex(diverging ? new Tone.Diverging(i / 4.0) : new Tone.Sequential(i / 4.0), theme))
        .toList();
  }

  private static int cycled(int number, boolean dark) {
    int base = Integer.parseInt(SEGMENTS.get((number - 1) % SEGMENTS.size()).substring(1), 16);
    int round = (number - 1) / SEGMENTS.size();
    int colour = round == 0 ? base : mix(base, round % 2 == 1 ? 0xffffff : 0x000000, 0.35);
    return dark && luminance(colour) < 0.14 ? mix(colour, 0xffffff, 0.4) : colour;
  }

  private static int on(int[] scale, double place) {
    double p = Double.isNaN(place) ? 0 : Math.clamp(place, 0, 1) * (scale.length - 1);
    int low = Math.min((int) p, scale.length - 2);
    return mix(scale[low], scale[low + 1], p - low);
  }

  private static int mix(int a, int b, double share) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = (a >> shift) & 0xff;
      double to = (b >> shift) & 0xff;
      result |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return result;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
