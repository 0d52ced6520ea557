package org.segql.kernel.jupyter;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.segql.kernel.cell.CellOutput;

/// Collects what a cell prints, so that ten thousand lines are a few messages: sent after 50 ms or
/// 8 KB, and whenever the stream changes, so that stdout and stderr keep their order.
final class StreamBatch {
  private static final int DELAY_MS = 50;
  private static final int FULL = 8 * 1024;

  private final ScheduledExecutorService timer;
  private final BiConsumer<CellOutput.Stream, String> sender;
  private final StringBuilder pending = new StringBuilder();
  private CellOutput.Stream stream = CellOutput.Stream.STDOUT;

  StreamBatch(ScheduledExecutorService timer, BiConsumer<CellOutput.Stream, String> sender) {
    this.timer = timer;
    this.sender = sender;
  }

  synchronized void append(CellOutput.Stream to, String text) {
    if (to != stream) {
      flush();
      stream = to;
    }
    if (pending.isEmpty() && !timer.isShutdown()) {
      timer.schedule(this::flush, DELAY_MS, TimeUnit.MILLISECONDS);
    }
    pending.append(text);
    if (pending.length() >= FULL) {
      flush();
    }
  }

  synchronized void flush() {
    if (!pending.isEmpty()) {
      sender.accept(stream, pending.toString());
      pending.setLength(0);
    }
  }
}
