package org.segql.repl;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.result.OutputFormat;
import org.segql.result.Part;
import org.segql.result.Result;
import org.segql.session.Listener;
import org.segql.session.Options;
import org.segql.session.Run;
import org.segql.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Shows what a script's last SEGMENT would do, or without one its last statement.",
      "The statements before it are run, those after it are not."
    },
    footer = {"", "  segql explain study.segql", "  segql explain --java study.segql > Study.java"})
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern SEGMENT = Pattern.compile("(?i)segment\\b.*", Pattern.DOTALL);
  private static final Pattern EXPLAIN = Pattern.compile("(?i)explain\\b.*", Pattern.DOTALL);

  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "a script; `-` is standard input", arity = "0..1")
  private @Nullable String file;

  @Option(names = "-c", paramLabel = "TEXT", description = "a script on the command line")
  private @Nullable String text;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "the value of `$name`")
  private List<String> parameters = List.of();

  @Option(
      names = "--java",
      description = "as a Java program on Tablesaw and Smile that gives the same result")
  private boolean java;

  ExplainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (file != null && text != null) {
      throw Failure.usage("give one script, as a file or with `-c`.");
    }
    Options options = Options.DEFAULT.with(ParameterValues.of(parameters));
    List<String> files = file == null ? List.of() : List.of(file);
    Source script = Scripts.read(files, text, around.in()).getFirst();
    try (Session session = Session.open(options)) {
      List<Diagnostic> errors =
          session.check(script).stream().filter(d -> d.severity() == Severity.ERROR).toList();
      List<Span> statements = session.statements(script);
      if (!errors.isEmpty()) {
        return failed(errors);
      }
      if (statements.isEmpty()) {
        throw Failure.usage("the script has no statement.");
      }
      Span chosen = chosen(script, statements);
      Run before = session.run(part(script, 0, chosen.start(), ""), Listener.NONE);
      if (!before.ok()) {
        return failed(before.errors());
      }
      return explain(session, part(script, chosen.start(), chosen.end(), verb(script, chosen)));
    }
  }

  private int explain(Session session, Source statement) {
    Run run = session.run(statement, Listener.NONE);
    if (!run.ok()) {
      return failed(run.errors());
    }
    run.last().ifPresent(this::show);
    return ExitCode.FINE;
  }

  /// A program alone, so that it can be saved and compiled; a plan as any result.
  private void show(Result result) {
    if (!java) {
      try (ResultOutput output = ResultOutput.open(around, OutputFormat.TABLE, null, false)) {
        output.write(result);
      }
      return;
    }
    for (Part part : result.parts()) {
      if (part instanceof Part.CodeBlock code) {
        around.out().print(code.text().endsWith("\n") ? code.text() : code.text() + "\n");
      }
    }
  }

  private static Span chosen(Source script, List<Span> statements) {
    for (Span statement : statements.reversed()) {
      if (SEGMENT.matcher(written(script, statement)).matches()) {
        return statement;
      }
    }
    return statements.getLast();
  }

  private String verb(Source script, Span statement) {
    if (EXPLAIN.matcher(written(script, statement)).matches()) {
      return "";
    }
    return java ? "EXPLAIN JAVA " : "EXPLAIN ";
  }

  private static String written(Source script, Span span) {
    return script.text().substring(span.start(), span.end());
  }

  private static Source part(Source script, int start, int end, String before) {
    return new Source(script.name(), before + script.text().substring(start, end), script.folder());
  }

  private int failed(List<Diagnostic> errors) {
    around.err().print(new DiagnosticRenderer(around.width(), around.colourOnErr()).render(errors));
    return ExitCode.FAILED;
  }
}
