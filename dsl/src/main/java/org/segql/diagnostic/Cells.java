package org.segql.diagnostic;

/// Text as a terminal shows it: how many cells wide it is, cut and padded to a width, and made
/// safe. Wide are the East Asian wide and full-width characters and the characters that are emoji
/// by default; combining marks and joiners take no cell.
public final class Cells {
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;

  private Cells() {}

  /// The number of cells that a text takes.
  public static int width(String text) {
    int width = 0;
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += width(before, c);
      before = c;
      i += Character.charCount(c);
    }
    return width;
  }

  /// A character's cells, where another stands before it (0: none).
  static int width(int before, int c) {
    if (c < 0x300) {
      return c == 0xAD ? 0 : 1;
    }
    if (before == JOINER || c == EMOJI_STYLE || Character.isEmojiModifier(c)) {
      return 0;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    if (c < 0x1100) {
      return false;
    }
    if (c >= 0x1F1E6 && c <= 0x1F1FF) {
      return false; // two regional letters make one flag
    }
    return c <= 0x115F
        || Character.isEmojiPresentation(c)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xA960 && c <= 0xA97C)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1B000 && c <= 0x1B2FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /// The text where it fits, else its beginning and `…` (or `~` without Unicode), together at most
  /// so many cells.
  public static String cut(String text, int width, boolean unicode) {
    if (text.length() <= width && isPlain(text) || width(text) <= width) {
      return text;
    }
    int end = fitting(text, 0, Math.max(0, width - 1));
    return width <= 0 ? "" : text.substring(0, end) + (unicode ? "…" : "~");
  }

  /// The end of the longest stretch from `start` that takes at most so many cells.
  public static int fitting(String text, int start, int width) {
    int before = 0;
    int used = 0;
    for (int i = start; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += width(before, c);
      if (used > width) {
        return i;
      }
      before = c;
      i += Character.charCount(c);
    }
    return text.length();
  }

  public static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  public static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /// The text with everything that could move a cursor, change a colour, hide or reorder text
  /// replaced by a visible sign: control characters by their pictures (ESC is ␛; `^[` without
  /// Unicode), marks that turn the writing direction and broken characters by �.
  public static String safe(String text, boolean unicode) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text, i)) {
        return replaced(text, unicode);
      }
    }
    return text;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnsafe(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x80) {
      return c < 0x20 || c == 0x7F;
    }
    if (Character.isSurrogate(c)) {
      boolean first = Character.isHighSurrogate(c) && i + 1 < text.length();
      boolean second = Character.isLowSurrogate(c) && i > 0;
      return !(first && Character.isLowSurrogate(text.charAt(i + 1))
          || second && Character.isHighSurrogate(text.charAt(i - 1)));
    }
    return c < 0xA0
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF
        || c >= 0xFFF9 && c <= 0xFFFB;
  }

  private static String replaced(String text, boolean unicode) {
    var safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUnsafe(text, i)) {
        safe.append(c);
      } else if (c < 0x20) {
        safe.append(unicode ? "" + (char) (0x2400 + c) : "^" + (char) (c + 0x40));
      } else if (c == 0x7F) {
        safe.append(unicode ? "␡" : "^?");
      } else {
        safe.append(unicode ? "\uFFFD" : "?");
      }
    }
    return safe.toString();
  }
}
