package org.segql.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.result.TerminalRenderer;
import org.segql.session.Listener;
import org.segql.session.Options;
import org.segql.session.Run;
import org.segql.session.Session;
import org.segql.syntax.StatementSplitter;

/// Specs that run: paths start from the repository's folder `data`. Section `result` holds what all
/// statements print, `notes` only what they note and warn of, `plan` and `java` what EXPLAIN says
/// of the last one.
final class SessionOutputs implements Outputs {
  private final Path folder;
  private @Nullable Run run;

  private SessionOutputs(Path folder) {
    this.folder = folder;
  }

  static Optional<Outputs> forSpec() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("data/customers.csv"))) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder).map(f -> new SessionOutputs(f.resolve("data")));
  }

  @Override
  public String errors(Source source) {
    return Outputs.render(run(source).errors());
  }

  @Override
  public Optional<String> section(String name, Source source) {
    return switch (name) {
      case "notes" -> Optional.of(notes(run(source)));
      case "result" -> Optional.of(shown(run(source)));
      case "plan" -> Optional.of(shown(last(run(explained(source, "EXPLAIN ")))));
      case "java" ->
          Optional.of(
              shown(last(run(explained(source, "EXPLAIN JAVA "))))
                  .replace(folder.toString(), "data"));
      default -> Optional.empty();
    };
  }

  private Run run(Source source) {
    Run before = run;
    if (before != null && source.name().indexOf(' ') < 0) {
      return before;
    }
    try (var session = Session.open(Options.DEFAULT.in(folder))) {
      var placed = new Source(source.name(), source.text(), folder);
      Run made = session.run(placed, Listener.NONE);
      if (source.name().indexOf(' ') < 0) {
        run = made;
      }
      return made;
    }
  }

  /// The script with the last statement explained; the blank in its name tells it from the script.
  private static Source explained(Source source, String verb) {
    List<Span> statements = StatementSplitter.split(source.text());
    int at = statements.getLast().start();
    String text = source.text().substring(0, at) + verb + source.text().substring(at);
    return new Source("explained " + source.name(), text);
  }

  private static Run last(Run run) {
    return run.results().isEmpty()
        ? run
        : new Run(run.status(), List.of(run.results().getLast()), run.errors());
  }

  private static String notes(Run run) {
    return Outputs.render(
        run.results().stream().flatMap(r -> r.result().notes().stream()).toList());
  }

  private static String shown(Run run) {
    String results =
        run.results().stream()
            .map(r -> TerminalRenderer.PLAIN.render(r.result()))
            .collect(Collectors.joining("\n"));
    return run.ok() ? results : results + Outputs.render(run.errors());
  }
}
