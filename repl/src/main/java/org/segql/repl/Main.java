package org.segql.repl;

/// The program `segql`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.err.println("segql: this build has no commands yet.");
    System.exit(2);
  }
}
