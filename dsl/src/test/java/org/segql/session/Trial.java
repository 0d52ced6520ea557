package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.result.Result;
import tech.tablesaw.api.Table;

/// A session under trial: scripts that must run, and scripts that must be refused.
record Trial(Session session) implements AutoCloseable {
  static Trial open() {
    return new Trial(Session.open());
  }

  static Trial in(Path folder) {
    return new Trial(Session.open(Options.DEFAULT.in(folder)));
  }

  /// The folder of real data beside the project; where there is none the test is skipped and says
  /// so.
  static Path sharedData() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/data");
      if (Files.exists(folder)) {
        return folder;
      }
    }
    String reason = "skipped: no folder shared/data above the working folder";
    System.out.println(reason);
    return Assumptions.abort(reason);
  }

  /// Runs a script that must end well.
  Run run(String script) {
    Run run = session.run(script);
    assertThat(run.errors()).as(script).isEmpty();
    assertThat(run.status()).as(script).isEqualTo(Run.Status.DONE);
    return run;
  }

  Result result(String script) {
    return run(script).last().orElseThrow();
  }

  /// The first table of a script's last result.
  Table table(String script) {
    return result(script).firstTable().orElseThrow();
  }

  /// What a script notes and warns of, all statements together.
  List<Code> notes(String script) {
    return run(script).results().stream()
        .flatMap(r -> r.result().notes().stream())
        .map(Diagnostic::code)
        .toList();
  }

  /// Runs a script that may end well or not: what it says is said as every error is, and the
  /// session is usable afterwards.
  Run tried(String script) {
    String shown = script.length() > 200 ? script.substring(0, 200) + "…" : script;
    Run run = session.run(script);
    assertThat(run.status()).as(shown).isIn(Run.Status.DONE, Run.Status.FAILED);
    assertThat(run.errors()).as(shown).hasSize(run.ok() ? 0 : 1);
    for (Diagnostic error : run.errors()) {
      assertThat(error.message())
          .as(shown)
          .endsWith(".")
          .doesNotContain("Exception")
          .hasSizeGreaterThan(15);
      assertThat(error.span()).as(shown).isNotNull();
    }
    assertThat(session.run("SHOW TABLES;").status()).as(shown).isEqualTo(Run.Status.DONE);
    return run;
  }

  /// Runs a script that must be refused with one error of this code.
  Diagnostic refused(Code code, String script) {
    Run run = tried(script);
    assertThat(run.errors())
        .as(script.length() > 200 ? script.substring(0, 200) + "…" : script)
        .extracting(Diagnostic::code)
        .containsExactly(code);
    return run.errors().getFirst();
  }

  LocalSegmentation segmentation(String name) {
    return session.segmentation(name);
  }

  long[] sizes(String name) {
    return segmentation(name).segments().stream().mapToLong(SegmentInfo::size).toArray();
  }

  List<String> names(String name) {
    return segmentation(name).segments().stream().map(SegmentInfo::name).toList();
  }

  /// The names of the tables and segmentations of the session, with what they are made of.
  List<String> entries() {
    return session.entries().stream()
        .map(e -> e.name() + " " + e.origin() + " " + e.stale())
        .toList();
  }

  double[] numbers(String table, String column) {
    return session.table(table).doubleColumn(column).asDoubleArray();
  }

  static double[] rounded(double[] values, int decimals) {
    double scale = Math.pow(10, decimals);
    return Arrays.stream(values)
        .map(v -> Double.isNaN(v) ? v : Math.round(v * scale) / scale)
        .toArray();
  }

  @Override
  public void close() {
    session.close();
  }
}
