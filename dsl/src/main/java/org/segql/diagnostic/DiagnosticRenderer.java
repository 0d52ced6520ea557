package org.segql.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows diagnostics to people in a terminal or a log:
///
/// ```
/// error[unknown-column]: `revnue` is not a column of `customers`.
///   quickstart.segql:2:22
///   2 | SEGMENT customers BY revnue USING kmeans(5)
///     |                      ^^^^^^
///   Did you mean `revenue`?
/// ```
///
/// @param width the cells of a line; source lines are cut to it around the marked place, sentences
///   are not broken
/// @param colour whether to send colours
public record DiagnosticRenderer(int width, boolean colour) {
  /// Without colours, 100 cells wide.
  public static final DiagnosticRenderer PLAIN = new DiagnosticRenderer(100, false);

  private static final int LEAST_ROOM = 12;

  /// The diagnostics one under the other, an empty line between, ending in a line end.
  public String render(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(this::render).toList());
  }

  /// The whole block, ending in a line end.
  public String render(Diagnostic diagnostic) {
    var lines = new ArrayList<String>();
    lines.add(
        paint(style(diagnostic.severity()), label(diagnostic) + ":")
            + " "
            + paint("1", safe(diagnostic.message())));
    Source source = diagnostic.source();
    if (source != null) {
      Span span = diagnostic.span();
      if (span != null) {
        block(source, span, style(diagnostic.severity()), lines, null);
      }
      for (Diagnostic.Related related : diagnostic.related()) {
        block(source, related.span(), "36", lines, related.message());
      }
    }
    for (String hint : diagnostic.hints()) {
      for (String line : hint.split("\n", -1)) {
        lines.add("  " + safe(line));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /// All on one line, without the source: what stands above a result.
  public String line(Diagnostic diagnostic) {
    String hints = diagnostic.hints().isEmpty() ? "" : " " + String.join(" ", diagnostic.hints());
    return paint(style(diagnostic.severity()), label(diagnostic) + ":")
        + " "
        + safe((diagnostic.message() + hints).replace('\n', ' '));
  }

  private void block(
      Source source, Span written, String style, List<String> lines, @Nullable String message) {
    Span span = shown(source.text(), written);
    int firstLine = source.line(span.start());
    int lastLine = source.line(Math.max(span.start(), span.end() - 1));
    String place = source.name() + ":" + firstLine + ":" + source.column(span.start());
    lines.add("  " + paint("2", safe(place)) + (message == null ? "" : ": " + safe(message)));
    int gutter = String.valueOf(lastLine).length();
    mark(source, firstLine, gutter, span, style, lines);
    if (lastLine > firstLine) {
      if (lastLine > firstLine + 1) {
        lines.add("  " + paint("2", " ".repeat(gutter) + " …"));
      }
      int lineStart = source.lineStart(span.end() - 1);
      int indent = Math.min(indent(source.lineText(lineStart)), span.end() - lineStart - 1);
      mark(source, lastLine, gutter, new Span(lineStart + indent, span.end()), style, lines);
    }
  }

  /// The line where the span begins, and the marks under what of the span is on that line.
  private void mark(
      Source source, int number, int gutter, Span span, String style, List<String> lines) {
    int lineStart = source.lineStart(span.start());
    String line = source.lineText(span.start());
    int end = Math.min(line.length(), span.end() - lineStart);
    int room = Math.max(LEAST_ROOM, width - gutter - 5);
    SourceLine shown = SourceLine.of(line, span.start() - lineStart, end, room);
    String digits = Cells.padLeft(String.valueOf(number), gutter);
    lines.add(("  " + paint("2", digits + " |") + " " + shown.text()).stripTrailing());
    lines.add(
        "  "
            + paint("2", " ".repeat(gutter) + " |")
            + " ".repeat(shown.from() + 1)
            + paint(style, "^".repeat(shown.marks())));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /// A place in the blanks at the end of a text is shown after its last word: there something is
  /// missing.
  private static Span shown(String text, Span span) {
    int start = Math.min(span.start(), text.length());
    int end = Math.min(span.end(), text.length());
    int last = text.stripTrailing().length();
    return start == end && start > last ? new Span(last, last) : new Span(start, end);
  }

  private static String label(Diagnostic diagnostic) {
    return diagnostic.severity().text() + "[" + diagnostic.code().text() + "]";
  }

  private static String style(Severity severity) {
    return switch (severity) {
      case ERROR -> "1;31";
      case WARNING -> "33";
      case NOTE -> "36";
    };
  }

  private static String safe(String text) {
    return Cells.safe(text, true);
  }

  private String paint(String style, String text) {
    return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}
