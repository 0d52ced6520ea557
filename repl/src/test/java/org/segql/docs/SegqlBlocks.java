package org.segql.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    Optional<String> only = fence.value("only");
    try (var writer = new ResultWriter(renderer, out)) {
      Run run = session.run(source, writing(writer, only));
      out.append(DiagnosticRenderer.PLAIN.render(run.errors()));
      return new Ran(run.ok(), out.toString());
    }
  }

  /// @param only the code of the one kind of note that is printed; empty: everything is
  private static Listener writing(ResultWriter writer, Optional<String> only) {
    return new Listener() {
      @Override
      public void result(Span statement, Result result) {
        try {
          writer.write(only.map(code -> notes(result, code)).orElse(result));
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    };
  }

  private static Result notes(Result result, String code) {
    return new Result(
        "",
        null,
        List.of(),
        result.notes().stream().filter(n -> n.code().text().equals(code)).toList());
  }

  @Override
  public void close() {
    session.close();
  }
}
