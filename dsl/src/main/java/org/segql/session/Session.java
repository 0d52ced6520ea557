package org.segql.session;

import java.util.List;
import java.util.Optional;
import org.segql.ast.Node;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
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
/// One script runs at a time; a second call waits for the first. The language services can be asked
/// while a script runs.
public final class Session implements AutoCloseable {
  private final Options options;
  private final Catalog catalog = new Catalog();

  private Session(Options options) {
    this.options = options;
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
    return new Run(Run.Status.DONE, List.of(), List.of());
  }

  /// All errors and warnings of a script, and nothing run.
  public List<Diagnostic> check(Source source) {
    return List.of();
  }

  /// The script laid out anew; comments are kept.
  ///
  /// @throws org.segql.diagnostic.SegqlException where it is no SegQL
  public String format(Source source) {
    return source.text();
  }

  /// Makes a table known under a name. The table is not copied where its columns fit as they are
  /// and must not be changed afterwards.
  public Session bind(String name, Table table) {
    return this;
  }

  /// Makes a list of records known as a table: a column for each component (numbers, texts, enums,
  /// booleans, dates).
  public Session bind(String name, List<? extends Record> rows) {
    return this;
  }

  /// Gives `$name` a value, as from the command line.
  ///
  /// @param value a Number, String, Boolean, LocalDate or LocalDateTime
  public Session parameter(String name, Object value) {
    return this;
  }

  /// A table or a segmentation as a table, all of its rows.
  ///
  /// @throws java.util.NoSuchElementException where the session knows none of that name
  public Table table(String name) {
    throw new java.util.NoSuchElementException(name);
  }

  /// Where a script's statements stand, in order; those that can't be parsed are missing.
  public List<Span> statements(Source source) {
    return Parser.parse(source).script().statements().stream().map(Node::span).toList();
  }

  /// What the session knows by name.
  public List<CatalogEntry> entries() {
    return List.copyOf(catalog.entries());
  }

  public Optional<CatalogEntry> entry(String name) {
    return catalog.find(name);
  }

  /// Completion, hover, signature help, highlighting and whether a text is complete, with what this
  /// session knows.
  public LanguageServices language() {
    return new LanguageServices();
  }

  public Options options() {
    return options;
  }

  @Override
  public void close() {}
}
