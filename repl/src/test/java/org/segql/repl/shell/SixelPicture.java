package org.segql.repl.shell;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads sixel graphics back into a picture.
final class SixelPicture {
  private static final Pattern SIZE = Pattern.compile("\"1;1;(\\d+);(\\d+)");
  private static final Pattern STEP =
      Pattern.compile("#(\\d+)(?:;2;(\\d+);(\\d+);(\\d+))?|!(\\d+)([?-~])|([?-~])|([$-])");

  private SixelPicture() {}

  static BufferedImage of(String sequence) {
    Matcher size = SIZE.matcher(sequence);
    if (!size.find()) {
      throw new IllegalArgumentException("no size");
    }
    var image =
        new BufferedImage(
            Integer.parseInt(size.group(1)),
            Integer.parseInt(size.group(2)),
            BufferedImage.TYPE_INT_RGB);
    Map<String, Integer> palette = new HashMap<>();
    int colour = 0;
    int x = 0;
    int top = 0;
    Matcher step = STEP.matcher(sequence.substring(0, sequence.length() - 2));
    for (int at = size.end(); step.find(at); at = step.end()) {
      if (step.group(2) != null) {
        palette.put(step.group(1), rgb(step));
      } else if (step.group(1) != null) {
        colour = requireNonNull(palette.get(step.group(1)), "a colour that was not defined");
      } else if (step.group(8) != null) {
        x = 0;
        top += step.group(8).equals("-") ? 6 : 0;
      } else {
        int count = step.group(5) == null ? 1 : Integer.parseInt(step.group(5));
        String sign = step.group(5) == null ? step.group(7) : step.group(6);
        for (int i = 0; i < count; i++, x++) {
          column(image, x, top, sign.charAt(0) - 63, colour);
        }
      }
    }
    return image;
  }

  private static int rgb(Matcher step) {
    int rgb = 0;
    for (int group = 2; group <= 4; group++) {
      rgb = rgb << 8 | (int) Math.round(Integer.parseInt(step.group(group)) * 2.55);
    }
    return rgb;
  }

  private static void column(BufferedImage image, int x, int top, int bits, int colour) {
    for (int line = 0; line < 6; line++) {
      if ((bits >> line & 1) == 1) {
        image.setRGB(x, top + line, colour);
      }
    }
  }
}
