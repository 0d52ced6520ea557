package org.segql.kernel.guest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.segql.kernel.Notebook;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.CurrentCell;
import org.segql.kernel.cell.JavaVariables;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.segql.Bundles;
import org.segql.kernel.segql.SegqlCells;
import org.segql.kernel.segql.SharedNames;
import org.segql.kernel.segql.Values;
import org.segql.session.Session;

/// SegQL cells in a kernel whose Java cells are not ours.
final class GuestCells {
  private final JavaVariables java;
  private final GuestOutput output;
  private final SegqlCells segql;
  private final SharedNames names;
  private int count;

  GuestCells(JavaVariables java, GuestOutput output) {
    var session = Session.open();
    var bundles = new Bundles();
    this.java = java;
    this.output = output;
    this.segql = new SegqlCells(session, bundles);
    this.names = new SharedNames(session);
    Notebook.serve(session, bundles, new Values(bundles));
  }

  /// Runs a script and shows its results.
  ///
  /// @throws GuestFailure where it has errors, which are shown before
  void run(String script) {
    count++;
    names.toSegql(script, java);
    // These kernels do not say which cell runs; the same text is taken for the same cell.
    String id = UUID.nameUUIDFromBytes(script.getBytes(StandardCharsets.UTF_8)).toString();
    CellOutput here = output.of(id);
    var outcome = CurrentCell.with(here, () -> segql.execute(new Cell(script, count, id), here));
    switch (outcome) {
      case Outcome.Done done -> {
        if (done.value() != null) {
          here.display(done.value(), null);
        }
      }
      case Outcome.Failed failed -> {
        Thread.interrupted(); // has done its work; what the host does next must not fail by it
        // The hosts show an exception's stack and not its message.
        here.display(MimeBundle.text(String.join("\n", failed.traceback())), null);
        throw new GuestFailure(failed);
      }
    }
    names.allToJava(java);
  }
}
