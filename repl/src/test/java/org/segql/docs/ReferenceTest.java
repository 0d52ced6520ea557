package org.segql.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.segql.chart.ChartDefinition;
import org.segql.chart.Charts;

/// The pages of docs/reference say what the definitions in the code say. With `-Ddocs.update=true`
/// they are written anew, their examples run, and the test still fails. {@link PagesTest} holds the
/// shown output to the truth.
class ReferenceTest {
  private static final Path FOLDER = Page.ROOT.resolve("docs/reference");
  private static final boolean UPDATE = "true".equals(System.getProperty("docs.update"));
  private static final int SHOWN_LINES = 24;

  @TempDir Path scratch;

  private interface Maker {
    String make();
  }

  private static final Map<String, Maker> PAGES =
      Map.of(
          "statements.md", DefinitionPages::statements,
          "preparation.md", DefinitionPages::preparation,
          "algorithms.md", DefinitionPages::algorithms,
          "functions.md", ReferenceTest::functions,
          "charts.md", DefinitionPages::charts,
          "files.md", DefinitionPages::files,
          "messages.md", MessagePages::page,
          "command-line.md", CommandPages::commands,
          "shell.md", CommandPages::shell);

  private static String functions() {
    try (var pages = new FunctionPages()) {
      return pages.page();
    }
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return PAGES.keySet().stream()
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private void check(String name) throws Exception {
    Path file = FOLDER.resolve(name);
    Page made =
        Page.of(file, List.of(requireNonNull(PAGES.get(name)).make().stripTrailing().split("\n")));
    Page kept = Files.exists(file) ? Page.read(file) : Page.of(file, List.of());
    if (UPDATE && !withoutOutput(made).equals(withoutOutput(kept))) {
      Path folder = Files.createTempDirectory(scratch, "page");
      cut(PageRun.of(made, folder).renewed()).write();
      fail(made.name() + " was rewritten; look at the difference.");
    }
    assertThat(withoutOutput(kept)).isEqualTo(withoutOutput(made));
  }

  @TestFactory
  Stream<DynamicTest> pictures() {
    Path folder = FOLDER.resolve("charts");
    return Charts.ALL.stream()
        .map(ChartDefinition::text)
        .filter(name -> UPDATE && !Files.exists(folder.resolve(name + ".png")))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> ChartPictures.draw(name, folder.resolve(name + ".png"))));
  }

  @Test
  void everyChartHasItsPictureAndTogetherTheyAreSmall() throws Exception {
    long bytes = 0;
    for (ChartDefinition chart : Charts.ALL) {
      bytes += Files.size(FOLDER.resolve("charts").resolve(chart.text() + ".png"));
    }
    assertThat(bytes).isLessThan(1_500_000);
  }

  private static String withoutOutput(Page page) {
    List<Page.Replacement> empty = new ArrayList<>();
    for (Fence fence : page.fences()) {
      if (fence.expected() != null) {
        empty.add(new Page.Replacement(fence.expected(), List.of()));
      } else if (fence.language().equals("sh") && ShellBlocks.isSession(fence)) {
        var commands = ShellBlocks.steps(fence).stream().flatMap(s -> s.written().stream());
        empty.add(new Page.Replacement(fence, commands.toList()));
      }
    }
    return String.join("\n", page.with(empty).lines());
  }

  /// Long output is cut after so many lines.
  private static Page cut(Page page) {
    List<Page.Replacement> shorter = new ArrayList<>();
    Page read = Page.of(page.file(), page.lines());
    for (Fence fence : read.fences()) {
      Fence output = fence.expected();
      if (output != null && output.lines().size() > SHOWN_LINES + 2) {
        var lines = new ArrayList<>(output.lines().subList(0, SHOWN_LINES));
        lines.add("…");
        shorter.add(new Page.Replacement(output, lines));
      }
    }
    return read.with(shorter);
  }
}
