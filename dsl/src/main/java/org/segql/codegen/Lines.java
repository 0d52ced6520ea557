package org.segql.codegen;

import java.util.Collection;

/// The body of a method, line by line, with fresh names for its variables.
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private final Identifiers names;
  private int depth = 2;

  /// @param reserved names that variables must not have
  Lines(Collection<String> reserved) {
    this.names = new Identifiers(reserved);
  }

  void add(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    text.append("  ".repeat(depth)).append(line).append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
  }

  void comment(String line) {
    add("// " + JavaText.comment(line));
  }

  void blank() {
    if (!text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
  }

  /// A name that no other variable has.
  String fresh(String name) {
    return names.variable(name);
  }

  /// Declares a variable with a fresh name like the one wanted.
  String variable(String type, String wanted, String expression) {
    String name = fresh(wanted);
    add(type + " " + name + " = " + expression + ";");
    return name;
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
