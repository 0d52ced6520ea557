package org.segql.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Source;
import org.segql.result.OutputFormat;
import org.segql.session.Options;
import org.segql.session.Run;
import org.segql.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs scripts, one after the other in one session, and writes their results; or a"
            + " notebook.",
    footer = {
      "",
      "  segql run data/quickstart.segql",
      "  segql run study.segql --param country=UK --format json --out study.json",
      "  segql run -c \"LOAD c FROM 'customers.csv'; DESCRIBE c;\" | less",
      "  segql run study.ipynb --param k=5 --out study.html"
    })
final class RunCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "scripts, or one notebook; `-` is standard input")
  List<String> files = new ArrayList<>();

  @Option(names = "-c", paramLabel = "TEXT", description = "a script on the command line")
  @Nullable String text;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "the value of `$name`; as often as there are parameters")
  List<String> parameters = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      description =
          "table, csv, json, html or markdown; by default what --out's name asks for, else a"
              + " table")
  @Nullable OutputFormat format;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "where the results go instead of standard output")
  @Nullable String out;

  @Option(
      names = {"-q", "--quiet"},
      description = "prints nothing but errors")
  boolean quiet;

  @Option(
      names = "--in-place",
      description = "writes what a notebook's cells give into the notebook itself")
  private boolean inPlace;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many work at once; by default all processors; no result depends on it")
  private @Nullable Integer threads;

  private final List<Source> given;

  RunCommand(Surroundings around) {
    this(around, List.of());
  }

  /// @param given scripts that are there already
  RunCommand(Surroundings around, List<Source> given) {
    this.around = around;
    this.given = given;
  }

  @Override
  public Integer call() {
    Map<String, Object> values = ParameterValues.of(parameters);
    if (threads != null && threads < 1) {
      throw Failure.usage("`--threads` counts from 1.");
    }
    if (files.stream().anyMatch(NotebookExecution::isNotebook)) {
      return notebook(values);
    }
    if (inPlace) {
      throw Failure.usage("`--in-place` is for notebooks.");
    }
    List<Source> scripts = given.isEmpty() ? Scripts.read(files, text, around.in()) : given;
    ParameterValues.checkUsed(values, scripts);
    try (ResultOutput results = ResultOutput.open(around, format, out, quiet);
        Session session =
            Session.open(Options.DEFAULT.with(values).threads(threads == null ? 0 : threads))) {
      for (Source script : scripts) {
        Run run = run(session, script, results);
        if (!run.ok()) {
          return exitCode(run.status());
        }
      }
      results.complete();
      return ExitCode.FINE;
    }
  }

  private int notebook(Map<String, Object> values) {
    if (files.size() > 1 || text != null) {
      throw Failure.usage("a notebook is run alone; give one file.");
    }
    return new NotebookExecution(around, files.getFirst(), format, out, inPlace, quiet)
        .run(values, threads == null ? 0 : threads);
  }

  private Run run(Session session, Source script, ResultOutput results) {
    try (RunListener listener = new RunListener(around, results)) {
      Run run = session.run(script, listener);
      listener.clear();
      if (!run.errors().isEmpty()) {
        around.out().flush();
        around
            .err()
            .print(
                new DiagnosticRenderer(around.width(), around.colourOnErr()).render(run.errors()));
        around.err().flush();
      }
      return run;
    }
  }

  private static int exitCode(Run.Status status) {
    return switch (status) {
      case DONE -> ExitCode.FINE;
      case FAILED -> ExitCode.FAILED;
      case NOT_MET -> ExitCode.NOT_MET;
      case CANCELLED -> ExitCode.CANCELLED;
    };
  }
}
