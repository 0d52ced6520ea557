package org.segql.engine.local.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import tech.tablesaw.api.Table;

/// A small delimited file of plain form and plain values, read here: DuckDB takes 0.2 s of a short
/// start to load its library and to plan the queries that find the types. It gives what DuckDB
/// would give, to the last bit; a test compares them.
final class PlainFile implements TableSource {
  private final FileSet files;
  private final Schema schema;
  private final Map<String, PlainColumn.Typed> columns = new LinkedHashMap<>();
  private final List<Diagnostic> findings;
  private final int rows;
  private final Reading reading;

  private PlainFile(
      FileSet files,
      List<PlainColumn.Typed> columns,
      int rows,
      Reading reading,
      List<Diagnostic> findings) {
    this.files = files;
    this.schema = new Schema(columns.stream().map(PlainColumn.Typed::info).toList());
    columns.forEach(c -> this.columns.put(c.info().name(), c));
    this.rows = rows;
    this.reading = reading;
    this.findings = new ArrayList<>(findings);
  }

  /// @param text the file, in UTF-8
  /// @param names of its columns
  /// @param reading how another program reads the file, from what it is to know of its columns
  /// @param findings what was noticed before
  /// @return null where something about the file is not plain
  static @Nullable PlainFile open(
      SourceSpec spec,
      FileSet files,
      TextFile.Ready text,
      Dialect dialect,
      List<String> names,
      Function<List<Reading.Field>, Reading> reading,
      List<Diagnostic> findings,
      Progress progress) {
    LoadOptions options = spec.options();
    if (files.files().size() > 1
        || text.rewritten()
        || !text.path().equals(files.first())
        || options.encoding().isPresent() // that the bytes are UTF-8 is known where it was found
        || !options.types().isEmpty()
        || options.nulls().isPresent()
        || options.decimal().isPresent()) {
      return null;
    }
    PlainCells cells = cells(text, dialect, names.size());
    int first = dialect.header() ? 1 : 0;
    if (cells == null || cells.rows() <= first) {
      return null;
    }
    List<PlainColumn.Typed> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      progress.check();
      var column = PlainColumn.of(cells, i, first, names.get(i));
      if (column == null) {
        return null;
      }
      columns.add(column);
    }
    var fields = columns.stream().map(c -> field(c.info())).toList();
    return new PlainFile(files, columns, cells.rows() - first, reading.apply(fields), findings);
  }

  private static Reading.Field field(ColumnInfo column) {
    return new Reading.Field(column.name(), column.type(), column.type() != Type.TEXT, "", false);
  }

  private static @Nullable PlainCells cells(TextFile.Ready text, Dialect dialect, int columns) {
    if (text.complete()) {
      return PlainCells.of(text.head().getBytes(StandardCharsets.UTF_8), 0, dialect, columns);
    }
    try (InputStream in = FileKind.open(text.path())) {
      byte[] bytes = in.readNBytes((int) TextFile.SMALL_BYTES + 1);
      return bytes.length > TextFile.SMALL_BYTES
          ? null // a gzip that shrank its table more than most
          : PlainCells.of(bytes, TextEncoding.utf8Mark(bytes), dialect, columns);
    } catch (IOException _) {
      return null; // DuckDB shall say what is wrong with the file.
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public List<Diagnostic> takeFindings() {
    var taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  @Override
  public OptionalLong rowCount() {
    return OptionalLong.of(rows);
  }

  @Override
  public Frame read(List<String> wanted, Progress progress) {
    progress.report("reading " + files.first().getFileName(), -1);
    progress.check();
    Table table = Table.create();
    List<ColumnInfo> infos = new ArrayList<>();
    for (String name : wanted) {
      var column = columns.get(name);
      if (column == null) {
        throw new IllegalArgumentException("column " + name);
      }
      infos.add(column.info());
      table.addColumns(column.values());
    }
    return new Frame(new Schema(infos), table);
  }

  @Override
  public Reading reading() {
    return reading;
  }

  @Override
  public void close() {
    columns.clear();
  }

  @Override
  public String version() {
    return files.version();
  }
}
