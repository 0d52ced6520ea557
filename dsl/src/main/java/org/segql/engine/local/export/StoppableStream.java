package org.segql.engine.local.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.segql.engine.Progress;

/// A stream whose writing ends with the statement: for libraries that write long without asking.
final class StoppableStream extends FilterOutputStream {
  private final Progress progress;

  StoppableStream(OutputStream out, Progress progress) {
    super(out);
    this.progress = progress;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    progress.check();
    out.write(bytes, from, length);
  }
}
