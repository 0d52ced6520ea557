package org.segql.diagnostic;

/// A stretch of a source text: UTF-16 offsets, `end` exclusive. An empty span marks a place between
/// characters.
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /// The smallest span that holds both.
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /// The same stretch so many characters further on.
  public Span moved(int by) {
    return new Span(start + by, end + by);
  }

  public int length() {
    return end - start;
  }
}
