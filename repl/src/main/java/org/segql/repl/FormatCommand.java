package org.segql.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.repl.shell.FileReason;
import org.segql.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lays scripts out anew, in place; comments are kept.",
    footer = {"", "  segql fmt data/*.segql", "  segql fmt --check study.segql"})
final class FormatCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "FILE", description = "scripts")
  private List<String> files = List.of();

  @Option(names = "--check", description = "changes nothing; names the files that would change")
  private boolean check;

  @Option(names = "--stdin", description = "from standard input to standard output")
  private boolean stdin;

  FormatCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (stdin != files.isEmpty()) {
      throw Failure.usage("give the scripts' files, or `--stdin`, and not both.");
    }
    int code = ExitCode.FINE;
    try (Session session = Session.open()) {
      if (stdin) {
        return standardInput(session);
      }
      for (String file : files) {
        code = Math.max(code, file(session, file));
      }
    }
    return code;
  }

  private int standardInput(Session session) {
    Source source = Scripts.standardInput(around.in());
    try {
      String formatted = session.format(source);
      if (!check) {
        around.out().print(formatted);
      }
      return check && !formatted.equals(source.text()) ? ExitCode.FAILED : ExitCode.FINE;
    } catch (SegqlException e) {
      return refused(e);
    }
  }

  private int file(Session session, String file) {
    Source source = Scripts.file(file);
    try {
      String formatted = session.format(source);
      if (formatted.equals(source.text())) {
        return ExitCode.FINE;
      }
      if (check) {
        around.err().line(file + " would change.");
        return ExitCode.FAILED;
      }
      replace(Scripts.path(file), formatted);
      around.err().line(file + " changed.");
      return ExitCode.FINE;
    } catch (SegqlException e) {
      return refused(e);
    }
  }

  private int refused(SegqlException e) {
    around
        .err()
        .print(
            new DiagnosticRenderer(around.width(), around.colourOnErr()).render(e.diagnostics()));
    return ExitCode.FAILED;
  }

  private void replace(Path file, String text) {
    try {
      Replacement.write(file, text.getBytes(StandardCharsets.UTF_8), around);
    } catch (IOException e) {
      throw Failure.failed("`" + file + "` could not be written: " + FileReason.of(e) + ".");
    }
  }
}
