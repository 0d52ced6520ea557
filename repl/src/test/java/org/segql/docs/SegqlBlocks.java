package org.segql.docs;

import java.nio.file.Path;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.result.OutputFormat;
import org.segql.result.Painter;
import org.segql.result.Result;
import org.segql.result.ResultWriter;
import org.segql.result.TerminalStyle;
import org.segql.session.Listener;
import org.segql.session.Options;
import org.segql.session.Run;
import org.segql.session.Session;

/// All of a page's SegQL in one session, printed as `segql run` does, 100 cells wide.
final class SegqlBlocks implements Language {
  private final Session session;
  private final Path folder;

  SegqlBlocks(Path folder) {
    this.folder = folder;
    this.session = Session.open(Options.DEFAULT.in(folder));
  }

  @Override
  public Ran run(Fence fence) throws Exception {
    var source = new Source("study.segql", fence.text(), folder);
    if (fence.is("no-run")) {
      try {
        return new Ran(true, session.format(source));
      } catch (SegqlException e) {
        return new Ran(false, DiagnosticRenderer.PLAIN.render(e.diagnostics()));
      }
    }
    var out = new StringBuilder();
    var renderer = OutputFormat.TABLE.renderer(TerminalStyle.PLAIN.withWidth(100), new Painter());
    try (var writer = new ResultWriter(renderer, out)) {
      Run run = session.run(source, writing(writer));
      out.append(DiagnosticRenderer.PLAIN.render(run.errors()));
      return new Ran(run.ok(), out.toString());
    }
  }

  private static Listener writing(ResultWriter writer) {
    return new Listener() {
      @Override
      public void result(Span statement, Result result) {
        try {
          writer.write(result);
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    };
  }

  @Override
  public void close() {
    session.close();
  }
}
