package org.segql.kernel.segql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.kernel.cell.Ansi;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.Completeness;
import org.segql.kernel.cell.Completions;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import org.segql.session.LanguageServices;
import org.segql.session.Run;
import org.segql.session.Session;

/// SegQL cells: a cell is a script. Each statement's result is shown when it is there; that of the
/// last is the cell's value.
public final class SegqlCells implements CellLanguage {
  private static final DiagnosticRenderer ERRORS = new DiagnosticRenderer(100, true);

  private static final int MOST_LINES = 30;

  private final Session session;
  private final Bundles bundles;

  public SegqlCells(Session session, Bundles bundles) {
    this.session = session;
    this.bundles = bundles;
  }

  @Override
  public Outcome execute(Cell cell, CellOutput output) {
    var source = new Source(cell.name(), cell.code(), session.options().folder());
    try (var listener = new CellListener(cell, output, bundles)) {
      Run run = session.run(source, listener);
      return run.ok() ? listener.lastValue() : failed(run.errors());
    } catch (SegqlException e) {
      return failed(e.diagnostics());
    } catch (RuntimeException | LinkageError e) {
      return defect(e);
    }
  }

  /// A defect of ours: said as one, with what someone who mends it needs.
  private static Outcome.Failed defect(Throwable thrown) {
    String message = Code.INTERNAL.summary();
    var lines = new ArrayList<>(List.of(Ansi.red(Code.INTERNAL.text()) + ": " + message));
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      lines.add("  " + t);
      for (var frame : t.getStackTrace()) {
        if (lines.size() < MOST_LINES) {
          lines.add(Ansi.dim("    at " + frame));
        }
      }
    }
    return new Outcome.Failed(Code.INTERNAL.text(), message, lines);
  }

  /// Errors as a cell shows them; the first gives the name and the sentence.
  public static Outcome.Failed failed(List<Diagnostic> errors) {
    var lines = new ArrayList<String>();
    errors.forEach(e -> lines.add(ERRORS.render(e).stripTrailing()));
    var first = errors.getFirst();
    return new Outcome.Failed(first.code().text(), first.message(), lines);
  }

  @Override
  public Completions complete(String code, int cursor) {
    var all = session.language().complete(code, cursor);
    if (all.isEmpty()) {
      return Completions.none(cursor);
    }
    // The protocol has one place for all items; the language may have more (a name with or without
    // its quotes).
    var span = all.getFirst().replaces();
    var items =
        all.stream()
            .filter(c -> c.replaces().equals(span))
            .map(c -> new Completions.Item(c.text(), c.kind(), c.detail()))
            .toList();
    return new Completions(span.start(), span.end(), items);
  }

  @Override
  public Optional<MimeBundle> inspect(String code, int cursor, boolean more) {
    return session
        .language()
        .hover(code, cursor)
        .map(h -> MimeBundle.text(h.plain()).with(MimeBundle.MARKDOWN, h.markdown()))
        .or(() -> session.language().signature(code, cursor).map(SegqlCells::signature));
  }

  private static MimeBundle signature(LanguageServices.Signature signature) {
    return MimeBundle.text(signature.signature() + "\n" + signature.documentation())
        .with(
            MimeBundle.MARKDOWN,
            "```segql\n" + signature.signature() + "\n```\n\n" + signature.documentation());
  }

  @Override
  public Completeness isComplete(String code) {
    var found = session.language().completeness(code);
    return switch (found.state()) {
      case COMPLETE -> new Completeness.Complete();
      case INCOMPLETE -> new Completeness.Incomplete(found.indent());
      case INVALID -> new Completeness.Invalid();
    };
  }
}
