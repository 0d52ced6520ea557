package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.analysis.StatementDefinition;
import org.segql.chart.Charts;
import org.segql.definition.Definition;
import org.segql.diagnostic.Code;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;

/// `\\? name` says of every name what the definition says, and nothing of it is cut.
class HelpTest {
  @Test
  void everyStatementAlgorithmFunctionAndChartHasHelp() {
    try (var shell = new DumbShell()) {
      Stream.<Stream<? extends Definition>>of(
              Stream.of(StatementDefinition.values()),
              Stream.of(AlgorithmDefinition.values()),
              ScalarFunction.callables(),
              Stream.of(AggregateFunction.values()),
              Charts.ALL.stream())
          .flatMap(definitions -> definitions)
          .forEach(
              definition -> {
                shell.meta.run("\\? " + definition.text());
                String shown = shell.shown();
                assertThat(words(shown))
                    .as(definition.text())
                    .contains(words(definition.summary()))
                    .contains(words(definition.example()));
                assertThat(shown)
                    .as("texts that were cut")
                    .doesNotContainPattern("(?m)[\\p{L}\\p{N},]…( {2}|$)");
              });
    }
  }

  @Test
  void everyCodeOfAMessageHasHelp() {
    try (var shell = new DumbShell()) {
      for (Code code : Code.values()) {
        shell.meta.run("\\? " + code.text());
        assertThat(words(shell.shown())).isEqualTo(words(code.text() + ": " + code.summary()));
      }
    }
  }

  /// Lines are broken where the screen ends.
  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
