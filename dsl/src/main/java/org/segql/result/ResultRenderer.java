package org.segql.result;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes results in one form. A run of many results is one document: {@link #opening}, the results
/// with {@link #between} between those that wrote anything, {@link #closing}.
public interface ResultRenderer {
  void write(Result result, Appendable out) throws IOException;

  default String opening() {
    return "";
  }

  default String between() {
    return "";
  }

  default String closing() {
    return "";
  }

  /// One result alone, without opening and closing.
  default String render(Result result) {
    var out = new StringBuilder();
    try {
      write(result, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
