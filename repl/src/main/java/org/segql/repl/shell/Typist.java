package org.segql.repl.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Keys that come a line at a time, when the shell asks for one. What came earlier would be taken
/// for a paste, or lost where the terminal is still set up for another program.
final class Typist extends InputStream {
  private final Queue<String> lines;
  private byte[] keys = {};
  private int at;
  private boolean ended;

  Typist(List<String> lines) {
    this.lines = new ArrayDeque<>(lines);
  }

  /// Types the next line; the input ends where there is none.
  synchronized void next() {
    String line = lines.poll();
    if (line == null) {
      close();
    } else {
      keys = line.getBytes(StandardCharsets.UTF_8);
      at = 0;
      notifyAll();
    }
  }

  @Override
  public synchronized int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    while (at == keys.length && !ended) {
      try {
        wait();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    if (at == keys.length) {
      return -1;
    }
    int taken = Math.min(length, keys.length - at);
    System.arraycopy(keys, at, into, offset, taken);
    at += taken;
    return taken;
  }

  @Override
  public synchronized int available() {
    return keys.length - at;
  }

  @Override
  public synchronized void close() {
    ended = true;
    notifyAll();
  }
}
