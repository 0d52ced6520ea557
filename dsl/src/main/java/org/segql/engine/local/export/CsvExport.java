package org.segql.engine.local.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;

/// CSV and TSV after RFC 4180: a line of names, fields in quotes where they need them, NULL an
/// empty field.
///
/// A spreadsheet runs a text that begins with `=`, `@`, `+` or `-` as a formula when it opens the
/// file, and such a text may come from anyone who fills in a form. It is written with an apostrophe
/// before it, which makes it a text there; a finding counts them, and `formulas = TRUE` leaves
/// them. Texts that are only digits and what stands between them (`+49 171 234`, `-5`, `-`) stay as
/// they are.
final class CsvExport {
  private static final Pattern FORMULA = Pattern.compile("(?s)[=@\t\r].*|[+-].*[^-+0-9 ().,/].*");
  private static final int CHECK_EVERY = 4096;

  private CsvExport() {}

  static void write(
      Frame frame, Writer writer, CsvStyle style, List<Diagnostic> findings, Progress progress)
      throws IOException {
    char delimiter = style.delimiter();
    List<String> names = frame.schema().names();
    List<Cell> cells =
        IntStream.range(0, names.size())
            .mapToObj(i -> Cell.of(frame.schema().columns().get(i).type(), frame.table().column(i)))
            .toList();
    var line = new StringBuilder();
    for (int j = 0; j < names.size(); j++) {
      separate(line, j, delimiter);
      append(line, names.get(j), delimiter);
    }
    if (style.header()) {
      writer.append(line.append('\n'));
    }
    long defused = 0;
    for (int i = 0; i < frame.rowCount(); i++) {
      if (i % CHECK_EVERY == 0) {
        progress.check();
      }
      line.setLength(0);
      for (int j = 0; j < cells.size(); j++) {
        separate(line, j, delimiter);
        String text = cells.get(j).text(i);
        if (text != null) {
          boolean formula =
              !style.formulas()
                  && cells.get(j).type() == Type.TEXT
                  && FORMULA.matcher(text).matches();
          defused += formula ? 1 : 0;
          boolean comma = style.decimal() != '.' && cells.get(j).type() == Type.NUMBER;
          String shown = comma ? text.replace('.', style.decimal()) : text;
          append(line, formula ? "'" + text : shown, delimiter);
        }
      }
      // A lone empty field would be a blank line, which readers pass over.
      writer.append(line.isEmpty() ? "\"\"" : line).append('\n');
    }
    if (defused > 0) {
      findings.add(
          Diagnostic.note(
              Code.VALUES_CHANGED,
              String.format(
                  Locale.ROOT,
                  "%,d text%s that a spreadsheet would run as a formula got an apostrophe before"
                      + " %s.",
                  defused,
                  defused == 1 ? "" : "s",
                  defused == 1 ? "it" : "them"),
              "To write texts as they are: `WITH (formulas = TRUE)`."));
    }
  }

  private static void separate(StringBuilder line, int column, char delimiter) {
    if (column > 0) {
      line.append(delimiter);
    }
  }

  private static void append(StringBuilder line, String text, char delimiter) {
    boolean quoted =
        text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
    for (int i = 0; i < text.length() && !quoted; i++) {
      char c = text.charAt(i);
      quoted = c == delimiter || c == '"' || c == '\n' || c == '\r';
    }
    if (quoted) {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      line.append(text);
    }
  }
}
