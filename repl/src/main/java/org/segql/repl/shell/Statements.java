package org.segql.repl.shell;

import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.result.Result;
import org.segql.session.Listener;
import org.segql.session.Run;
import org.segql.session.Session;

/// Runs what was typed: shows results as they come, lets Ctrl-C stop the statement and nothing
/// else.
final class Statements {
  private final Session session;
  private final Terminal terminal;
  private final Interrupts interrupts;
  private final Screen screen;
  private final Drawing drawing;
  private final Target target = new Target();
  private final List<String> done = new ArrayList<>();
  private boolean timing;

  Statements(
      Session session, Terminal terminal, Interrupts interrupts, Screen screen, Drawing drawing) {
    this.session = session;
    this.terminal = terminal;
    this.interrupts = interrupts;
    this.screen = screen;
    this.drawing = drawing;
  }

  /// The inputs that ran without an error, in order.
  List<String> done() {
    return done;
  }

  /// Where results go beside the screen.
  Target target() {
    return target;
  }

  boolean turnTiming() {
    timing = !timing;
    return timing;
  }

  boolean run(String text) {
    return run(new Source("input", text, session.options().folder()));
  }

  /// @return whether all went well
  boolean run(Source source) {
    long began = System.nanoTime();
    try (var progress = new ProgressLine(screen, !Screen.isDumb(terminal))) {
      var watcher = new Watcher(progress);
      interrupts.begins(watcher::stop);
      try {
        Run run = run(source, watcher);
        progress.end();
        ended(source, run);
        return run.ok();
      } finally {
        interrupts.ended();
        if (timing) {
          double seconds = (System.nanoTime() - began) / 1e9;
          screen.quietly("Time: " + Math.round(seconds * 1000) / 1000.0 + " s");
        }
      }
    }
  }

  /// Whatever goes wrong inside, the session lives on.
  private Run run(Source source, Listener listener) {
    try {
      return session.run(source, listener);
    } catch (StackOverflowError | OutOfMemoryError e) {
      String what =
          e instanceof StackOverflowError ? "too deeply nested" : "too large for the memory";
      Diagnostic error = Diagnostic.error(Code.INTERNAL, "This was " + what + "; it was stopped.");
      return new Run(Run.Status.FAILED, List.of(), List.of(error));
    } catch (RuntimeException e) {
      Diagnostic error = Diagnostic.error(Code.INTERNAL, "This met a defect of SegQL: " + e + ".");
      return new Run(Run.Status.FAILED, List.of(), List.of(error));
    }
  }

  private void ended(Source source, Run run) {
    boolean stopped =
        run.status() == Run.Status.CANCELLED
            || run.errors().stream().anyMatch(e -> e.code() == Code.CANCELLED);
    if (stopped) {
      screen.say("Stopped; the session is as it was before the statement.");
    } else if (!run.errors().isEmpty()) {
      screen.show(run.errors());
      screen.print("\n");
    }
    if (run.ok()) {
      done.add(source.text().strip());
    }
  }

  private final class Watcher implements Listener {
    private final ProgressLine progress;
    private volatile boolean stopped;

    Watcher(ProgressLine progress) {
      this.progress = progress;
    }

    void stop() {
      stopped = true;
      progress.stopping();
    }

    @Override
    public void result(Span statement, Result result) {
      synchronized (progress) { // or it would come back while the result is written
        progress.clear();
        if (target.isOpen()) {
          target.write(result).ifPresent(screen::say);
        }
        if (!target.isOpen()) { // also where the file took no more
          screen.show(result, drawing);
        }
      }
    }

    @Override
    public void progress(String phase, double fraction) {
      progress.report(phase, fraction);
    }

    @Override
    public boolean cancelled() {
      return stopped;
    }
  }
}
