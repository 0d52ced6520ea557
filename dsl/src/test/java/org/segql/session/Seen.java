package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;
import org.segql.result.CsvRenderer;

/// A statement's result as CSV, what it notes, and whether only some rows were read.
record Seen(String rows, List<String> notes, boolean inPart) {
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
