package org.segql.kernel;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.CurrentCell;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.segql.Bundles;
import org.segql.kernel.segql.Values;
import org.segql.session.Run;
import org.segql.session.Session;

/// What Java cells can do with the notebook they stand in; imported into each of them.
public final class Notebook {
  /// What stands behind the notebook of this process.
  private record Served(Session session, Bundles bundles, Values values) {}

  private static volatile @Nullable Served served;

  private Notebook() {}

  /// Makes a session the notebook's. For kernels, not for cells.
  public static void serve(Session session, Bundles bundles, Values values) {
    served = new Served(session, bundles, values);
  }

  private static Served served() {
    var now = served;
    if (now == null) {
      throw new IllegalStateException("No notebook runs in this process.");
    }
    return now;
  }

  /// The session that the SegQL cells of this notebook run in.
  public static Session session() {
    return served().session();
  }

  /// Runs SegQL from Java, shows its results, and gives them.
  ///
  /// @throws org.segql.diagnostic.SegqlException where the script has errors
  public static Run segql(String script) {
    var run = session().run(script);
    run.results()
        .forEach(r -> output().display(served().bundles().of(r.result(), output().cellId()), null));
    return run.orThrow();
  }

  private static MimeBundle bundle(@Nullable Object value) {
    return served().values().bundle(value, output().cellId());
  }

  private static CellOutput output() {
    var output = CurrentCell.output();
    if (output == null) {
      throw new IllegalStateException("No cell runs.");
    }
    return output;
  }

  /// Shows an object below the cell: a table, chart or image as such, anything else as text.
  ///
  /// @return the id under which {@link #updateDisplay} replaces it
  public static String display(@Nullable Object value) {
    String id = UUID.randomUUID().toString();
    display(value, id);
    return id;
  }

  /// Shows an object under an id of one's own.
  public static void display(@Nullable Object value, String id) {
    output().display(bundle(value), id);
  }

  /// Replaces what was shown under an id.
  public static void updateDisplay(String id, @Nullable Object value) {
    output().update(bundle(value), id);
  }

  /// Removes the cell's output.
  ///
  /// @param wait until something new is shown
  public static void clearOutput(boolean wait) {
    output().clear(wait);
  }

  /// Asks for a line of text.
  public static String input(String prompt) throws IOException {
    return output().readLine(prompt, false);
  }

  /// Asks for a line that is hidden while it is typed.
  public static String password(String prompt) throws IOException {
    return output().readLine(prompt, true);
  }

  /// HTML, to be shown as such: `display(html("<b>so</b>"))`.
  public static MimeBundle html(String html) {
    return MimeBundle.html(html.replaceAll("<[^>]*>", ""), html);
  }

  /// Markdown, to be shown as such.
  public static MimeBundle markdown(String text) {
    return MimeBundle.text(text).with(MimeBundle.MARKDOWN, text);
  }
}
