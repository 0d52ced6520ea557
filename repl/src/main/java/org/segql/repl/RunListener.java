package org.segql.repl;

import org.segql.diagnostic.Span;
import org.segql.result.Result;
import org.segql.session.Listener;

/// Writes each result as soon as it is there, and shows on a screen how far a long statement has
/// come.
final class RunListener implements Listener, AutoCloseable {
  /// A statement that ends before shows no progress.
  private static final long PATIENCE = 300_000_000;

  private static final long BETWEEN = 100_000_000;

  private final Surroundings around;
  private final ResultOutput results;
  private long next = System.nanoTime() + PATIENCE;
  private boolean shown;

  RunListener(Surroundings around, ResultOutput results) {
    this.around = around;
    this.results = results;
  }

  @Override
  public synchronized void begins(Span statement) {
    next = System.nanoTime() + PATIENCE;
  }

  @Override
  public synchronized void result(Span statement, Result result) {
    clear();
    results.write(result);
  }

  @Override
  public synchronized void progress(String phase, double fraction) {
    long now = System.nanoTime();
    if (!around.errIsScreen() || now < next) {
      return;
    }
    next = now + BETWEEN;
    String text = fraction < 0 ? phase : phase + " " + Math.round(100 * fraction) + "%";
    int room = around.width() - 1;
    shown = true;
    around.err().print("\r\u001b[K" + (text.length() > room ? text.substring(0, room) : text));
    around.err().flush();
  }

  /// Takes the progress off the screen.
  synchronized void clear() {
    if (shown) {
      shown = false;
      around.err().print("\r\u001b[K");
      around.err().flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
