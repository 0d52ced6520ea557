package org.segql.docs;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every example of every page runs and prints what the page shows. CONTRIBUTING.md says how blocks
/// are marked. With `-Ddocs.update=true` the output in the pages is rewritten and the test still
/// fails, so that what was rewritten is looked at; `-Ddocs.page=tutorial,how-to` takes the pages
/// with one of these words in their path alone.
class PagesTest {
  private static final boolean UPDATE = "true".equals(System.getProperty("docs.update"));
  private static final String CHOSEN = property("docs.page");

  @TestFactory
  Stream<DynamicTest> pages() {
    return Page.all().stream()
        .filter(page -> Stream.of(CHOSEN.split(",")).anyMatch(page.name()::contains))
        .map(page -> DynamicTest.dynamicTest(page.name(), page.file().toUri(), () -> check(page)));
  }

  private static String property(String name) {
    String value = System.getProperty(name, "");
    return value.startsWith("${") ? "" : value;
  }

  private static void check(Page page) throws Exception {
    Path scratch = Files.createTempDirectory("segql-page");
    try {
      PageRun.Outcome outcome = PageRun.of(page, scratch);
      outcome.missing().forEach(m -> System.out.println(page.name() + ": not run, " + m));
      if (UPDATE && !outcome.renewed().lines().equals(page.lines())) {
        outcome.renewed().write();
        fail(page.name() + " was rewritten; look at the difference.");
      }
      if (!outcome.failures().isEmpty()) {
        fail(String.join("\n\n", outcome.failures()));
      }
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
