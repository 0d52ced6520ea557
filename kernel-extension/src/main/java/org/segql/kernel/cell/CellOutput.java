package org.segql.kernel.cell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a running cell's output goes. Safe for several threads; what comes after the cell's end
/// still reaches that cell.
public interface CellOutput {
  /// Shows something below the cell.
  ///
  /// @param displayId a name by which {@link #update} can replace it; null for none
  void display(MimeBundle bundle, @Nullable String displayId);

  /// Replaces what was shown under that name, wherever in the notebook it stands.
  void update(MimeBundle bundle, String displayId);

  /// Removes the cell's output.
  ///
  /// @param wait only once something new is there, so that nothing flickers
  void clear(boolean wait);

  /// Text as on a terminal; sent in batches.
  void print(Stream stream, String text);

  /// Asks the person at the notebook for a line.
  ///
  /// @param secret whether the line is hidden while it is typed
  /// @throws IOException where the front end offers no input, or the cell was interrupted
  String readLine(String prompt, boolean secret) throws IOException;

  /// The cell's own id in the notebook; null where the front end sends none.
  default @Nullable String cellId() {
    return null;
  }

  /// The two streams of a terminal.
  enum Stream {
    STDOUT,
    STDERR
  }
}
