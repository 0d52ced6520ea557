package org.segql.repl.shell;

import org.segql.diagnostic.Cells;

/// One line on the screen that says how far a long statement has come, and how long it may still
/// take. It appears after a moment and leaves no trace.
final class ProgressLine implements AutoCloseable {
  private static final long PATIENCE = 400_000_000;
  private static final long BETWEEN = 100;
  private static final String FIRST = "running";

  private final Screen screen;
  private final Thread painter;
  private final long began = System.nanoTime();
  private String phase = FIRST;
  private double fraction = -1;
  private boolean stopping;
  private boolean shown;
  private boolean ended;

  /// Nothing is shown on a terminal that can't take a line back.
  ProgressLine(Screen screen, boolean visible) {
    this.screen = screen;
    this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
    if (visible) {
      painter.start();
    }
  }

  synchronized void report(String newPhase, double newFraction) {
    phase = newPhase;
    fraction = newFraction;
  }

  synchronized void stopping() {
    stopping = true;
  }

  /// Takes the line away while something else is written.
  synchronized void clear() {
    if (shown) {
      shown = false;
      screen.print("\r\u001b[K");
    }
  }

  @Override
  public void close() {
    end();
  }

  void end() {
    synchronized (this) {
      ended = true;
      clear();
    }
    painter.interrupt();
  }

  private void paint() {
    try {
      while (true) {
        Thread.sleep(BETWEEN);
        synchronized (this) {
          if (ended) {
            return;
          }
          long spent = System.nanoTime() - began;
          if (spent > PATIENCE) {
            shown = true;
            String line = stopping ? "stopping …" : line(phase, fraction, spent / 1e9);
            screen.print(
                "\r\u001b[K" + Cells.cut(Cells.safe(line, true), screen.width() - 1, true));
          }
        }
      }
    } catch (InterruptedException _) {
      // The statement has ended.
    }
  }

  /// `k-means, k = 4 ████▌ 43% 12 s, about 16 s left`.
  static String line(String phase, double fraction, double seconds) {
    String spent = Math.round(seconds) + " s";
    if (fraction < 0 || fraction > 1 || Double.isNaN(fraction)) {
      return phase + "  " + spent;
    }
    int full = (int) Math.round(fraction * 20);
    String bar = "█".repeat(full) + "░".repeat(20 - full);
    long left = Math.round(seconds * (1 - fraction) / Math.max(fraction, 1e-6));
    boolean guess = fraction >= 0.05 && seconds >= 1;
    return phase
        + "  "
        + bar
        + " "
        + Math.round(fraction * 100)
        + "%  "
        + spent
        + (guess ? ", about " + left + " s left" : "");
  }
}
