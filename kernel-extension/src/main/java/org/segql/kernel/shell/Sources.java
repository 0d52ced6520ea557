package org.segql.kernel.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.segql.kernel.cell.Cell;

/// From which cell, and where in it, each snippet came, so that errors point at what the user sees.
final class Sources {
  /// @param offset of the snippet in the cell's code
  record Origin(Cell cell, int offset) {
    /// The cell's line, from 1, of a snippet's line, from 1.
    int line(int snippetLine) {
      return lineAt(0) + snippetLine - 1;
    }

    /// The cell's line of an offset in the snippet.
    int lineAt(int inSnippet) {
      int end = Math.min(offset + inSnippet, cell.code().length());
      return (int) cell.code().substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    }

    String text(int line) {
      return cell.code().lines().skip(line - 1L).findFirst().orElse("");
    }
  }

  private final Map<String, Origin> bySnippet = new HashMap<>();

  void put(String snippetId, Origin origin) {
    bySnippet.put(snippetId, origin);
  }

  /// @param file as in a stack trace of JShell: `#12`
  Optional<Origin> ofFile(String file) {
    return file != null && file.startsWith("#")
        ? Optional.ofNullable(bySnippet.get(file.substring(1)))
        : Optional.empty();
  }
}
