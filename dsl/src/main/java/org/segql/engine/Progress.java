package org.segql.engine;

import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// How far a statement has come, and whether it shall stop. Long work calls {@link #check} at least
/// every 100 ms of work and {@link #report} where it can estimate. Safe for use by several threads.
public interface Progress {
  /// Says what is done now and how much of it.
  ///
  /// @param phase a few words: `reading customers.csv`, `k-means, k = 4, start 3 of 10`
  /// @param fraction 0..1; negative where no estimate exists
  void report(String phase, double fraction);

  /// True once the statement shall stop.
  boolean cancelled();

  /// Throws where the statement shall stop.
  default void check() {
    if (cancelled() || Thread.currentThread().isInterrupted()) {
      throw new SegqlException(Diagnostic.error(Code.CANCELLED, "The statement was stopped."));
    }
  }

  /// Never stops, tells nobody.
  Progress NONE =
      new Progress() {
        @Override
        public void report(String phase, double fraction) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };
}
