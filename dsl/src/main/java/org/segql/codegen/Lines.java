package org.segql.codegen;

/// The body of a program, line by line, with fresh names for its variables.
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private int next;

  void add(String line) {
    text.append("    ").append(line).append('\n');
  }

  void comment(String line) {
    add("// " + JavaText.comment(line));
  }

  void blank() {
    text.append('\n');
  }

  /// Declares a variable with a fresh name.
  String variable(String type, String prefix, String expression) {
    String name = prefix + next++;
    add(type + " " + name + " = " + expression + ";");
    return name;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
