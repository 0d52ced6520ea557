package org.segql.repl;

import java.io.InputStream;
import java.io.OutputStream;

/// The program `segql` within another: its commands with streams that the caller chooses.
public final class Program {
  private static final int WIDTH = 100;

  private Program() {}

  /// @param arguments as on the command line
  /// @return the exit code
  public static int execute(
      String[] arguments, InputStream in, OutputStream out, OutputStream err) {
    Output output = new Output(out, "Standard output");
    Output errors = new Output(err, "Standard error");
    return CommandLines.execute(
        arguments, new Surroundings(in, output, errors, false, false, false, WIDTH, false, null));
  }
}
