package org.segql.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Runs all blocks of a page in order and collects what differs from what the page shows.
final class PageRun {
  private final Page page;
  private final Processes processes;
  private final Languages languages;
  private final Path folder;
  private final List<String> failures = new ArrayList<>();
  private final List<Page.Replacement> replacements = new ArrayList<>();
  private final TreeSet<String> missing = new TreeSet<>();

  private PageRun(Page page, Path folder, Processes processes, Languages languages) {
    this.page = page;
    this.folder = folder;
    this.processes = processes;
    this.languages = languages;
  }

  /// @param failures a sentence for each block that differs, with its place
  /// @param renewed the page as it would have to be
  /// @param missing the languages that could not be run, with the reason
  record Outcome(List<String> failures, Page renewed, List<String> missing) {}

  /// @param scratch an empty folder
  static Outcome of(Page page, Path scratch) throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("folder")).toRealPath();
    copy(Page.ROOT.resolve("data"), folder.resolve("data"));
    var processes = new Processes(folder, Files.createDirectories(scratch.resolve("programs")));
    try (var languages = new Languages(folder, processes)) {
      var run = new PageRun(page, folder, processes, languages);
      for (Fence fence : page.fences()) {
        run.run(fence);
      }
      return new Outcome(
          List.copyOf(run.failures), page.with(run.replacements), List.copyOf(run.missing));
    }
  }

  private void run(Fence fence) throws Exception {
    if (fence.is("elsewhere")) {
      return;
    }
    if (fence.language().equals("sh") && ShellBlocks.isSession(fence)) {
      session(fence);
    } else if (Languages.ALL.contains(fence.language())) {
      block(fence);
    } else if (fence.language().equals("sh") || fence.expected() != null) {
      failures.add(
          page.at(fence.line())
              + ": `"
              + fence.language()
              + "` is not run; begin commands with `$ `, or say `elsewhere`.");
    }
  }

  private void block(Fence fence) throws Exception {
    try {
      Language.Ran ran = languages.of(fence.language()).run(fence);
      List<String> output = lines(ran.output());
      if (ran.ok() == fence.is("error")) {
        failures.add(
            page.at(fence.line())
                + (ran.ok() ? ": should fail and does not:" : ": fails:")
                + block(output));
      }
      Fence expected = fence.expected();
      if (expected != null && !fence.is("no-run")) {
        compare(expected.line(), expected.lines(), output);
        if (!ExpectedLines.match(expected.lines(), output)) {
          replacements.add(
              new Page.Replacement(expected, ExpectedLines.renewed(expected.lines(), output)));
        }
      }
    } catch (Language.Missing e) {
      missing.add(fence.language() + ": " + e.getMessage());
    }
  }

  private void session(Fence fence) throws Exception {
    List<String> renewed = new ArrayList<>();
    boolean same = true;
    for (ShellBlocks.Step step : ShellBlocks.steps(fence)) {
      var ran = new ShellBlocks(processes).run(step);
      List<String> output = lines(ran.output());
      if (!ran.ok() && step.shown().isEmpty()) {
        failures.add(page.at(step.line()) + ": fails:" + block(output));
      } else {
        compare(step.line(), step.shown(), output);
      }
      boolean matches = ExpectedLines.match(step.shown(), output);
      same &= matches;
      renewed.addAll(step.written());
      renewed.addAll(matches ? step.shown() : ExpectedLines.renewed(step.shown(), output));
    }
    if (!same) {
      replacements.add(new Page.Replacement(fence, renewed));
    }
  }

  private void compare(int line, List<String> shown, List<String> output) {
    if (!ExpectedLines.match(shown, output)) {
      failures.add(
          page.at(line)
              + ": the page shows"
              + block(shown)
              + "\nand what comes is"
              + block(output));
    }
  }

  private List<String> lines(String output) {
    return List.of(processes.withoutFolder(output).split("\n", -1));
  }

  private static String block(List<String> lines) {
    return lines.stream().map(l -> "\n    " + l).reduce("", String::concat);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
