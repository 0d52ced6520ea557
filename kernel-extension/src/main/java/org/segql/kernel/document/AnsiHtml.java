package org.segql.kernel.document;

import java.util.regex.Pattern;
import org.segql.diagnostic.Html;

/// Text with the colours of a terminal as HTML; what is neither text nor colour goes.
final class AnsiHtml {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\u001b(?:\\[([0-9;]*)([A-Za-z])|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|.)?");

  private AnsiHtml() {}

  static String of(String text) {
    var html = new StringBuilder();
    var matcher = ESCAPE.matcher(text);
    int from = 0;
    boolean open = false;
    while (matcher.find()) {
      html.append(plain(text.substring(from, matcher.start())));
      from = matcher.end();
      if (!"m".equals(matcher.group(2))) {
        continue;
      }
      if (open) {
        html.append("</span>");
      }
      String style = style(String.valueOf(matcher.group(1)));
      open = !style.isEmpty();
      if (open) {
        html.append("<span class=\"").append(style).append("\">");
      }
    }
    html.append(plain(text.substring(from)));
    return open ? html.append("</span>").toString() : html.toString();
  }

  static String withoutColours(String text) {
    return ESCAPE.matcher(text).replaceAll("");
  }

  private static String plain(String text) {
    return Html.escape(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""));
  }

  private static String style(String codes) {
    var classes = new StringBuilder();
    for (String code : codes.split(";")) {
      String name =
          switch (code) {
            case "1" -> "bold";
            case "2" -> "dim";
            case "31", "91" -> "red";
            case "32", "92" -> "green";
            case "33", "93" -> "yellow";
            case "34", "94", "36", "96" -> "blue";
            default -> "";
          };
      classes.append(name.isEmpty() || classes.isEmpty() ? "" : " ").append(name);
    }
    return classes.toString();
  }
}
