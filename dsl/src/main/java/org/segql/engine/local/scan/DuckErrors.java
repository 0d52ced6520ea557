package org.segql.engine.local.scan;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// DuckDB's messages as ours.
final class DuckErrors {
  private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
  private static final Pattern TEXT = Pattern.compile("Original Line: ?(.*)");
  private static final Pattern FIELDS =
      Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
  private static final int SHOWN = 80;

  private DuckErrors() {}

  static SegqlException of(SQLException e, String file) {
    return new SegqlException(diagnostic(String.valueOf(e.getMessage()), file), e);
  }

  private static Diagnostic diagnostic(String message, String file) {
    Matcher line = LINE.matcher(message);
    Matcher fields = FIELDS.matcher(message);
    String where =
        line.find() ? "Line " + line.group(1) + " of `" + file + "`" : "A line of `" + file + "`";
    String text = text(message);
    if (fields.find()) {
      return Diagnostic.error(
          Code.RAGGED_ROW,
          where
              + " has "
              + fields.group(2)
              + " fields where "
              + fields.group(1)
              + " are expected: "
              + text
              + ".",
          "A field that holds the delimiter must stand in quotes; `delimiter` and `quote` say what"
              + " they are.");
    }
    if (message.contains("unterminated quote") || message.contains("quoted value")) {
      return Diagnostic.error(
          Code.RAGGED_ROW,
          where + " has a quote that does not end: " + text + ".",
          "Where `\"` is an ordinary character: `quote = ''`.");
    }
    if (message.contains("not utf-8")) {
      return Diagnostic.error(
          Code.ENCODING,
          where + " is not in UTF-8.",
          "Name the file's encoding: `encoding = 'windows-1252'`.");
    }
    if (message.contains("Maximum line size")) {
      return Diagnostic.error(
          Code.FILE_FORMAT,
          where + " is longer than 2 MB.",
          "Perhaps a quote is left open, or it is no table.");
    }
    if (message.contains("Could not set lock")) {
      return Diagnostic.error(
          Code.FILE_UNREADABLE,
          "`" + file + "` is open in another program that writes to it.",
          "Close it there, or load a copy.");
    }
    return Diagnostic.error(
        Code.FILE_FORMAT, "`" + file + "` cannot be read: " + firstLine(message));
  }

  private static String text(String message) {
    Matcher text = TEXT.matcher(message);
    String found = text.find() ? text.group(1).strip() : "";
    return "`" + (found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found) + "`";
  }

  static String firstLine(String message) {
    String line = message.strip().lines().findFirst().orElse("no reason given").strip();
    String plain = line.replaceFirst("^(java\\.[\\w.]+: )?[A-Z][A-Za-z ]+ (Error|Exception): ", "");
    return plain.endsWith(".") ? plain : plain + ".";
  }
}
