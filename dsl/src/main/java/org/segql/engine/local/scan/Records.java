package org.segql.engine.local.scan;

import java.util.ArrayList;
import java.util.List;

/// Splits a delimited text into records of fields, as a spreadsheet does: a field in quotes may
/// hold delimiters and line ends, a doubled quote is a quote.
final class Records {
  private final String text;
  private final char delimiter;
  private final int quote;
  private int at;

  private Records(String text, char delimiter, String quote) {
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quote.isEmpty() ? -1 : quote.charAt(0);
  }

  /// The first records, blank lines left out.
  static List<List<String>> split(String text, char delimiter, String quote, int most) {
    var records = new Records(text, delimiter, quote);
    List<List<String>> all = new ArrayList<>();
    while (records.at < text.length() && all.size() < most) {
      List<String> record = records.next();
      if (record.size() > 1 || !record.getFirst().isBlank()) {
        all.add(record);
      }
    }
    return all;
  }

  private List<String> next() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(field());
      if (at >= text.length()) {
        return fields;
      }
      char end = text.charAt(at++);
      if (end != delimiter) {
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        return fields;
      }
    }
  }

  /// One field; stops at the delimiter or line end after it.
  private String field() {
    var field = new StringBuilder();
    if (at < text.length() && text.charAt(at) == quote) {
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != quote) {
          field.append(c);
        } else if (at < text.length() && text.charAt(at) == quote) {
          field.append(c);
          at++;
        } else {
          break;
        }
      }
    }
    while (at < text.length() && !isEnd(text.charAt(at))) {
      field.append(text.charAt(at++));
    }
    return field.toString();
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }
}
