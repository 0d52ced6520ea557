package org.segql.repl;

/// The program `segql`.
public final class Main {
  private Main() {}

  /// Halts: an exit tells the JDK's log first, and to set that up takes 0.02 s.
  public static void main(String[] arguments) {
    Runtime.getRuntime().halt(CommandLines.execute(arguments, Surroundings.ofProcess()));
  }
}
