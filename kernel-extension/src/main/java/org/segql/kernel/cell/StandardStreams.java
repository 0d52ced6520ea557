package org.segql.kernel.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Makes `System.out`, `System.err` and `System.in` those of the cell that the calling thread works
/// for.
public final class StandardStreams {
  private StandardStreams() {}

  /// @return puts back the streams that were there before
  public static Runnable install() {
    var out = System.out;
    var err = System.err;
    var in = System.in;
    System.setOut(stream(CellOutput.Stream.STDOUT));
    System.setErr(stream(CellOutput.Stream.STDERR));
    System.setIn(new Input());
    return () -> {
      System.setOut(out);
      System.setErr(err);
      System.setIn(in);
    };
  }

  private static PrintStream stream(CellOutput.Stream which) {
    return new PrintStream(new Output(which), true, StandardCharsets.UTF_8);
  }

  /// Bytes to text; a character whose bytes come in two writes waits for its rest.
  private static final class Output extends OutputStream {
    private final CellOutput.Stream which;
    private byte[] rest = new byte[0];

    Output(CellOutput.Stream which) {
      this.which = which;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      byte[] all = Arrays.copyOf(rest, rest.length + length);
      System.arraycopy(bytes, offset, all, rest.length, length);
      int whole = wholeCharacters(all);
      rest = Arrays.copyOfRange(all, whole, all.length);
      CellOutput cell = CurrentCell.output();
      if (cell != null && whole > 0) {
        cell.print(which, new String(all, 0, whole, StandardCharsets.UTF_8));
      }
    }

    /// The length without an unfinished UTF-8 sequence at the end.
    private static int wholeCharacters(byte[] bytes) {
      for (int back = 1; back <= Math.min(3, bytes.length); back++) {
        int b = bytes[bytes.length - back] & 0xFF;
        if (b >= 0xC0) {
          int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
          return needed > back ? bytes.length - back : bytes.length;
        }
        if (b < 0x80) {
          break;
        }
      }
      return bytes.length;
    }
  }

  /// Asks the notebook for a line whenever a reader has used up the last one.
  private static final class Input extends InputStream {
    private byte[] line = new byte[0];
    private int at;

    @Override
    public synchronized int read() throws IOException {
      fill();
      return line[at++] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      fill();
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, offset, count);
      at += count;
      return count;
    }

    @Override
    public synchronized int available() {
      return line.length - at;
    }

    private void fill() throws IOException {
      if (at < line.length) {
        return;
      }
      CellOutput cell = CurrentCell.output();
      if (cell == null) {
        throw new IOException("No cell runs that could ask for input.");
      }
      line = (cell.readLine("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
  }
}
