package org.segql.plan.explain;

import java.util.List;

/// A line and the lines under it.
record Tree(String line, List<Tree> below) {
  Tree {
    below = List.copyOf(below);
  }

  Tree(String line, Tree... below) {
    this(line, List.of(below));
  }

  /// The lines with branches drawn before them.
  String text() {
    var out = new StringBuilder(line).append('\n');
    children(out, "");
    return out.toString();
  }

  private void children(StringBuilder out, String indent) {
    for (int i = 0; i < below.size(); i++) {
      boolean last = i == below.size() - 1;
      Tree child = below.get(i);
      out.append(indent).append(last ? "└─ " : "├─ ").append(child.line).append('\n');
      child.children(out, indent + (last ? "   " : "│  "));
    }
  }
}
