package org.segql.kernel.jupyter;

/// Cursor positions: the protocol counts code points, Java UTF-16 units.
final class CodePoints {
  private CodePoints() {}

  /// The UTF-16 offset of a position, kept within the text.
  static int toUtf16(String text, int codePoints) {
    int count = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.clamp(codePoints, 0, count));
  }

  /// The position of a UTF-16 offset, kept within the text.
  static int fromUtf16(String text, int offset) {
    return text.codePointCount(0, Math.clamp(offset, 0, text.length()));
  }
}
