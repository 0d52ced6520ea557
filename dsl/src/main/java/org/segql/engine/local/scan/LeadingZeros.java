package org.segql.engine.local.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.segql.engine.Progress;

/// The columns of delimited files in which a field begins with a zero and another digit, as postal
/// codes do: as numbers they lose it. A reader of numbers does not tell, so the bytes are gone
/// through, once.
final class LeadingZeros {
  private static final int BLOCK = 1 << 20;

  private final BitSet columns = new BitSet();
  private final byte delimiter;
  private final byte quote;
  private final int skip;

  /// How many lines are still passed over.
  private int skipped;

  private int column;
  private boolean quoted;

  /// Whether the byte before ended a part in quotes: one more quote goes on with it.
  private boolean closed;

  private Seen seen = Seen.NOTHING;

  /// What there is of a field so far, but for blanks and a quote before it.
  private enum Seen {
    NOTHING,
    SIGN,
    ZERO,
    MORE
  }

  private LeadingZeros(Dialect dialect) {
    delimiter = (byte) dialect.delimiter();
    quote = dialect.quote().isEmpty() ? 0 : (byte) dialect.quote().charAt(0);
    skip = dialect.skip();
  }

  /// @param paths texts in UTF-8, packed or not
  /// @return the columns' numbers, from 0
  static BitSet in(List<Path> paths, Dialect dialect, Progress progress) throws IOException {
    var zeros = new LeadingZeros(dialect);
    byte[] block = new byte[BLOCK];
    for (Path path : paths) {
      zeros.startFile();
      try (InputStream in = FileKind.open(path)) {
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
          progress.check();
          zeros.look(block, n);
        }
      }
    }
    return zeros.columns;
  }

  private void startFile() {
    skipped = skip;
    quoted = false;
    closed = false;
    startField(0);
  }

  private void startField(int number) {
    column = number;
    seen = Seen.NOTHING;
  }

  private void look(byte[] block, int n) {
    for (int i = 0; i < n; i++) {
      byte b = block[i];
      if (skipped > 0) {
        skipped -= b == '\n' ? 1 : 0;
      } else if (b == quote && quote != 0 && (quoted || closed || seen == Seen.NOTHING)) {
        closed = quoted;
        quoted = !quoted;
      } else {
        closed = false;
        look(b);
      }
    }
  }

  private void look(byte b) {
    if (b == delimiter && !quoted) {
      startField(column + 1);
    } else if ((b == '\n' || b == '\r') && !quoted) {
      startField(0);
    } else if (seen == Seen.ZERO) {
      if (b >= '0' && b <= '9') {
        columns.set(column);
      }
      seen = Seen.MORE;
    } else if (seen != Seen.MORE && b != ' ' && b != '\t') {
      boolean sign = seen == Seen.NOTHING && (b == '-' || b == '+');
      seen = sign ? Seen.SIGN : b == '0' ? Seen.ZERO : Seen.MORE;
    }
  }
}
