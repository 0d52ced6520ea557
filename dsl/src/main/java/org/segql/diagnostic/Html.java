package org.segql.diagnostic;

/// Text inside HTML.
public final class Html {
  private Html() {}

  /// The text so that it is text anywhere in a page, in attributes too. Control characters that
  /// HTML forbids, and marks that turn the writing direction, become visible signs; line breaks and
  /// tabs stay.
  public static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default ->
            out.append(
                c < ' ' || c >= 0x7F ? Cells.safe(character(text, i), true) : String.valueOf(c));
      }
      if (Character.isHighSurrogate(c) && character(text, i).length() == 2) {
        i++;
      }
    }
    return out.toString();
  }

  private static String character(String text, int i) {
    return text.substring(i, Math.min(text.length(), i + Character.charCount(text.codePointAt(i))));
  }
}
