package org.segql.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Span;
import org.segql.syntax.RandomScripts;

/// Random scripts get their meaning, or errors in plain words at their places, and an editor its
/// answers; nothing throws. By default 2,000; `-Dfuzz.count=100000` tries more, `-Dfuzz.seed=…`
/// others.
class RandomScriptsAnalysedTest {
  private static final int COUNT = Integer.getInteger("fuzz.count", 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", 42);

  private static final String BEFORE =
      "SEGMENT customers BY age, income USING kmeans(3) AS q1;\n"
          + "COMPARE customers BY age USING kmeans(2..4), ward(2..4) AS board;\n"
          + "LOAD MODEL m FROM 'm.json';\nPARAM n = 3;\nPARAM since = DATE '2026-01-01';\n";

  private final LanguageService service = new LanguageService(Checks::context, Lookup.NOTHING);
  private int understood;

  @Test
  void everyScriptIsUnderstoodOrItsErrorsAreTold() {
    for (int i = 0; i < COUNT; i++) {
      var random = new Random(SEED + i);
      var scripts = new RandomScripts(random);
      String script = BEFORE + (i % 2 == 0 ? scripts.statement() : scripts.damaged());
      try {
        check(script);
        edit(script, random);
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        fail("seed " + (SEED + i) + ":\n" + script, e);
      }
    }
    System.out.printf(
        "%,d random scripts analysed from seed %d on, %,d of them without an error%n",
        COUNT, SEED, understood);
    assertThat(understood).isPositive();
  }

  private void check(String script) {
    List<Diagnostic> found = Checks.check(script);
    for (Diagnostic diagnostic : found) {
      Span span = diagnostic.span();
      assertThat(span).isNotNull();
      assertThat(diagnostic.message()).endsWith(".").doesNotContain("org.segql", "Optional[");
    }
    understood += found.stream().anyMatch(d -> d.severity() == Severity.ERROR) ? 0 : 1;
  }

  private void edit(String script, Random random) {
    int offset = random.nextInt(script.length() + 1);
    String text = random.nextBoolean() ? script : script.substring(0, offset);
    service.complete(text, offset);
    service.signature(text, offset);
    service.hover(text, offset);
    service.mistakes(text);
  }
}
