package org.segql.result;

import java.io.IOException;

/// Text that begins with a separator once there is any.
final class Separated implements Appendable {
  private final Appendable out;
  private final String separator;
  private boolean begun;

  Separated(Appendable out, String separator) {
    this.out = out;
    this.separator = separator;
  }

  boolean begun() {
    return begun;
  }

  @Override
  public Separated append(CharSequence text) throws IOException {
    if (!text.isEmpty()) {
      begin();
      out.append(text);
    }
    return this;
  }

  @Override
  public Separated append(CharSequence text, int start, int end) throws IOException {
    return append(text.subSequence(start, end));
  }

  @Override
  public Separated append(char c) throws IOException {
    begin();
    out.append(c);
    return this;
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      out.append(separator);
    }
  }
}
