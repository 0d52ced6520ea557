package org.segql.engine.local.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.segql.engine.Progress;

/// The columns of delimited files in which a field begins with a zero and another digit, as postal
/// codes do: as numbers they lose it. A reader of numbers does not tell, so the bytes are gone
/// through, once.
final class LeadingZeros {
  private static final int BLOCK = 1 << 20;

  private final BitSet columns = new BitSet();
  private final byte delimiter;
  private final byte quote;
  private int column;
  private boolean quoted;

  /// What has been seen of the field: nothing, a zero, or something else.
  private int seen;

  private LeadingZeros(Dialect dialect) {
    delimiter = (byte) dialect.delimiter();
    quote = dialect.quote().isEmpty() ? 0 : (byte) dialect.quote().charAt(0);
  }

  /// @param paths texts in UTF-8, packed or not
  /// @return the columns' numbers, from 0
  static BitSet in(List<Path> paths, Dialect dialect, Progress progress) throws IOException {
    var zeros = new LeadingZeros(dialect);
    byte[] block = new byte[BLOCK];
    for (Path path : paths) {
      zeros.startLine();
      try (InputStream in = open(path)) {
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
          progress.check();
          zeros.look(block, n);
        }
      }
    }
    return zeros.columns;
  }

  private static InputStream open(Path path) throws IOException {
    return FileKind.head(path).gzip()
        ? new GZIPInputStream(Files.newInputStream(path), BLOCK)
        : Files.newInputStream(path);
  }

  private void startLine() {
    column = 0;
    seen = 0;
    quoted = false;
  }

  private void look(byte[] block, int n) {
    for (int i = 0; i < n; i++) {
      byte b = block[i];
      if (b == quote && quote != 0) {
        quoted = !quoted;
      } else if (b == delimiter && !quoted) {
        column++;
        seen = 0;
      } else if ((b == '\n' || b == '\r') && !quoted) {
        column = 0;
        seen = 0;
      } else if (seen == 0) {
        seen = b == '0' ? 1 : 2;
      } else if (seen == 1) {
        if (b >= '0' && b <= '9') {
          columns.set(column);
        }
        seen = 2;
      }
    }
  }
}
