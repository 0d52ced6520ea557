package org.segql.kernel.document;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.segql.kernel.CellKind;
import org.segql.kernel.NotebookLanguage;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.CellRun;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.cell.StandardStreams;
import org.segql.session.Options;
import org.segql.session.Session;
import tools.jackson.databind.node.ObjectNode;

/// Executes a notebook without Jupyter, its cells run as the kernel runs them:
///
/// ```java
/// var run = NotebookRun.read(Path.of("study.ipynb"), Map.of("k", 5));
/// run.execute(4, watcher).ifPresent(failed -> …);
/// Files.write(Path.of("out.ipynb"), run.notebook());
/// ```
public final class NotebookRun {
  private final NotebookFile file;
  private final Session session;

  /// Hears what happens while it does.
  public interface Watcher {
    /// @param index of the cell among those of code, from 1
    void begins(int index, int count);

    /// Something that a cell shows, as plain text.
    void shows(Kind kind, String text);
  }

  /// What a text is: the result of a cell, or printed by it.
  public enum Kind {
    RESULT,
    STDOUT,
    STDERR
  }

  /// What ended the run.
  ///
  /// @param name the code of the error, or the class of what was thrown
  public record Failure(String name, List<String> lines) {
    /// What the cell shows.
    public String text(boolean colours) {
      String all = String.join("\n", lines);
      return colours ? all : AnsiHtml.withoutColours(all);
    }
  }

  private NotebookRun(NotebookFile file, int threads) {
    this.file = file;
    this.session = Session.open(Options.DEFAULT.in(file.folder()).threads(threads));
  }

  /// @param parameters for the cell after the one tagged `parameters`: numbers, texts, booleans,
  ///   dates
  /// @param threads how many work at once; 0: as many as there are processors
  /// @throws DocumentException where it is no notebook, or no cell mentions a parameter
  public static NotebookRun read(Path notebook, Map<String, Object> parameters, int threads) {
    var file = NotebookFile.read(notebook);
    NotebookParameters.inject(file, parameters);
    return new NotebookRun(file, threads);
  }

  /// Whether a cell is Java, which takes relative paths from the process's folder.
  public boolean hasJava() {
    return file.codeCells().stream()
        .filter(c -> !NotebookFile.tagged(c, "injected-parameters"))
        .map(NotebookFile::source)
        .anyMatch(code -> !code.isBlank() && NotebookLanguage.kindOf(code) == CellKind.JAVA);
  }

  /// Runs all cells of code in order, up to the first that fails and is not tagged
  /// `raises-exception`; cells tagged `skip-execution` and empty ones are passed over.
  ///
  /// @return what ended it; empty where it came to its end
  public Optional<Failure> execute(Watcher watcher) throws InterruptedException {
    var ended = new AtomicReference<Optional<Failure>>(Optional.empty());
    Runnable streams = StandardStreams.install();
    try {
      var thread = CellRun.thread(() -> ended.set(all(new NotebookLanguage(session), watcher)));
      thread.start();
      thread.join();
      return Objects.requireNonNull(ended.get());
    } finally {
      streams.run();
      session.close();
    }
  }

  private Optional<Failure> all(CellLanguage language, Watcher watcher) {
    List<ObjectNode> cells = file.codeCells();
    for (var cell : cells) {
      cell.putArray("outputs");
      cell.putNull("execution_count");
    }
    var displays = new HashMap<String, List<ObjectNode>>();
    var recorded = new IdentityHashMap<ObjectNode, RecordedOutput>();
    Optional<Failure> failure = Optional.empty();
    for (int i = 0, number = 0; i < cells.size() && failure.isEmpty(); i++) {
      var node = cells.get(i);
      String code = NotebookFile.source(node);
      if (code.isBlank() || NotebookFile.tagged(node, "skip-execution")) {
        continue;
      }
      watcher.begins(i + 1, cells.size());
      var cell = new Cell(code, ++number, node.path("id").asString());
      var output = new RecordedOutput(node.path("id").asString(), displays, watcher::shows);
      var outcome = CellRun.of(language, cell, output, t -> {});
      node.put("execution_count", number);
      output.end(outcome, number);
      recorded.put(node, output);
      boolean expected = NotebookFile.tagged(node, "raises-exception");
      if (outcome instanceof Outcome.Failed failed && !expected) {
        failure = Optional.of(new Failure(failed.name(), failed.traceback()));
      }
    }
    // Last of all, since a cell may replace what another shows.
    recorded.forEach((node, output) -> node.set("outputs", output.saved()));
    return failure;
  }

  /// The notebook with what its cells gave, as a file holds it.
  public byte[] notebook() {
    return NotebookJson.bytes(file.json());
  }

  /// The same as a page of its own, whose charts are live without a network.
  public byte[] page() {
    return new NotebookPage(file, session.language()).html();
  }
}
