package org.segql.kernel.shell;

import jdk.jshell.SourceCodeAnalysis;
import org.segql.kernel.cell.Completeness;

/// Whether Java text can run as it stands.
final class JavaCompleteness {
  private static final int INDENT = 4;

  private JavaCompleteness() {}

  static Completeness of(SourceCodeAnalysis analysis, String java) {
    String rest = java;
    while (true) {
      var info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case EMPTY -> {
          return new Completeness.Complete();
        }
        case COMPLETE, COMPLETE_WITH_SEMI -> rest = info.remaining();
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          return new Completeness.Incomplete(indent(java));
        }
        case UNKNOWN -> {
          return new Completeness.Invalid();
        }
      }
    }
  }

  /// Four blanks for each bracket that is open at the end. Brackets in texts count too: a wrong
  /// indent costs nothing.
  private static String indent(String java) {
    int depth = 0;
    for (int i = 0; i < java.length(); i++) {
      switch (java.charAt(i)) {
        case '{', '(', '[' -> depth++;
        case '}', ')', ']' -> depth--;
        default -> {}
      }
    }
    return " ".repeat(INDENT * Math.max(0, depth));
  }
}
