package org.segql.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Tells a statement to stop after a while, and measures in seconds of processor time of all of
/// Java's threads how much is done between two looks whether to stop, and how much afterwards. What
/// is measured may be a little less than what was, never more. DuckDB's own threads are not seen;
/// the thread that watches over them looks for them.
final class Looks implements Listener {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long EVERY_MILLISECONDS = 5;

  private final AtomicLong looks = new AtomicLong();
  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicBoolean seen = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Map<Long, Long> spent = new HashMap<>();
  private final Thread sampler;
  private final long after;
  private long longest;
  private long toldAt;
  private long endedAt;

  Looks(long afterMilliseconds) {
    after = afterMilliseconds * 1_000_000;
    sampler = Thread.ofPlatform().daemon().name("looks").start(this::sample);
  }

  @Override
  public boolean cancelled() {
    looks.incrementAndGet();
    boolean stop = told.get();
    if (stop) {
      seen.set(true);
    }
    return stop;
  }

  /// Whether the statement looked once more after it was told.
  boolean sawTheStop() {
    return seen.get();
  }

  /// Ends the measurement.
  void end() throws InterruptedException {
    ended.set(true);
    sampler.join();
  }

  double longest() {
    return longest / 1e9;
  }

  double afterwards() {
    return told.get() ? (endedAt - toldAt) / 1e9 : 0;
  }

  @Override
  public String toString() {
    return "%.2f s between looks, %.2f s afterwards".formatted(longest(), afterwards());
  }

  private void sample() {
    long start = System.nanoTime();
    long last = -1;
    long since = 0;
    while (!ended.get()) {
      long now = looks.get();
      long work = work();
      if (now != last) {
        last = now;
        since = work;
      }
      longest = Math.max(longest, work - since);
      if (!told.get() && System.nanoTime() - start > after) {
        toldAt = work;
        told.set(true);
      }
      try {
        Thread.sleep(EVERY_MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
    endedAt = work();
  }

  /// The processor time of all threads but this one, those that have ended among them.
  private long work() {
    for (long id : THREADS.getAllThreadIds()) {
      long time = id == Thread.currentThread().threadId() ? -1 : THREADS.getThreadCpuTime(id);
      if (time > 0) {
        spent.put(id, time);
      }
    }
    return spent.values().stream().mapToLong(Long::longValue).sum();
  }
}
