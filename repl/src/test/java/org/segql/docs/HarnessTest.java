package org.segql.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds the pages to the truth is held to it itself.
class HarnessTest {
  @TempDir Path scratch;

  @Test
  void threeDotsStandForAnyLines() {
    assertThat(match("a\n…\nd", "a\nb\nc\nd")).isTrue();
    assertThat(match("a\n…\nd", "a\nd")).isTrue();
    assertThat(match("…\nd\n…", "a\nd\nd\ne")).isTrue();
    assertThat(match("a\n…", "b\nc")).isFalse();
    assertThat(match("a\nb", "a\nb  \n\n")).isTrue();
    assertThat(match("a", "a\nb")).isFalse();
    assertThat(match("", "a")).isFalse();
  }

  @Test
  void renewedOutputKeepsItsLength() {
    assertThat(ExpectedLines.renewed(lines("x\n…\ny"), lines("1\n2\n3\n4\n")))
        .containsExactly("1", "…", "4");
    assertThat(ExpectedLines.renewed(lines("x"), lines("1\n2"))).containsExactly("1", "2");
  }

  @Test
  void aPageIsRunInOrderAndItsDifferencesAreFound() throws Exception {
    Page page =
        Page.of(
            Page.ROOT.resolve("docs/example.md"),
            lines(
                """
                ```segql
                TABLE one AS FROM customers LIMIT 1
                ```
                ```segql
                LOAD customers FROM 'data/customers.csv';
                SHOW FROM customers AGGREGATE n = COUNT();
                ```

                ```text
                wrong
                ```

                ```segql error
                SHOW custmers
                ```
                ```sh
                $ echo a; \\
                  echo b
                a
                c
                $ exit 3
                ```
                ```java
                import org.segql.session.Session;
                IO.println(Session.class.getSimpleName());
                ```
                ```text
                Session
                ```
                ```sql
                CREATE TABLE t AS SELECT 1 AS a, NULL AS b;
                FROM t
                ```
                ```text
                a  b
                -  ----
                1  NULL
                ```
                ```sh
                echo not run
                ```
                ```sh elsewhere
                echo not run, and it is said
                ```
                """));

    PageRun.Outcome outcome = PageRun.of(page, scratch);

    assertThat(outcome.failures()).hasSize(5);
    assertThat(outcome.failures().get(0))
        .startsWith("docs/example.md:1: fails:")
        .contains("error[unknown-table]");
    assertThat(outcome.failures().get(1))
        .startsWith("docs/example.md:9: the page shows")
        .contains("5,000");
    assertThat(outcome.failures().get(2)).startsWith("docs/example.md:17: the page shows");
    assertThat(outcome.failures().get(3)).startsWith("docs/example.md:21: fails:");
    assertThat(outcome.failures().get(4)).startsWith("docs/example.md:39: `sh` is not run");
    assertThat(outcome.renewed().lines())
        .contains("$ echo a; \\", "  echo b", "a", "b", "```text")
        .doesNotContain("wrong", "c");
  }

  private static boolean match(String shown, String actual) {
    return ExpectedLines.match(lines(shown), lines(actual));
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }
}
