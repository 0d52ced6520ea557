package org.segql.engine.local.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// What a file is, by its first bytes and, for texts, by its name.
enum FileKind {
  TEXT,
  JSON,
  PARQUET,
  EXCEL,
  DUCKDB,
  SQLITE;

  /// How much of a text is looked at to find its form.
  static final int HEAD_BYTES = 1 << 18;

  /// @param bytes the first bytes, unpacked where the file is a gzip
  /// @param complete true where they are all
  record Head(byte[] bytes, boolean complete, boolean gzip) {}

  static Head head(Path file) {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(HEAD_BYTES);
      return new Head(bytes, bytes.length < HEAD_BYTES, isGzip(file));
    } catch (IOException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_UNREADABLE,
              "`" + file.getFileName() + "` cannot be read: " + e.getMessage() + "."),
          e);
    }
  }

  /// The bytes of a file, unpacked where it is a gzip.
  static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return isGzip(file) ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  static FileKind of(Path file, Head head) {
    byte[] bytes = head.bytes();
    String name = file.getFileName().toString();
    if (bytes.length == 0 || isBlank(bytes)) {
      throw new SegqlException(
          Diagnostic.error(
              Code.EMPTY_FILE,
              "`" + name + "` is empty.",
              "Look whether its export has finished."));
    }
    if (begins(bytes, 0, "PAR1")) {
      return PARQUET;
    }
    if (begins(bytes, 0, "SQLite format 3")) {
      return SQLITE;
    }
    if (begins(bytes, 8, "DUCK")) {
      return DUCKDB;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (begins(bytes, 0, "PK") && lower.endsWith(".xlsx")) {
      return EXCEL;
    }
    if (isBinary(bytes)) {
      throw binary(name, bytes);
    }
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return plain.endsWith(".json") || plain.endsWith(".ndjson") || plain.endsWith(".jsonl")
        ? JSON
        : TEXT;
  }

  private static SegqlException binary(String name, byte[] bytes) {
    String hint =
        "LOAD reads CSV, TSV, JSON, NDJSON, Parquet, Excel (.xlsx), DuckDB and SQLite files.";
    if (begins(bytes, 0, "PK")) {
      hint = "It is a zip file: unpack it, or name it .xlsx if it is an Excel file.";
    } else if (bytes.length > 3 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf) {
      hint = "It is an Excel file of the old kind (.xls): save it as .xlsx.";
    }
    return new SegqlException(
        Diagnostic.error(
            Code.FILE_FORMAT, "`" + name + "` holds binary data, not a table as text.", hint));
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    }
  }

  /// A zero byte is in no text but in UTF-16, which begins with its mark.
  private static boolean isBinary(byte[] bytes) {
    if (TextEncoding.hasUtf16Mark(bytes)) {
      return false;
    }
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return begins(bytes, 0, "PK\u0003\u0004") || begins(bytes, 0, "%PDF-");
  }

  private static boolean isBlank(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return bytes.length < HEAD_BYTES && text.replace("\u00ef\u00bb\u00bf", "").isBlank();
  }

  private static boolean begins(byte[] bytes, int at, String magic) {
    if (bytes.length < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (bytes[at + i] != (byte) magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
