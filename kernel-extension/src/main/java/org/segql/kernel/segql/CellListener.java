package org.segql.kernel.segql;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Span;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.cell.RunningCell;
import org.segql.result.Result;
import org.segql.session.Listener;

/// Shows the results of a cell's statements as they come, and how far the running one is where it
/// takes long. The progress bar and the result of a statement share one place: the result replaces
/// the bar.
final class CellListener implements Listener, AutoCloseable {
  private static final long FIRST_AFTER_NANOS = 400_000_000L;
  private static final long EVERY_NANOS = 150_000_000L;

  private final Cell cell;
  private final CellOutput output;
  private final Bundles bundles;
  private final Thread runner = Thread.currentThread();
  private @Nullable String progressId;
  private long begun = System.nanoTime();
  private long shownAt;
  private Outcome last = Outcome.NOTHING;

  CellListener(Cell cell, CellOutput output, Bundles bundles) {
    this.cell = cell;
    this.output = output;
    this.bundles = bundles;
  }

  @Override
  public synchronized void begins(Span statement) {
    begun = System.nanoTime();
  }

  @Override
  public synchronized void result(Span statement, Result result) {
    var bundle = bundles.of(result, cell.id());
    String id = progressId;
    if (id != null) {
      output.update(bundle, id);
      progressId = null;
    } else if (isLast(statement)) {
      last = Outcome.value(bundle);
    } else {
      output.display(bundle, null);
    }
  }

  /// Whether nothing but `;` and blanks follows.
  private boolean isLast(Span statement) {
    int end = Math.min(statement.end(), cell.code().length());
    return cell.code().substring(end).replace(";", "").isBlank();
  }

  @Override
  public synchronized void progress(String phase, double fraction) {
    long now = System.nanoTime();
    if (now - begun < FIRST_AFTER_NANOS || now - shownAt < EVERY_NANOS) {
      return;
    }
    shownAt = now;
    var bar = ProgressBar.of(phase, fraction, now - begun);
    String id = progressId;
    if (id != null) {
      output.update(bar, id);
    } else {
      id = UUID.randomUUID().toString();
      output.display(bar, id);
      progressId = id;
    }
  }

  @Override
  public boolean cancelled() {
    return RunningCell.isStopped() || runner.isInterrupted();
  }

  /// What the last statement gave, where it is not shown already.
  Outcome lastValue() {
    return last;
  }

  /// Takes away a bar that no result replaced.
  @Override
  public synchronized void close() {
    String id = progressId;
    if (id != null) {
      output.update(ProgressBar.NONE, id);
    }
  }
}
