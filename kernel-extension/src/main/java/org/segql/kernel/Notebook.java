package org.segql.kernel;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.CurrentCell;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.shell.Values;

/// What Java cells can do with the notebook they stand in; imported into each of them.
public final class Notebook {
  private Notebook() {}

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
    output().display(Values.bundle(value), id);
  }

  /// Replaces what was shown under an id.
  public static void updateDisplay(String id, @Nullable Object value) {
    output().update(Values.bundle(value), id);
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
