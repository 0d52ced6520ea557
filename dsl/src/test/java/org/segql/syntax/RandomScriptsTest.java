package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;

/// Random scripts, whole and damaged: nothing throws, whatever is asked of them. By default 2,000;
/// `-Dfuzz.count=100000` tries more, `-Dfuzz.seed=…` others.
class RandomScriptsTest {
  private static final int COUNT = Integer.getInteger("fuzz.count", 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", 42);

  @Test
  void whatTheGrammarAllowsIsRead() {
    for (int i = 0; i < COUNT / 2; i++) {
      String script = new RandomScripts(new Random(SEED + i)).statement();
      check(script, SEED + i);
      // Random texts may hold a mistake that only the tree builder sees, never one of form.
      assertThat(Lexemes.visible(script)).as("seed %s", SEED + i).isNotEmpty();
      assertThat(Walk.whole(Lexemes.visible(script))).as("seed %s: %s", SEED + i, script).isTrue();
    }
  }

  @Test
  void damagedScripts() {
    for (int i = 0; i < COUNT / 2; i++) {
      check(new RandomScripts(new Random(SEED + i)).damaged(), SEED + i);
    }
  }

  @Test
  void whatIsWrittenFurtherIsColouredAsIfItWereNew() {
    var written = new WrittenText();
    for (int i = 0; i < COUNT / 4; i++) {
      var random = new RandomScripts(new Random(SEED + i));
      String text = random.damaged();
      for (int edit = 0; edit < 4; edit++) {
        assertThat(written.tokens(text))
            .as("seed %s, edit %s: %s", SEED + i, edit, text)
            .isEqualTo(Highlighter.tokens(text));
        text = random.damage(text);
      }
    }
  }

  private static void check(String script, long seed) {
    try {
      parse(script);
      format(script);
      highlight(script);
      var random = new Random(seed);
      CompletionSite.at(script, random.nextInt(script.length() + 1));
      StatementSplitter.isComplete(script);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      fail("seed " + seed + ":\n" + script, e);
    }
  }

  private static void parse(String script) {
    Parsed parsed = Parser.parse(new Source("random", script));
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      Span span = diagnostic.span();
      assertThat(span).isNotNull();
      assertThat(span.end()).isLessThanOrEqualTo(script.length());
      assertThat(diagnostic.message())
          .doesNotContain("<EOF>", "mismatched", "extraneous", "no viable");
      DiagnosticRenderer.PLAIN.render(diagnostic);
    }
    assertThat(parsed.diagnostics()).hasSizeLessThan(60);
  }

  private static void format(String script) {
    String once = Formatter.format(script);
    assertThat(tree(once)).isEqualTo(tree(script));
    assertThat(Formatter.format(once)).isEqualTo(once);
  }

  private static String tree(String text) {
    return TreeText.of(Parser.parse(new Source("random", text)).script());
  }

  private static void highlight(String script) {
    List<Highlighter.Token> tokens = Highlighter.tokens(script);
    int last = 0;
    for (Highlighter.Token token : tokens) {
      assertThat(token.span().start()).isGreaterThanOrEqualTo(last);
      last = token.span().end();
    }
    assertThat(last).isLessThanOrEqualTo(script.length());
  }
}
