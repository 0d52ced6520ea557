package org.segql.kernel.segql;

import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.MimeBundle;
import org.segql.result.HtmlRenderer;
import org.segql.result.Result;
import org.segql.result.TerminalRenderer;

/// Results as outputs of cells.
public final class Bundles {
  private static final int ROWS = 50;

  private final HtmlRenderer html = new HtmlRenderer(false, ROWS);

  /// @param cellId the cell that shows it; null where the front end does not say
  public MimeBundle of(Result result, @Nullable String cellId) {
    return MimeBundle.html(
        TerminalRenderer.PLAIN.render(result).stripTrailing(), html.render(result));
  }
}
