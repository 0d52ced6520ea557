package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;
import org.segql.result.CsvRenderer;

/// A statement's result as CSV, what it notes, and whether only some rows were read.
record Seen(String rows, List<String> notes, boolean inPart) {
  /// Conditions that files and databases compute as they are computed here.
  static final List<String> EVERYWHERE =
      List.of(
          "x > 35",
          "x <> 12.5",
          "NOT x > 35",
          "NOT (x > 35 OR b)",
          "x BETWEEN 10 AND 12.3",
          "x IN (1.5, 20, 0.1)",
          "x NOT IN (1.5, 20)",
          "x IS NULL",
          "x IS NOT NULL AND n < 100",
          "t = 'it''s 3'",
          "t <> 'it''s 3'",
          "b",
          "NOT b",
          "d >= DATE '2021-06-01'",
          "d IS NULL",
          "NOT d = DATE '2021-06-01'",
          "ts = DATETIME '2020-01-02 09:00:00'",
          "n = x OR n = 7");

  static Seen of(Trial trial, String script) {
    var phases = new ArrayList<String>();
    var listener =
        new Listener() {
          @Override
          public void progress(String phase, double fraction) {
            phases.add(phase);
          }
        };
    Run run = trial.session().run(new Source("test", script), listener);
    assertThat(run.errors()).as(script).isEmpty();
    var result = run.last().orElseThrow();
    return new Seen(
        new CsvRenderer().render(result),
        result.notes().stream().map(Diagnostic::message).toList(),
        phases.stream().anyMatch(p -> p.startsWith("reading rows of")));
  }
}
