package org.segql.session;

import org.segql.diagnostic.Span;
import org.segql.result.Result;

/// Hears of a run while it goes on. Calls come from the thread that runs the script, but for {@link
/// #progress}, which may come from any.
public interface Listener {
  /// A statement begins.
  ///
  /// @param statement its place in the script
  default void begins(Span statement) {}

  /// A statement has ended well.
  default void result(Span statement, Result result) {}

  /// How far the statement has come.
  ///
  /// @param phase a few words: `k-means, k = 4`
  /// @param fraction 0..1; negative where no estimate exists
  default void progress(String phase, double fraction) {}

  /// Asked often from any thread: true stops the statement within a second; the session is then as
  /// it was before it.
  default boolean cancelled() {
    return false;
  }

  Listener NONE = new Listener() {};
}
