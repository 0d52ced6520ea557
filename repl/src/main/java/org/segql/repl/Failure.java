package org.segql.repl;

import java.util.Objects;

/// Ends the command with a sentence for the user.
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private Failure(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  /// The command can't be carried out as it was given.
  static Failure usage(String sentence) {
    return new Failure(ExitCode.USAGE, sentence);
  }

  /// It was begun and something went wrong.
  static Failure failed(String sentence) {
    return new Failure(ExitCode.FAILED, sentence);
  }

  int exitCode() {
    return exitCode;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), "");
  }
}
