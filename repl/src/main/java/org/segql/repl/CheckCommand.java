package org.segql.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticJson;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.session.Options;
import org.segql.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds all errors that scripts have, without running them.",
    footer = {"", "  segql check data/*.segql", "  segql check study.segql --format json"})
final class CheckCommand implements Callable<Integer> {
  /// The forms that diagnostics are written in.
  enum Form {
    TEXT,
    JSON
  }

  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "scripts; `-` is standard input")
  private List<String> files = List.of();

  @Option(names = "-c", paramLabel = "TEXT", description = "a script on the command line")
  private @Nullable String text;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "the value of `$name`")
  private List<String> parameters = List.of();

  @Option(
      names = {"-f", "--format"},
      description = "text, or json for editors, on standard output; by default text")
  private Form format = Form.TEXT;

  CheckCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Options options = Options.DEFAULT.with(ParameterValues.of(parameters));
    List<Diagnostic> found = new ArrayList<>();
    List<Source> scripts = Scripts.read(files, text, around.in());
    for (Source script : scripts) {
      // Scripts are checked each by itself: what one defines is not known to the next.
      try (Session session = Session.open(options)) {
        found.addAll(session.check(script));
      }
    }
    long errors = found.stream().filter(d -> d.severity() == Severity.ERROR).count();
    switch (format) {
      case JSON -> around.out().line(DiagnosticJson.render(found));
      case TEXT -> text(found, errors, scripts.size());
    }
    return errors == 0 ? ExitCode.FINE : ExitCode.FAILED;
  }

  private void text(List<Diagnostic> found, long errors, int scripts) {
    if (!found.isEmpty()) {
      around
          .err()
          .print(new DiagnosticRenderer(around.width(), around.colourOnErr()).render(found));
    }
    String checked = scripts == 1 ? "1 script checked: " : scripts + " scripts checked: ";
    String said = errors == 0 ? "no errors" : errors == 1 ? "1 error" : errors + " errors";
    around.err().line(checked + said + ".");
  }
}
