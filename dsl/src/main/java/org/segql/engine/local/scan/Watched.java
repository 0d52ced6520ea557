package org.segql.engine.local.scan;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.segql.engine.Progress;

/// Runs SQL that can take long: stops it where the statement of the session shall stop.
final class Watched {
  private static final long LOOK_EVERY_MILLISECONDS = 50;

  private Watched() {}

  /// A call of the driver.
  interface Call<T> {
    T run() throws SQLException;
  }

  /// Runs `call`, which executes `statement`; cancels it from another thread when progress says so,
  /// and throws CANCELLED then.
  static <T> T run(Statement statement, Progress progress, Call<T> call) throws SQLException {
    progress.check();
    var caller = Thread.currentThread();
    var done = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .name("segql-watch")
        .start(() -> watch(statement, progress, caller, done));
    try {
      return call.run();
    } catch (SQLException e) {
      progress.check();
      throw e;
    } finally {
      done.countDown();
    }
  }

  private static void watch(
      Statement statement, Progress progress, Thread caller, CountDownLatch done) {
    try {
      while (!done.await(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        if (progress.cancelled() || caller.isInterrupted()) {
          statement.cancel();
        }
      }
    } catch (InterruptedException | SQLException _) {
      // The statement has ended by itself.
    }
  }
}
