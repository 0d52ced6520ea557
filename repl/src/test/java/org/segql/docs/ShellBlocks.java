package org.segql.docs;

import java.util.ArrayList;
import java.util.List;

/// Sessions of a shell: lines that begin with `$ ` are commands, each run by `sh`; the lines after
/// one are what it prints. A command that ends in a backslash goes on in the next line.
final class ShellBlocks {
  private final Processes processes;

  ShellBlocks(Processes processes) {
    this.processes = processes;
  }

  static boolean isSession(Fence fence) {
    return fence.lines().stream().anyMatch(l -> l.startsWith("$ "));
  }

  /// One command of a session.
  ///
  /// @param line its line in the page
  /// @param written as it stands in the page, the `$ ` included
  record Step(int line, List<String> written, List<String> shown) {
    String command() {
      return String.join("\n", written).substring(2);
    }
  }

  static List<Step> steps(Fence fence) {
    List<Step> steps = new ArrayList<>();
    boolean goesOn = false;
    for (int i = 0; i < fence.lines().size(); i++) {
      String text = fence.lines().get(i);
      if (goesOn) {
        steps.getLast().written().add(text);
      } else if (text.startsWith("$ ")) {
        steps.add(
            new Step(fence.line() + 1 + i, new ArrayList<>(List.of(text)), new ArrayList<>()));
      } else if (!steps.isEmpty()) {
        steps.getLast().shown().add(text);
        continue;
      }
      goesOn = text.endsWith("\\");
    }
    return steps;
  }

  Language.Ran run(Step step) throws Exception {
    return processes.run(List.of("sh", "-c", step.command()));
  }
}
