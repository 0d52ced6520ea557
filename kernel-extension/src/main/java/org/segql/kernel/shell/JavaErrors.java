package org.segql.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.UnresolvedReferenceException;
import org.segql.kernel.cell.Ansi;
import org.segql.kernel.cell.Outcome;

/// What a Java cell that fails shows: the place in the cell, a caret, the frames up to the cell.
final class JavaErrors {
  private static final int MAX_ERRORS = 10;
  private static final int MAX_FRAMES = 30;
  private static final int LONGEST_LINE = 160;

  private final Sources sources;

  JavaErrors(Sources sources) {
    this.sources = sources;
  }

  /// Code that javac refuses.
  ///
  /// @param hint a last line; empty for none
  Outcome.Failed compile(List<Diag> diagnostics, Sources.Origin origin, String hint) {
    var lines = new ArrayList<String>();
    String first = "";
    // Where the code was likely meant to be something else, what javac makes of its rest is noise.
    int most = hint.isEmpty() ? MAX_ERRORS : 1;
    for (var diagnostic : diagnostics.stream().filter(Diag::isError).limit(most).toList()) {
      var message =
          diagnostic
              .getMessage(Locale.ENGLISH)
              .lines()
              .filter(l -> !l.strip().equals("location: class"))
              .toList();
      if (first.isEmpty()) {
        first = message.isEmpty() ? "" : message.getFirst();
      }
      lines.add(Ansi.red("CompileError") + ": " + String.join("\n  ", message));
      lines.add(caret(origin, diagnostic));
    }
    if (!hint.isEmpty()) {
      lines.add("  " + hint);
    }
    return new Outcome.Failed("CompileError", first, lines);
  }

  private static String caret(Sources.Origin origin, Diag diagnostic) {
    int start = (int) Math.max(0, diagnostic.getStartPosition());
    int end = (int) Math.max(start + 1, diagnostic.getEndPosition());
    int line = origin.lineAt(start);
    String text = origin.text(line);
    int lineStart = origin.cell().code().lastIndexOf('\n', origin.offset() + start - 1) + 1;
    int column = Math.clamp(origin.offset() + start - lineStart, 0, text.length());
    int from = Math.max(0, Math.min(column - LONGEST_LINE / 2, text.length() - LONGEST_LINE));
    if (text.length() > LONGEST_LINE) {
      text = text.substring(from, from + LONGEST_LINE);
      column -= from;
    }
    int width = Math.clamp(end - start, 1, Math.max(1, text.length() - column));
    String gutter = String.valueOf(line);
    // Tabs stay tabs, so that the caret stands under its character whatever their width.
    String blanks = text.substring(0, column).replaceAll("[^\t]", " ");
    return "  %s:%d:%d%n  %s | %s%n  %s | %s%s"
        .formatted(
            origin.cell().name(),
            line,
            from + column + 1,
            gutter,
            text,
            " ".repeat(gutter.length()),
            blanks,
            Ansi.red("^".repeat(width)))
        .replace("\r\n", "\n");
  }

  /// Code that threw.
  Outcome.Failed thrown(EvalException exception) {
    var lines = new ArrayList<String>();
    String name = exception.getExceptionClassName();
    frames(exception, "", lines);
    return new Outcome.Failed(name, String.valueOf(exception.getMessage()), lines);
  }

  private void frames(EvalException exception, String prefix, List<String> lines) {
    String message = exception.getMessage();
    lines.add(
        prefix
            + Ansi.red(exception.getExceptionClassName())
            + (message == null ? "" : ": " + message));
    var trace = exception.getStackTrace();
    for (int i = 0; i < Math.min(trace.length, MAX_FRAMES); i++) {
      lines.add("    at " + frame(trace[i]));
    }
    if (trace.length > MAX_FRAMES) {
      lines.add(Ansi.dim("    … " + (trace.length - MAX_FRAMES) + " more"));
    }
    if (exception.getCause() instanceof EvalException cause) {
      frames(cause, "Caused by: ", lines);
    }
  }

  private String frame(StackTraceElement element) {
    return sources
        .ofFile(element.getFileName())
        .map(
            origin -> {
              int line = origin.line(Math.max(1, element.getLineNumber()));
              String place = origin.cell().name() + ":" + line;
              String method = element.getMethodName();
              String text = origin.text(line).strip();
              int shown = Math.min(text.length(), LONGEST_LINE);
              String code = Ansi.dim("    " + text.substring(0, shown));
              return (method.isEmpty() ? place : method + " (" + place + ")") + code;
            })
        .orElseGet(() -> Ansi.dim(element.toString()));
  }

  /// A call of something that was declared with names in it that nothing declares yet.
  Outcome.Failed unresolved(UnresolvedReferenceException exception, List<String> missing) {
    String name = exception.getSnippet().source().lines().findFirst().orElse("").strip();
    String message =
        "`"
            + name
            + "` cannot run before these are declared: "
            + String.join(", ", missing.stream().map(m -> "`" + m + "`").toList())
            + ".";
    return new Outcome.Failed(
        "UnresolvedReference", message, List.of(Ansi.red("UnresolvedReference") + ": " + message));
  }
}
