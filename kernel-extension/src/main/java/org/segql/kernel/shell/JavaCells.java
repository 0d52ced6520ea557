package org.segql.kernel.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellLanguage;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.CellStopped;
import org.segql.kernel.cell.Completions;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.cell.RunningCell;
import org.segql.kernel.segql.Values;

/// Java cells: snippets as in JShell, lines that are magics among them.
public final class JavaCells implements CellLanguage {
  private final Supplier<JavaShell> shell;
  private final Map<String, LineMagic> magics;
  private final Hints hints;
  private final Values values;
  private final Sources sources = new Sources();
  private final JavaErrors errors = new JavaErrors(sources);

  /// What may help with code that javac refuses, from those who know what else it could be.
  @FunctionalInterface
  public interface Hints {
    /// @return a sentence; empty for none
    String forCode(String code);
  }

  /// @param magics of other languages, by name; this one's own come on top
  /// @param values shows what cells give
  public JavaCells(Map<String, LineMagic> magics, Hints hints, Values values) {
    // JShell takes half a second to make: begun at once, waited for by the first Java cell.
    CompletableFuture<JavaShell> starting = CompletableFuture.supplyAsync(JavaShell::new);
    this.shell = starting::join;
    this.magics = new JavaMagics(this).with(magics);
    this.hints = hints;
    this.values = values;
  }

  /// The JShell behind the cells, waited for where it is still starting.
  public JavaShell shell() {
    return shell.get();
  }

  /// The names of the line magics.
  private List<String> magicNames() {
    return magics.keySet().stream().sorted().toList();
  }

  @Override
  public Outcome execute(Cell cell, CellOutput output) {
    Outcome last = Outcome.NOTHING;
    for (var part : CellParts.of(cell.code(), magics.keySet(), this::complete)) {
      last =
          switch (part) {
            case CellParts.Part.Magic magic -> magic(magic, cell, output);
            case CellParts.Part.Java java -> run(java, cell, output);
          };
      if (last instanceof Outcome.Failed || RunningCell.isStopped()) {
        break;
      }
    }
    return RunningCell.isStopped() ? Outcome.INTERRUPTED : last;
  }

  private Outcome magic(CellParts.Part.Magic magic, Cell cell, CellOutput output) {
    var known = magics.get(magic.name());
    if (known == null) {
      String all = magicNames().stream().map(n -> "`%" + n + "`").collect(Collectors.joining(", "));
      return Outcome.failed(
          "UnknownMagic",
          "`%" + magic.name() + "` is no magic of this kernel. There are " + all + ".");
    }
    return known.run(magic.argument(), cell, output);
  }

  private boolean complete(String java) {
    String rest = java;
    while (true) {
      var info = shell().analysis().analyzeCompletion(rest);
      switch (info.completeness()) {
        case EMPTY -> {
          return true;
        }
        case COMPLETE, COMPLETE_WITH_SEMI -> rest = info.remaining();
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE, UNKNOWN -> {
          return false;
        }
      }
    }
  }

  /// Runs Java text, snippet by snippet.
  private Outcome run(CellParts.Part.Java part, Cell cell, CellOutput output) {
    Outcome last = Outcome.NOTHING;
    String text = part.text();
    int at = 0;
    while (at < text.length()) {
      at += leadingBlanks(text.substring(at));
      String rest = text.substring(at);
      var info = shell().analysis().analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      boolean whole = info.completeness().isComplete() && info.source() != null;
      String source = whole ? info.source() : rest;
      last = snippet(source, new Sources.Origin(cell, part.offset() + at), output);
      if (last instanceof Outcome.Failed || RunningCell.isStopped()) {
        return last;
      }
      at = whole ? text.length() - info.remaining().length() : text.length();
    }
    return last;
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }

  private Outcome snippet(String source, Sources.Origin origin, CellOutput output) {
    if (TextLiterals.tooLong(source)) {
      return tooLarge("A text in the cell");
    }
    Outcome last = Outcome.NOTHING;
    for (var event : shell().eval(source)) {
      var snippet = event.snippet();
      if (event.causeSnippet() != null) {
        tellReset(event, output);
        continue;
      }
      sources.put(snippet.id(), origin);
      if (event.status() == Snippet.Status.REJECTED) {
        var diagnostics = shell().shell().diagnostics(snippet).toList();
        return errors.compile(diagnostics, origin, hints.forCode(origin.cell().code()));
      }
      var exception = event.exception();
      if (exception != null) {
        return failed(exception);
      }
      if (snippet instanceof DeclarationSnippet declared && isTooLarge(event, declared)) {
        // It goes again: JShell compiles it with whatever comes later, and all of that would fail.
        shell().shell().drop(declared);
        return tooLarge("`" + declared.name() + "`");
      }
      tellMissing(event, output);
      last =
          Outcome.value(shows(snippet) ? values.bundle(shell().result(), output.cellId()) : null);
    }
    return last;
  }

  private Outcome failed(Exception exception) {
    var thrown = shell().thrown();
    if (RunningCell.isStopped() || thrown instanceof CellStopped) {
      return Outcome.INTERRUPTED;
    }
    if (thrown instanceof ExitRefused refused) {
      return Outcome.failed("ExitRefused", String.valueOf(refused.getMessage()));
    }
    return switch (exception) {
      case EvalException e -> errors.thrown(e);
      case UnresolvedReferenceException e -> errors.unresolved(e, missing(e.getSnippet()));
      default ->
          Outcome.failed(exception.getClass().getName(), String.valueOf(exception.getMessage()));
    };
  }

  /// An expression shows its value, unless a `;` ends it; declarations show nothing.
  private boolean shows(Snippet snippet) {
    return snippet.kind() == Snippet.Kind.EXPRESSION
            && snippet.subKind().hasValue()
            && !snippet.source().stripTrailing().endsWith(";")
        || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
            && !snippet.source().stripTrailing().endsWith(";");
  }

  private List<String> missing(DeclarationSnippet snippet) {
    return shell().shell().unresolvedDependencies(snippet).toList();
  }

  /// Not usable though nothing is missing: javac itself gave up on it.
  private boolean isTooLarge(SnippetEvent event, DeclarationSnippet declared) {
    return isIncomplete(event) && missing(declared).isEmpty();
  }

  private static Outcome tooLarge(String what) {
    return Outcome.failed(
        "CompileError",
        what
            + " is too large for Java's compiler: a text ends at 65,535 bytes, a method at 64 KB."
            + " Read it from a file.");
  }

  private static boolean isIncomplete(SnippetEvent event) {
    return event.status() == Snippet.Status.RECOVERABLE_DEFINED
        || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED;
  }

  private void tellMissing(SnippetEvent event, CellOutput output) {
    if (isIncomplete(event) && event.snippet() instanceof DeclarationSnippet declared) {
      output.print(
          CellOutput.Stream.STDERR,
          "`%s` is declared, and usable once these are: %s%n"
              .formatted(declared.name(), String.join(", ", missing(declared)))
              .replace("\r\n", "\n"));
    }
  }

  /// A class that is declared anew makes JShell drop the variables of the old one, or empty them.
  private static void tellReset(SnippetEvent event, CellOutput output) {
    if (!(event.snippet() instanceof VarSnippet variable)) {
      return;
    }
    String now = event.status() == Snippet.Status.VALID ? "is empty again" : "is gone";
    output.print(
        CellOutput.Stream.STDERR,
        "`%s` %s, since its type `%s` was declared anew.\n"
            .formatted(variable.name(), now, variable.typeName()));
  }

  /// Runs one line and says how long it took.
  Outcome timed(String source, Cell cell, CellOutput output) {
    long start = System.nanoTime();
    var outcome = run(new CellParts.Part.Java(source, 0), cell.withCode(source), output);
    var took = Duration.ofNanos(System.nanoTime() - start);
    output.print(CellOutput.Stream.STDERR, "took " + spoken(took) + "\n");
    return outcome;
  }

  /// `1.25 s`, `340 ms`.
  public static String spoken(Duration took) {
    double ms = took.toNanos() / 1e6;
    return ms >= 1_000
        ? String.format(Locale.ROOT, "%.2f s", ms / 1_000)
        : String.format(Locale.ROOT, "%.1f ms", ms);
  }

  @Override
  public Completions complete(String code, int cursor) {
    return new JavaCompletion(shell()).complete(code, cursor, magics.keySet());
  }

  @Override
  public Optional<MimeBundle> inspect(String code, int cursor, boolean more) {
    return new JavaDocumentation(shell()).at(code, cursor, more);
  }

  @Override
  public org.segql.kernel.cell.Completeness isComplete(String code) {
    var unfinished =
        new ArrayList<CellParts.Part>(CellParts.of(code, magics.keySet(), this::complete));
    if (unfinished.isEmpty() || unfinished.getLast() instanceof CellParts.Part.Magic) {
      return new org.segql.kernel.cell.Completeness.Complete();
    }
    return JavaCompleteness.of(
        shell().analysis(), ((CellParts.Part.Java) unfinished.getLast()).text());
  }
}
