package org.segql.engine.local.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.scan.Jdbc;

/// Writes tables to files and databases.
public final class Exports {
  private Exports() {}

  /// What was written.
  ///
  /// @param place the file, or the database and its table; never a secret
  public record Written(String place, long rows, List<Diagnostic> findings) {
    public Written {
      findings = List.copyOf(findings);
    }
  }

  /// Writes all rows, or nothing where it fails. A file appears under its name only once it is
  /// whole; a database gets its table in one transaction.
  public static Written write(Frame frame, ExportTarget target, Progress progress) {
    if (Jdbc.isUrl(target.location())) {
      return JdbcExport.write(frame, target, progress);
    }
    var findings = new ArrayList<Diagnostic>();
    AtomicFile file = AtomicFile.at(target);
    Format format = Format.of(target.location());
    progress.report("writing " + target.location(), -1);
    file.write(path -> format.write(frame, path, target.options(), findings, progress));
    return new Written(target.location(), frame.rowCount(), findings);
  }

  /// The formats of files.
  private enum Format {
    CSV,
    TSV,
    JSON,
    NDJSON,
    PARQUET,
    EXCEL;

    static Format of(String location) {
      String name = location.toLowerCase(Locale.ROOT);
      String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
      return switch (name.substring(plain.lastIndexOf('.') + 1)) {
        case "csv", "txt", "csv.gz", "txt.gz" -> CSV;
        case "tsv", "tab", "tsv.gz", "tab.gz" -> TSV;
        case "json", "json.gz" -> JSON;
        case "ndjson", "jsonl", "ndjson.gz", "jsonl.gz" -> NDJSON;
        case "parquet" -> PARQUET;
        case "xlsx" -> EXCEL;
        default ->
            throw new SegqlException(
                Diagnostic.error(
                    Code.FILE_FORMAT,
                    "The ending of `" + location + "` is no format that EXPORT writes.",
                    "It writes .csv, .tsv, .json, .ndjson (each also .gz), .parquet and .xlsx."));
      };
    }

    void write(
        Frame frame,
        AtomicFile.Place place,
        ExportTarget.ExportOptions options,
        List<Diagnostic> findings,
        Progress progress)
        throws IOException {
      switch (this) {
        case CSV ->
            text(place, w -> CsvExport.write(frame, w, style(options, ','), findings, progress));
        case TSV ->
            text(place, w -> CsvExport.write(frame, w, style(options, '\t'), findings, progress));
        case JSON -> text(place, w -> JsonExport.write(frame, w, true, progress));
        case NDJSON -> text(place, w -> JsonExport.write(frame, w, false, progress));
        case PARQUET -> ParquetExport.write(frame, place.path(), progress);
        case EXCEL -> {
          try (OutputStream out = place.open()) {
            ExcelExport.write(frame, out, options.sheet().orElse("Sheet1"), progress);
          }
        }
      }
    }

    private static CsvStyle style(ExportTarget.ExportOptions options, char usual) {
      char delimiter =
          options.delimiter().filter(d -> d.length() == 1).map(d -> d.charAt(0)).orElse(usual);
      return options.csv().delimiter(delimiter);
    }

    private interface Writing {
      void to(BufferedWriter writer) throws IOException;
    }

    private static void text(AtomicFile.Place place, Writing writing) throws IOException {
      boolean packed = place.name().toLowerCase(Locale.ROOT).endsWith(".gz");
      try (OutputStream raw = place.open();
          OutputStream out = packed ? new GZIPOutputStream(raw, 1 << 16) : raw;
          var writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
        writing.to(writer);
      }
    }
  }
}
