package org.segql.result;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes the results of a run as they come, as one document.
public final class ResultWriter implements AutoCloseable {
  private final ResultRenderer renderer;
  private final Appendable out;
  private boolean opened;
  private boolean written;

  public ResultWriter(ResultRenderer renderer, Appendable out) {
    this.renderer = renderer;
    this.out = out;
  }

  public void write(Result result) throws IOException {
    open();
    var separated = new Separated(out, written ? renderer.between() : "");
    try {
      renderer.write(result, separated);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    written |= separated.begun();
  }

  /// Ends the document; of a run without results too.
  @Override
  public void close() throws IOException {
    open();
    out.append(renderer.closing());
  }

  private void open() throws IOException {
    if (!opened) {
      opened = true;
      out.append(renderer.opening());
    }
  }
}
