package org.segql.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.segql.analysis.Context;
import org.segql.analysis.Origins;
import org.segql.ast.Node;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.Type;
import org.segql.codegen.JavaProgram;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.engine.Progress;
import org.segql.engine.Work;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.LocalEngine;
import org.segql.engine.local.LocalTable;
import org.segql.engine.local.TableFrames;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.plan.Command;
import org.segql.syntax.Formatter;
import org.segql.syntax.Parser;
import tech.tablesaw.api.Table;

/// SegQL from Java:
///
/// ```java
/// try (var session = Session.open()) {
///   session.bind("customers", table);
///   session.run("SEGMENT customers BY age, income USING kmeans(5) AS q1;").orThrow();
///   Table segments = session.table("q1");
/// }
/// ```
///
/// **Errors.** A script never throws: what went wrong, in the text, the data or the files, is in
/// the {@link Run}, and {@link Run#orThrow} makes a {@link SegqlException} of it, whose message is
/// one sentence and whose diagnostics have codes and places. The methods that are asked for a name
/// throw {@link NoSuchElementException} where there is none.
///
/// **Threads.** One script runs at a time; a second call waits for the first. A run works on {@link
/// Options#threads} threads, and no result depends on their number. The language services can be
/// asked while a script runs. Another thread stops a run through the {@link Listener} that it was
/// given: the statement that is running leaves nothing behind.
///
/// **Closing.** Tables, models and charts that were taken out stay good after `close`; a session
/// that is closed holds no files and no connections.
public final class Session implements AutoCloseable {
  private final Options options;
  private final Catalog catalog = new Catalog();
  private final Origins origins = new Origins();
  private final LocalEngine engine = new LocalEngine();
  private final ReentrantLock running = new ReentrantLock();
  private final Set<String> silenced = new HashSet<>();
  private final LanguageServices language = new LanguageServices(this);
  private volatile Catalog seen = new Catalog();
  private final Map<String, JavaProgram.Origin> made = new HashMap<>();
  private long seed;
  private int threads;

  private Session(Options options) {
    this.options = options;
    this.seed = options.seed();
    this.threads =
        options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
    options.parameters().forEach(this::parameter);
  }

  public static Session open() {
    return open(Options.DEFAULT);
  }

  public static Session open(Options options) {
    return new Session(options);
  }

  /// Runs a script; its results are in the run.
  public Run run(String text) {
    return run(new Source("input", text, options.folder()), Listener.NONE);
  }

  /// Runs a script. All errors that the text alone shows are found before anything runs. A
  /// statement that fails or is stopped leaves the session as it was before it; what ran before it
  /// stays.
  public Run run(Source source, Listener listener) {
    running.lock();
    try {
      return new Script(
              this, placed(source), listener, List.of(source.folder() + "/" + source.name()), false)
          .run();
    } finally {
      engine.forget();
      running.unlock();
    }
  }

  private Source placed(Source source) {
    return source.folder() != null || options.folder() == null
        ? source
        : new Source(source.name(), source.text(), options.folder());
  }

  /// All errors and warnings of a script, and nothing run.
  public List<Diagnostic> check(Source source) {
    running.lock();
    try {
      Source placed = placed(source);
      return new Script(this, placed, Listener.NONE, List.of(), true).check(Parser.parse(placed));
    } finally {
      running.unlock();
    }
  }

  /// The script laid out anew; comments are kept.
  ///
  /// @throws SegqlException where it is no SegQL
  public String format(Source source) {
    List<Diagnostic> errors = Script.errors(Parser.parse(source).diagnostics());
    if (!errors.isEmpty()) {
      throw new SegqlException(errors, null);
    }
    return Formatter.format(source.text());
  }

  /// Makes a table known under a name. The table is not copied where its columns fit as they are
  /// and must not be changed afterwards.
  public Session bind(String name, Table table) {
    var data = LocalTable.of(TableFrames.of(table));
    put(
        new CatalogEntry(
            name,
            CatalogEntry.Kind.TABLE,
            data.schema(),
            data,
            "bound from Java",
            List.of(),
            false));
    return this;
  }

  /// Makes a list of records known as a table: a column for each component (numbers, texts, enums,
  /// booleans, dates).
  ///
  /// @throws IllegalArgumentException where a component has another type, or the list is empty
  public Session bind(String name, List<? extends Record> rows) {
    return bind(name, RecordTables.of(name, rows));
  }

  private void put(CatalogEntry entry) {
    running.lock();
    try {
      catalog.put(entry);
      origins.remove(entry.name());
      made.remove(entry.name());
    } finally {
      running.unlock();
    }
  }

  /// Gives `$name` a value, as from the command line.
  ///
  /// @param value a Number, String, Boolean, LocalDate or LocalDateTime
  public Session parameter(String name, Object value) {
    Object kept = value instanceof Number n ? n.doubleValue() : value;
    Type type =
        switch (kept) {
          case Double _ -> Type.NUMBER;
          case String _ -> Type.TEXT;
          case Boolean _ -> Type.BOOLEAN;
          case LocalDate _ -> Type.DATE;
          case LocalDateTime _ -> Type.DATETIME;
          default ->
              throw new IllegalArgumentException(
                  "parameter " + name + " is a " + value.getClass().getName());
        };
    running.lock();
    try {
      catalog.parameter(name, new Catalog.ParameterValue(type, kept, Catalog.Giver.OUTSIDE));
    } finally {
      running.unlock();
    }
    return this;
  }

  /// A table or a segmentation as a table, all of its rows.
  ///
  /// @throws NoSuchElementException where the session knows none of that name
  public Table table(String name) {
    var entry = entry(name).orElseThrow(() -> new NoSuchElementException(name));
    if (entry.data() instanceof LocalData data) {
      return data.all(Progress.NONE).table().setName(entry.name());
    }
    throw new NoSuchElementException(name + " is a " + entry.kind().text());
  }

  /// A segmentation with its model, profile and targets.
  ///
  /// @throws NoSuchElementException where the session knows none of that name
  public LocalSegmentation segmentation(String name) {
    if (entry(name).map(CatalogEntry::data).orElse(null) instanceof LocalSegmentation s) {
      return s;
    }
    throw new NoSuchElementException(name);
  }

  /// Where a script's statements stand, in order; those that can't be parsed are missing.
  public List<Span> statements(Source source) {
    return Parser.parse(source).script().statements().stream().map(Node::span).toList();
  }

  /// What the session knows by name.
  public List<CatalogEntry> entries() {
    running.lock();
    try {
      return List.copyOf(catalog.entries());
    } finally {
      running.unlock();
    }
  }

  public Optional<CatalogEntry> entry(String name) {
    return catalog.find(name);
  }

  /// Completion, hover, signature help, highlighting and whether a text is complete, with what this
  /// session knows.
  public LanguageServices language() {
    return language;
  }

  public Options options() {
    return options;
  }

  @Override
  public void close() {
    engine.close();
  }

  /// What the session knows, for questions that may come at any time: while a script runs, what it
  /// knew before.
  Catalog seen() {
    if (running.tryLock()) {
      try {
        seen = catalog.copy();
      } finally {
        running.unlock();
      }
    }
    return seen;
  }

  Context seenContext() {
    var sources =
        new SessionSources(engine, new Work(catalog, Progress.NONE, threads, name -> ""), true);
    return new Context(seen(), origins, sources, null, seed);
  }

  Catalog catalog() {
    return catalog;
  }

  /// How each name was made: what EXPLAIN JAVA writes a program from.
  Map<String, JavaProgram.Origin> made() {
    return made;
  }

  Origins origins() {
    return origins;
  }

  LocalEngine engine() {
    return engine;
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads;
  }

  /// SET.
  void set(String option, Object value) {
    switch (option) {
      case "seed" -> seed = ((Double) value).longValue();
      case "threads" -> threads = ((Double) value).intValue();
      case "silence" -> {
        silenced.clear();
        ((List<?>) value).forEach(code -> silenced.add((String) code));
      }
      default -> throw new IllegalArgumentException("SET " + option);
    }
  }

  /// PARAM: a value from outside wins over it.
  void declare(Command.DeclareParameter p) {
    Object value = p.value().value();
    if (value != null) {
      catalog.parameter(
          p.name(), new Catalog.ParameterValue(p.value().type(), value, Catalog.Giver.PARAM));
    }
  }

  boolean silenced(Diagnostic d) {
    return d.severity() != Severity.ERROR && silenced.contains(d.code().text());
  }

  Work.Secrets secrets() {
    return name -> {
      String value = System.getenv(name);
      if (value == null) {
        throw new SegqlException(
            Diagnostic.error(
                Code.ENVIRONMENT,
                "The environment variable `" + name + "` is not set.",
                "Set it before you start: `export " + name + "=…`."));
      }
      return value;
    };
  }
}
