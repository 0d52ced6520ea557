package org.segql.repl;

/// The program `segql`.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().halt(CommandLines.execute(arguments, Surroundings.ofProcess()));
  }
}
