package org.segql.engine.local.scan;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.segql.catalog.Reading;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Delimited texts. A small file is held as texts from the start and typed by all its values; of a
/// large one the first rows decide, and each reading scans it with the types that they gave.
final class Delimited {
  private static final int SAMPLE_ROWS = 20_480;

  private final SourceSpec spec;
  private final FileSet files;
  private final boolean excel;
  private final boolean plainOnesHere;
  private final Progress progress;
  private final List<Diagnostic> findings;

  /// Temporary files that are read in place of the source's.
  private final List<Path> copies = new ArrayList<>();

  private Delimited(
      SourceSpec spec, FileSet files, boolean excel, boolean plainOnesHere, Progress progress) {
    this.excel = excel;
    this.plainOnesHere = plainOnesHere;
    this.spec = spec;
    this.files = files;
    this.progress = progress;
    this.findings = new ArrayList<>(files.findings());
  }

  /// @param head of the first file
  static TableSource open(SourceSpec spec, FileSet files, FileKind.Head head, Progress progress) {
    return new Delimited(spec, files, false, true, progress).open(head);
  }

  /// Leaves also small plain files to DuckDB.
  static TableSource openByDuckDb(SourceSpec spec, FileSet files, Progress progress) {
    return new Delimited(spec, files, false, false, progress).open(FileKind.head(files.first()));
  }

  /// Opens a sheet of a workbook, which becomes a text first.
  static TableSource openExcel(
      SourceSpec spec, FileSet files, FileKind.Head head, Progress progress) {
    return new Delimited(spec, files, true, false, progress).open(head);
  }

  private TableSource open(FileKind.Head head) {
    boolean read = false;
    try {
      TableSource source = read(prepare(head));
      read = true;
      return source;
    } catch (SQLException e) {
      throw DuckErrors.of(e, fileName(0));
    } finally {
      if (!read) {
        deleteCopies();
      }
    }
  }

  private List<TextFile.Ready> prepare(FileKind.Head firstHead) {
    LoadOptions options = spec.options();
    List<TextFile.Ready> ready = new ArrayList<>();
    for (Path file : files.files()) {
      FileKind.Head head = ready.isEmpty() ? firstHead : FileKind.head(file);
      TextFile.Ready text =
          excel
              ? TextFile.ofExcel(file, options, progress)
              : TextFile.prepare(file, head, options, findings, progress);
      ready.add(text);
      if (!text.path().equals(file)) {
        copies.add(text.path());
      }
    }
    return ready;
  }

  private TableSource read(List<TextFile.Ready> ready) throws SQLException {
    String version = files.version();
    LoadOptions options = spec.options();
    TextFile.Ready first = ready.getFirst();
    LoadOptions form = first.rewritten() ? rewrittenForm(options) : options;
    var sniffed = DialectSniffer.sniff(first.head(), first.complete(), fileName(0), form);
    for (int i = 1; i < ready.size(); i++) {
      checkSame(sniffed, ready.get(i), i, form);
    }
    boolean header = sniffed.dialect().header();
    List<String> given = header ? sniffed.first() : Collections.nCopies(sniffed.first().size(), "");
    List<String> names = HeaderNames.of(given, header, options, fileName(0), findings);
    var csv =
        new Csv(ready.stream().map(TextFile.Ready::path).toList(), sniffed.dialect(), names.size());
    long bytes = files.bytes();
    boolean small = bytes <= TextFile.SMALL_BYTES && ready.stream().allMatch(TextFile.Ready::small);
    if (small && plainOnesHere) {
      List<String> head = header ? given : List.of();
      var plain =
          PlainFile.open(
              spec,
              files,
              first,
              sniffed.dialect(),
              names,
              fields -> reading(csv, first, head, fields),
              findings,
              progress);
      if (plain != null) {
        return plain;
      }
    }
    return open(version, csv, names, small, first, header ? given : List.of());
  }

  private TableSource open(
      String version,
      Csv csv,
      List<String> names,
      boolean small,
      TextFile.Ready first,
      List<String> header)
      throws SQLException {
    DuckDBConnection connection = DuckDb.connect();
    try {
      String limit = small ? "" : " LIMIT " + SAMPLE_ROWS;
      try (Statement statement = connection.createStatement()) {
        DuckDb.run(
            statement, "CREATE TEMP TABLE texts AS SELECT * FROM " + csv.texts() + limit, progress);
      }
      long held = DuckDb.count(connection, "texts", progress);
      if (held == 0) {
        findings.add(
            Diagnostic.warning(
                Code.NO_ROWS, "`" + fileName(0) + "` has column names and no rows."));
      }
      boolean whole = small || held < SAMPLE_ROWS;
      if (whole) {
        deleteCopies();
      }
      List<ColumnPlan> plans =
          new TypeDetection(connection, "texts", whole, spec.options(), findings, progress)
              .detect(csv.fields(), names);
      Scan scan =
          whole
              ? new Scan.Kept("texts", true)
              : new Scan.Scanned(new CsvScan(spec, csv, names, plans, fileName(0)));
      if (!whole) {
        DuckDb.execute(connection, "DROP TABLE texts");
      }
      return new DuckSource(
          spec,
          files,
          version,
          connection,
          scan,
          plans,
          whole ? OptionalLong.of(held) : OptionalLong.empty(),
          findings,
          reading(
              csv,
              first,
              header,
              plans.stream()
                  .map(p -> p.field(p.expression().contains("replace(replace(")))
                  .toList()),
          copies);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Reading reading(
      Csv csv, TextFile.Ready first, List<String> header, List<Reading.Field> fields) {
    LoadOptions options = spec.options();
    return new Reading.Texts(
        files.files().stream().map(Path::toString).toList(),
        files.files().contains(first.path()) && first.encoding().mark() == 0 && !first.gzip(),
        first.encoding().charset().name(),
        excel ? options.sheet().orElse("") : null,
        options.delimiter().equals(java.util.Optional.of(LoadOptions.BLANKS)),
        options.widths(),
        csv.dialect().delimiter(),
        csv.dialect().quote(),
        csv.dialect().skip(),
        header,
        options.nulls().orElse(List.of()),
        fields);
  }

  /// They are not needed once all their rows are held.
  private void deleteCopies() {
    copies.forEach(copy -> copy.toFile().delete());
    copies.clear();
  }

  private static LoadOptions rewrittenForm(LoadOptions options) {
    var form = new LoadOptions.Builder().delimiter(",").skip(options.skip().orElse(0));
    options.header().ifPresent(form::header);
    return form.build();
  }

  private void checkSame(
      DialectSniffer.Sniffed first, TextFile.Ready other, int index, LoadOptions form) {
    var sniffed = DialectSniffer.sniff(other.head(), other.complete(), fileName(index), form);
    boolean same =
        first.dialect().header()
            ? sniffed.first().equals(first.first())
            : sniffed.first().size() == first.first().size();
    if (!same) {
      throw new SegqlException(
          Diagnostic.error(
              Code.RAGGED_ROW,
              "`"
                  + fileName(index)
                  + "` has other columns than `"
                  + fileName(0)
                  + "`: "
                  + shown(sniffed.first())
                  + " instead of "
                  + shown(first.first())
                  + ".",
              "Load them one by one and put them together with UNION."));
    }
  }

  private static String shown(List<String> names) {
    return names.stream().limit(8).collect(Collectors.joining(", "))
        + (names.size() > 8 ? ", …" : "");
  }

  private String fileName(int index) {
    return files.files().get(index).getFileName().toString();
  }

  /// DuckDB's CSV reader with everything said.
  ///
  /// @param paths UTF-8 files of one form
  record Csv(List<Path> paths, Dialect dialect, int columns) {
    List<String> fields() {
      return IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
    }

    /// Reads every column as text.
    String texts() {
      return read(Collections.nCopies(columns, "VARCHAR"));
    }

    /// @param types DuckDB's, one a column of the file
    String read(List<String> types) {
      String files =
          paths.stream().map(DuckDb::literal).collect(Collectors.joining(", ", "[", "]"));
      String columns =
          IntStream.range(0, types.size())
              .mapToObj(i -> "'c" + i + "': '" + types.get(i) + "'")
              .collect(Collectors.joining(", ", "{", "}"));
      String quote = DuckDb.literal(dialect.quote());
      return "read_csv("
          + files
          + ", auto_detect = false, header = "
          + dialect.header()
          + ", skip = "
          + dialect.skip()
          + ", delim = "
          + DuckDb.literal(String.valueOf(dialect.delimiter()))
          + ", quote = "
          + quote
          + ", escape = "
          + quote
          + ", nullstr = ''"
          + ", columns = "
          + columns
          + ")";
    }
  }
}
