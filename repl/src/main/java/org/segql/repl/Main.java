package org.segql.repl;

/// The program `segql`.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("segql");
  }
}
