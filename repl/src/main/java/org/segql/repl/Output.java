package org.segql.repl;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Where text goes to, as UTF-8 whatever the locale.
final class Output implements Appendable {
  private final OutputStream out;
  private final String name;

  /// @param name what to call it in a sentence
  Output(OutputStream out, String name) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.name = name;
  }

  /// @throws PipeClosed where nobody reads any more
  /// @throws Failure where it can't be written: a disk is full
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw refused(e);
    }
  }

  @Override
  public Output append(CharSequence text) {
    print(text.toString());
    return this;
  }

  @Override
  public Output append(CharSequence text, int from, int to) {
    return append(text.subSequence(from, to));
  }

  @Override
  public Output append(char letter) {
    return append(String.valueOf(letter));
  }

  void line(String text) {
    print(text + "\n");
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private RuntimeException refused(IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("pipe") || reason.contains("Pipe")) {
      return new PipeClosed();
    }
    return Failure.failed(name + " could not be written: " + reason + ".");
  }
}
