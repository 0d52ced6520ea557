package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;

/// Texts that are too much: one diagnostic each, at its place, and nothing thrown.
class LimitsTest {
  @Test
  void nestedBrackets() {
    String text = "SHOW t WHERE " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + " = 1";

    Diagnostic error = only(text);

    assertThat(error.code()).isEqualTo(Code.TOO_DEEP);
    assertThat(error.span()).isNotNull();
    assertThat(error.span().start()).isEqualTo("SHOW t WHERE ".length() + 100);
  }

  @Test
  void allowedDepthFitsASmallStack() throws InterruptedException {
    String text = "SHOW t WHERE " + "(".repeat(100) + "1" + ")".repeat(100) + " = 1";
    var parsed = new AtomicReference<Parsed>();
    var thread = new Thread(null, () -> parsed.set(parse(text)), "small", 512 * 1024);
    thread.start();
    thread.join();

    assertThat(parsed.get()).isNotNull();
    assertThat(parsed.get().diagnostics()).isEmpty();
  }

  @Test
  void stackOverflowIsADiagnostic() throws InterruptedException {
    String text = "SHOW t WHERE " + "f(".repeat(99) + "1" + ")".repeat(99) + " = 1";
    var parsed = new AtomicReference<Parsed>();
    var thread = new Thread(null, () -> parsed.set(parse(text)), "tiny", 140 * 1024);
    thread.start();
    thread.join();

    assertThat(parsed.get()).isNotNull();
    // A parser that the JVM has compiled needs less of the stack and may get through.
    assertThat(parsed.get().diagnostics())
        .hasSizeLessThan(2)
        .allSatisfy(d -> assertThat(d.code()).isEqualTo(Code.TOO_DEEP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT ", "- ", "CASE WHEN a THEN ", "EXPLAIN ", "1 + ", "2 * "})
  void longChains(String link) {
    boolean explain = link.startsWith("EXPLAIN");
    String text = (explain ? "" : "SHOW t WHERE ") + link.repeat(10_000) + "a";

    Parsed parsed = parse(text);

    assertThat(parsed.diagnostics()).isNotEmpty();
    assertThat(parsed.diagnostics()).hasSizeLessThan(3);
  }

  @Test
  void longConditionsAreFine() {
    String text = "SHOW t WHERE a = 1" + " AND a = 1".repeat(10_000) + " OR b".repeat(10_000);

    assertThat(parse(text).diagnostics()).isEmpty();
  }

  @Test
  void longListsAreFine() {
    String text = "SHOW t WHERE a IN (1" + ", 2".repeat(100_000) + ")";

    assertThat(parse(text).diagnostics()).isEmpty();
  }

  @Test
  void mistakeInALongStatement() {
    String text = "SHOW t WHERE a IN (1" + ", 2".repeat(100_000) + " x)";

    assertThat(only(text).code()).isEqualTo(Code.SYNTAX);
  }

  @Test
  void scriptThatIsTooLong() {
    String text = "SHOW t;\n".repeat(5_000_000 / 8);

    assertThat(only(text).code()).isEqualTo(Code.TOO_LONG);
    assertThat(Highlighter.tokens(text)).isEmpty();
    assertThat(Formatter.format(text)).isEqualTo(text);
    assertThat(CompletionSite.at(text, 100).wants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "'''", "`", "/*", "\"", "(", "$", "\\", "\u0000", "\uD800"})
  void unterminated(String opening) {
    Parsed parsed = parse("SHOW t WHERE a = " + opening);

    assertThat(parsed.diagnostics()).hasSize(1);
    assertThat(parsed.diagnostics().getFirst().message()).doesNotContain("<", "token", "rule");
  }

  private static Diagnostic only(String text) {
    Parsed parsed = parse(text);
    assertThat(parsed.diagnostics()).hasSize(1);
    return parsed.diagnostics().getFirst();
  }

  private static Parsed parse(String text) {
    return Parser.parse(new Source("test", text));
  }
}
