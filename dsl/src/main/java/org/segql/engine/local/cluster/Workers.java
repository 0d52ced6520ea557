package org.segql.engine.local.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Runs independent pieces of work on several threads, the calling one among them, and stops
/// between pieces when the statement shall stop.
///
/// @param threads at least 1; 1 stays on the calling thread
record Workers(int threads, Progress progress) {
  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "segql-worker");
            thread.setDaemon(true);
            return thread;
          });

  /// A stretch of pieces, `from` inclusive, `to` exclusive, for one of the workers 0..threads-1.
  @FunctionalInterface
  interface Work {
    void run(int worker, int from, int to);
  }

  Workers {
    threads = Math.max(1, threads);
  }

  /// Runs pieces 0..count-1, `batch` of them at a time.
  void run(int count, int batch, Work work) {
    var next = new AtomicInteger();
    var failed = new AtomicBoolean();
    int helpers = Math.min(threads, (count + batch - 1) / batch) - 1;
    List<Future<?>> futures = new ArrayList<>();
    for (int worker = 1; worker <= helpers; worker++) {
      int number = worker;
      futures.add(POOL.submit(() -> take(number, count, batch, work, next, failed)));
    }
    try {
      take(0, count, batch, work, next, failed);
    } finally {
      failed.set(failed.get() || next.get() < count);
      await(futures);
    }
  }

  private void take(
      int worker, int count, int batch, Work work, AtomicInteger next, AtomicBoolean failed) {
    try {
      int from;
      while (!failed.get() && (from = next.getAndAdd(batch)) < count) {
        progress.check();
        work.run(worker, from, Math.min(count, from + batch));
      }
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    }
  }

  private static void await(List<Future<?>> futures) {
    boolean interrupted = false;
    for (Future<?> future : futures) {
      while (true) {
        try {
          future.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof SegqlException cause) {
            throw new SegqlException(cause.diagnostics(), cause);
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
