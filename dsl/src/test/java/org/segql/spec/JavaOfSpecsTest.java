package org.segql.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.analysis.Analyzer;
import org.segql.analysis.Checks;
import org.segql.codegen.JavaProgram;
import org.segql.codegen.JavaProgram.Origin;
import org.segql.codegen.Programs;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.plan.Command;
import org.segql.result.Part;
import org.segql.session.Options;
import org.segql.session.Session;
import org.segql.syntax.Parser;
import org.segql.syntax.StatementSplitter;

/// Every SEGMENT of every spec that has no mistakes, and of the sample scripts, becomes a program
/// that the compiler takes without a warning.
class JavaOfSpecsTest {
  @Test
  void everyProgramCompiles(@TempDir Path folder) throws IOException {
    var programs = new Programs(folder);
    int count = 0;
    for (Spec spec : Spec.all()) {
      if (spec.name().startsWith("analysis")) {
        count += analysed(new Source(spec.name(), spec.script()), programs);
      } else if (spec.name().startsWith("run") && spec.script().contains("SEGMENT")) {
        count += run(spec.script(), programs);
      }
    }
    try (Stream<Path> scripts = Files.list(data())) {
      for (Path script : scripts.filter(p -> p.toString().endsWith(".segql")).sorted().toList()) {
        count += run(Files.readString(script), programs);
      }
    }
    assertThat(count).isGreaterThan(20);
    programs.compile();
  }

  private static Path data() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("data/customers.csv"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder.resolve("data");
  }

  /// Against tables that have columns and no rows.
  private static int analysed(Source source, Programs programs) {
    int count = 0;
    var context = Checks.context();
    Map<String, Origin> known = new HashMap<>();
    context
        .catalog()
        .entries()
        .forEach(e -> known.put(e.name(), new Origin(null, e.schema(), null, Map.of())));
    for (var statement : Parser.parse(source).script().statements()) {
      var analyzed = new Analyzer(context, source).analyze(statement);
      var command = analyzed.command();
      if (command.isPresent() && command.get() instanceof Command.Segment segment) {
        programs.add(new JavaProgram(known).of(segment));
        count++;
      }
      analyzed
          .makes()
          .ifPresent(
              made -> {
                var before = Map.copyOf(known);
                context.catalog().put(made);
                known.put(
                    made.name(), new Origin(command.orElse(null), made.schema(), null, before));
              });
    }
    return count;
  }

  private static int run(String script, Programs programs) {
    int count = 0;
    try (var session = Session.open(Options.DEFAULT.in(data()))) {
      for (Span span : StatementSplitter.split(script)) {
        String statement = script.substring(span.start(), span.end());
        if (statement.startsWith("SEGMENT")) {
          var explained = session.run("EXPLAIN JAVA " + statement);
          if (explained.ok()) {
            List<Part> parts = explained.last().orElseThrow().parts();
            programs.add(((Part.CodeBlock) parts.getFirst()).text());
            count++;
          }
        }
        boolean writes = statement.matches("(?s)(EXPORT|SAVE|PLOT).* TO .*");
        if (!writes) {
          session.run(statement);
        }
      }
    }
    return count;
  }
}
