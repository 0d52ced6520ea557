package org.segql.repl;

/// What the program ends with.
final class ExitCode {
  static final int FINE = 0;

  /// A script failed, or a check found something.
  static final int FAILED = 1;

  /// The command itself was wrong: an option, a file that can't be read. Nothing was run.
  static final int USAGE = 2;

  /// A REQUIRE was not met.
  static final int NOT_MET = 3;

  /// Stopped from outside, as shells count it for Ctrl-C.
  static final int CANCELLED = 130;

  /// The reader of a pipe has gone, as shells count it.
  static final int PIPE_CLOSED = 141;

  private ExitCode() {}
}
