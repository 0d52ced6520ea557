package org.segql.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Suggestions;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.Completeness;
import org.segql.kernel.cell.Completions;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.segql.Bundles;
import org.segql.kernel.segql.SegqlCells;
import org.segql.kernel.segql.SharedNames;
import org.segql.kernel.segql.Values;
import org.segql.kernel.shell.JavaCells;
import org.segql.session.Session;

/// The two languages of a notebook as one: each cell goes to its own, and names are shared between
/// them.
public final class NotebookLanguage implements CellLanguage {
  /// Capitals alone, `SEGM`, are the beginning of a statement, though no verb yet.
  private static final Pattern BEGINNING = Pattern.compile("\\s*[A-Z]{2,}");

  private static final String LINE_MAGIC = "%segql ";

  private final SegqlCells segql;
  private final JavaCells java;
  private final SharedNames names;

  /// Before the first Java cell there is nothing to share, and no need to wait for JShell's start.
  private boolean javaRan;

  public NotebookLanguage(Session session) {
    var bundles = new Bundles();
    var values = new Values(bundles);
    Notebook.serve(session, bundles, values);
    segql = new SegqlCells(session, bundles);
    names = new SharedNames(session);
    java =
        new JavaCells(
            Map.of("segql", this::segqlLine, "load", this::load), NotebookLanguage::hint, values);
  }

  /// A cell's language and the code in it, every place in it the same as in the cell.
  private record Chosen(CellKind kind, String code, boolean timed) {}

  private static Chosen choose(String cell, Predicate<String> knownType) {
    var magic = CellMagic.of(cell);
    return switch (magic.name()) {
      case "segql" -> new Chosen(CellKind.SEGQL, magic.code(), false);
      case "java" -> new Chosen(CellKind.JAVA, magic.code(), false);
      case "time" -> {
        var inner = choose(magic.code(), knownType);
        yield new Chosen(inner.kind(), inner.code(), true);
      }
      default -> new Chosen(CellKind.of(cell, knownType), cell, false);
    };
  }

  private Chosen choose(String cell) {
    return choose(cell, type -> java.shell().knowsType(type));
  }

  /// The language of a cell, its magics read; for those who know no types of Java cells.
  public static CellKind kindOf(String cell) {
    return choose(cell, _ -> false).kind();
  }

  @Override
  public Outcome execute(Cell cell, CellOutput output) {
    var magic = CellMagic.of(cell.code()).name();
    if (!magic.isEmpty() && !magic.matches("segql|java|time")) {
      return Outcome.failed(
          "UnknownMagic",
          "`%%"
              + magic
              + "` is no magic of this kernel. There are `%%segql`, `%%java` and `%%time`.");
    }
    var injected = InjectedParameters.java(cell.code());
    if (injected.isPresent()) {
      return run(CellKind.JAVA, cell.withCode(injected.get()), output);
    }
    var chosen = choose(cell.code());
    long start = System.nanoTime();
    var inner = cell.withCode(chosen.code());
    var outcome = run(chosen.kind(), inner, output);
    if (chosen.timed()) {
      String took = JavaCells.spoken(Duration.ofNanos(System.nanoTime() - start));
      output.print(CellOutput.Stream.STDERR, "took " + took + "\n");
    }
    return outcome;
  }

  /// Runs a cell with the names of the other language that it mentions; one that cannot be handed
  /// over fails it.
  private Outcome run(CellKind kind, Cell cell, CellOutput output) {
    try {
      handOver(kind, cell.code());
      return switch (kind) {
        case SEGQL -> segql.execute(cell, output);
        case JAVA -> {
          javaRan = true;
          yield java.execute(cell, output);
        }
      };
    } catch (SegqlException e) {
      return SegqlCells.failed(e.diagnostics());
    }
  }

  private void handOver(CellKind kind, String code) {
    switch (kind) {
      case SEGQL -> {
        if (javaRan) {
          names.toSegql(code, java.shell());
        }
      }
      case JAVA -> names.toJava(code, java.shell());
    }
  }

  /// `%segql SEGMENT …` in a Java cell.
  private Outcome segqlLine(String line, Cell cell, CellOutput output) {
    var outcome = run(CellKind.SEGQL, cell.withCode(line), output);
    handOver(CellKind.JAVA, cell.code());
    if (outcome instanceof Outcome.Done done && done.value() != null) {
      output.display(done.value(), null);
      return Outcome.NOTHING;
    }
    return outcome;
  }

  /// `%load file`: a SegQL script, or Java.
  private Outcome load(String file, Cell cell, CellOutput output) {
    try {
      String text = Files.readString(Path.of(file));
      var loaded = cell.withCode(text);
      return file.toLowerCase(Locale.ROOT).endsWith(".segql")
          ? segqlLine(text, cell, output)
          : java.execute(loaded, output);
    } catch (IOException e) {
      return Outcome.failed(
          "FileNotFound", "`" + file + "` cannot be read: " + e.getMessage() + ".");
    }
  }

  /// Why javac may not understand a cell: it was meant to be SegQL.
  private static String hint(String code) {
    String first = code.strip().split("\\W+", 2)[0].toUpperCase(Locale.ROOT);
    if (first.equals("SELECT") || first.equals("WITH")) {
      return "This looks like SQL. In SegQL one writes `SHOW t SELECT …;` or `TABLE t AS FROM u"
          + " SELECT …;`.";
    }
    if (CellKind.VERBS.contains(first)) {
      return "The cell was taken for Java; put `%%segql` above it if it is SegQL.";
    }
    return Suggestions.nearest(first, CellKind.VERBS).stream()
        .findFirst()
        .map(verb -> "Was it meant to be SegQL, beginning with `" + verb + "`?")
        .orElse("");
  }

  /// Before a cell is completed or explained: hands over what it takes of the other language.
  private void share(CellKind kind, String code) {
    try {
      handOver(kind, code);
    } catch (SegqlException _) {
      // The cell says so when it runs.
    }
  }

  @Override
  public Completions complete(String code, int cursor) {
    int line = code.lastIndexOf('\n', cursor - 1) + 1;
    if (code.startsWith(LINE_MAGIC, line) && cursor >= line + LINE_MAGIC.length()) {
      int start = line + LINE_MAGIC.length();
      int end = code.indexOf('\n', start);
      String text = code.substring(start, end < 0 ? code.length() : end);
      share(CellKind.SEGQL, text);
      return segql.complete(text, cursor - start).shift(start);
    }
    if (BEGINNING.matcher(code).matches()) {
      var statements = segql.complete(code, cursor);
      if (!statements.items().isEmpty()) {
        return statements;
      }
    }
    var chosen = choose(code);
    share(chosen.kind(), chosen.code());
    return switch (chosen.kind()) {
      case SEGQL -> segql.complete(chosen.code(), cursor);
      case JAVA -> java.complete(chosen.code(), cursor);
    };
  }

  @Override
  public Optional<MimeBundle> inspect(String code, int cursor, boolean more) {
    var chosen = choose(code);
    share(chosen.kind(), chosen.code());
    return switch (chosen.kind()) {
      case SEGQL -> segql.inspect(chosen.code(), cursor, more);
      case JAVA -> java.inspect(chosen.code(), cursor, more);
    };
  }

  @Override
  public Completeness isComplete(String code) {
    var chosen = choose(code);
    return switch (chosen.kind()) {
      case SEGQL -> segql.isComplete(chosen.code());
      case JAVA -> java.isComplete(chosen.code());
    };
  }
}
