package org.segql.repl;

/// Who read the output wants no more of it: `segql … | head`. Ends the program without a word.
final class PipeClosed extends RuntimeException {
  private static final long serialVersionUID = 1;

  PipeClosed() {
    super("", null, false, false);
  }
}
