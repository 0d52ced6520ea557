package org.segql.diagnostic;

import java.util.List;

/// Diagnostics as HTML: the block of {@link DiagnosticRenderer} in a `pre`, everything escaped, its
/// colours as classes (`segql-error`, `segql-warning`, `segql-note` around it; `segql-head` is the
/// first line, `segql-marks` the carets).
public final class DiagnosticHtml {
  private DiagnosticHtml() {}

  public static String render(List<Diagnostic> diagnostics) {
    var html = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      html.append(render(diagnostic));
    }
    return html.toString();
  }

  public static String render(Diagnostic diagnostic) {
    String[] lines = DiagnosticRenderer.PLAIN.render(diagnostic).stripTrailing().split("\n");
    var html = new StringBuilder();
    html.append("<pre class=\"segql-diagnostic segql-")
        .append(diagnostic.severity().text())
        .append("\"><span class=\"segql-head\">")
        .append(Html.escape(lines[0]))
        .append("</span>");
    for (int i = 1; i < lines.length; i++) {
      html.append('\n');
      boolean marks = lines[i].strip().matches("\\|\\s*\\^+");
      html.append(
          marks
              ? "<span class=\"segql-marks\">" + Html.escape(lines[i]) + "</span>"
              : Html.escape(lines[i]));
    }
    return html.append("</pre>\n").toString();
  }

  /// One line, for what stands above a result.
  public static String line(Diagnostic diagnostic) {
    return "<div class=\"segql-line segql-"
        + diagnostic.severity().text()
        + "\">"
        + Html.escape(DiagnosticRenderer.PLAIN.line(diagnostic))
        + "</div>\n";
  }
}
