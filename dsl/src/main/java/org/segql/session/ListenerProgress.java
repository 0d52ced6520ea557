package org.segql.session;

import org.segql.engine.Progress;

/// An engine's progress, told to a listener.
record ListenerProgress(Listener listener) implements Progress {
  @Override
  public void report(String phase, double fraction) {
    listener.progress(phase, fraction);
  }

  @Override
  public boolean cancelled() {
    return listener.cancelled();
  }
}
