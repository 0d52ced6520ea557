package org.segql.repl.shell;

import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// Ctrl-C outside of the line reader, which has a way of its own while it reads. It stops the
/// statement that runs. One that comes between the end of a line and the beginning of its statement
/// is kept for that statement; one that comes while another program has the terminal is meant for
/// that program.
final class Interrupts {
  private @Nullable Runnable stop;
  private boolean kept;
  private boolean elsewhere;

  Interrupts(Terminal terminal) {
    terminal.handle(Terminal.Signal.INT, _ -> arrived());
  }

  private void arrived() {
    Runnable running = running();
    if (running != null) {
      running.run(); // outside of the lock: it may have to wait for a result that is being shown
    }
  }

  private synchronized @Nullable Runnable running() {
    kept |= stop == null && !elsewhere;
    return elsewhere ? null : stop;
  }

  /// The line reader takes over: what came before was not meant for the line that is typed now.
  synchronized void lineBegins() {
    kept = false;
  }

  /// The line reader has given its line back. It answers Ctrl-C by interrupting its thread, also
  /// when the line has just been entered.
  synchronized void lineEnded() {
    kept |= Thread.interrupted();
  }

  /// @param stopping stops the statement that begins; called at once where Ctrl-C came before it
  void begins(Runnable stopping) {
    boolean before;
    synchronized (this) {
      stop = stopping;
      before = kept;
      kept = false;
    }
    if (before) {
      stopping.run();
    }
  }

  synchronized void ended() {
    stop = null;
  }

  /// Another program has the terminal from now on, or no longer.
  synchronized void elsewhere(boolean is) {
    elsewhere = is;
  }
}
