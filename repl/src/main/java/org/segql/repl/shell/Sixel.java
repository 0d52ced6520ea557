package org.segql.repl.shell;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A picture as sixel graphics (DEC STD 070): bands of six lines, in each band a run of columns for
/// every colour. Charts have few colours: the most frequent ones are taken as they are and the rest
/// become the nearest of them. Where these are too few for the picture, colours are told apart less
/// finely.
final class Sixel {
  private static final int COLOURS = 255;

  /// The share of the pixels that the most frequent colours must have.
  private static final double ENOUGH = 0.97;

  private final int bits;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final int[] palette;
  private final byte[] indices;

  private Sixel(BufferedImage image) {
    width = image.getWidth();
    height = image.getHeight();
    pixels = image.getRGB(0, 0, width, height, null, 0, width);
    int fine = 5;
    while (fine > 3 && share(fine) < ENOUGH) {
      fine--;
    }
    bits = fine;
    palette = means(frequent(counts(bits)));
    indices = new byte[pixels.length];
    byte[] known = new byte[1 << 3 * bits];
    Arrays.fill(known, (byte) -1);
    for (int i = 0; i < pixels.length; i++) {
      int bin = bin(pixels[i], bits);
      if (known[bin] == -1) {
        known[bin] = (byte) nearest(pixels[i]);
      }
      indices[i] = known[bin];
    }
  }

  /// The whole control sequence.
  static String of(BufferedImage image) {
    return new Sixel(image).text();
  }

  /// By the upper bits of red, green and blue.
  private static int bin(int rgb, int bits) {
    int rest = 8 - bits;
    int red = (rgb >> 16 & 0xFF) >> rest;
    int green = (rgb >> 8 & 0xFF) >> rest;
    int blue = (rgb & 0xFF) >> rest;
    return (red << bits | green) << bits | blue;
  }

  private int[] counts(int fine) {
    int[] counts = new int[1 << 3 * fine];
    for (int pixel : pixels) {
      counts[bin(pixel, fine)]++;
    }
    return counts;
  }

  private double share(int fine) {
    int[] counts = counts(fine);
    return Arrays.stream(frequent(counts)).mapToLong(bin -> counts[bin]).sum()
        / (double) pixels.length;
  }

  private static int[] frequent(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(bin -> counts[bin] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer bin) -> -counts[bin]))
        .limit(COLOURS)
        .mapToInt(bin -> bin)
        .toArray();
  }

  /// The mean colour of the pixels in each bin.
  private int[] means(int[] bins) {
    int[] place = new int[1 << 3 * bits];
    Arrays.fill(place, -1);
    for (int i = 0; i < bins.length; i++) {
      place[bins[i]] = i;
    }
    long[][] sums = new long[bins.length][4];
    for (int pixel : pixels) {
      int i = place[bin(pixel, bits)];
      if (i >= 0) {
        sums[i][0] += pixel >> 16 & 0xFF;
        sums[i][1] += pixel >> 8 & 0xFF;
        sums[i][2] += pixel & 0xFF;
        sums[i][3]++;
      }
    }
    return Arrays.stream(sums)
        .mapToInt(s -> (int) (s[0] / s[3] << 16 | s[1] / s[3] << 8 | s[2] / s[3]))
        .toArray();
  }

  private int nearest(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int red = (rgb >> 16 & 0xFF) - (palette[i] >> 16 & 0xFF);
      int green = (rgb >> 8 & 0xFF) - (palette[i] >> 8 & 0xFF);
      int blue = (rgb & 0xFF) - (palette[i] & 0xFF);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private String text() {
    var text = new StringBuilder("\u001bP0;0q\"1;1;" + width + ";" + height);
    for (int i = 0; i < palette.length; i++) {
      text.append('#').append(i).append(";2");
      for (int shift = 16; shift >= 0; shift -= 8) {
        text.append(';').append(Math.round((palette[i] >> shift & 0xFF) * 100 / 255.0));
      }
    }
    for (int top = 0; top < height; top += 6) {
      band(top, text);
      text.append('-');
    }
    return text.append("\u001b\\").toString();
  }

  private void band(int top, StringBuilder text) {
    byte[][] columns = new byte[palette.length][];
    for (int line = 0; line < 6 && top + line < height; line++) {
      for (int x = 0; x < width; x++) {
        int colour = indices[(top + line) * width + x] & 0xFF;
        byte[] bits = columns[colour];
        if (bits == null) {
          bits = new byte[width];
          columns[colour] = bits;
        }
        bits[x] |= (byte) (1 << line);
      }
    }
    boolean first = true;
    for (int colour = 0; colour < columns.length; colour++) {
      if (columns[colour] != null) {
        text.append(first ? "" : "$").append('#').append(colour);
        runs(columns[colour], text);
        first = false;
      }
    }
  }

  /// Equal columns as `!` and their number; what is empty at the end is left out.
  private static void runs(byte[] bits, StringBuilder text) {
    int end = bits.length;
    while (end > 0 && bits[end - 1] == 0) {
      end--;
    }
    for (int x = 0; x < end; ) {
      int from = x;
      while (x < end && bits[x] == bits[from]) {
        x++;
      }
      char sign = (char) (63 + bits[from]);
      if (x - from > 3) {
        text.append('!').append(x - from).append(sign);
      } else {
        text.repeat(sign, x - from);
      }
    }
  }
}
