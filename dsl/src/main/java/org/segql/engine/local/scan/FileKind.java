package org.segql.engine.local.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// What a file is, by its first bytes and, for texts, by its name.
enum FileKind {
  TEXT("a delimited text", "csv", "tsv", "tab", "txt"),
  JSON("JSON", "json", "ndjson", "jsonl"),
  PARQUET("a Parquet file", "parquet", "pq"),
  EXCEL("an Excel file", "xlsx", "xlsm", "xls"),
  DUCKDB("a DuckDB file", "duckdb", "ddb"),
  SQLITE("a SQLite file", "sqlite", "sqlite3");

  private final String label;
  private final List<String> endings;

  FileKind(String label, String... endings) {
    this.label = label;
    this.endings = List.of(endings);
  }

  /// How much of a text is looked at to find its form.
  static final int HEAD_BYTES = 1 << 18;

  private static final int BEGIN_BYTES = 512;
  private static final int SHOWN = 60;

  /// A page of the web, or XML.
  private static final Pattern MARKUP = Pattern.compile("(?i)<(!doctype|html|head|body|[?]xml)\\b");

  /// Objects of JSON, or a list of them.
  private static final Pattern RECORDS = Pattern.compile("\\[?\\s*[{]\\s*\"[^\"]*\"\\s*:");

  /// @param bytes the first bytes, unpacked where the file is a gzip
  /// @param complete true where they are all
  record Head(byte[] bytes, boolean complete, boolean gzip) {}

  static Head head(Path file) {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(HEAD_BYTES);
      return new Head(bytes, bytes.length < HEAD_BYTES, in instanceof GZIPInputStream);
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
    try {
      return isGzip(raw) ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /// Finds the kind. A text behind the name of a binary kind is refused: a page that says why there
  /// was nothing to download, a stand-in for a large file, or a table, which the user can say.
  static FileKind of(Path file, Head head, LoadOptions options) {
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
    FileKind promised = promised(name);
    if (begins(bytes, 0, "PK") && promised == EXCEL) {
      return EXCEL;
    }
    if (isBinary(bytes, options.encoding().isPresent())) {
      throw binary(name, bytes);
    }
    if (promised == JSON || options.saysText()) {
      return promised == JSON ? JSON : TEXT;
    }
    if (promised != null && promised != TEXT || MARKUP.matcher(begin(bytes)).lookingAt()) {
      throw noTable(name, promised, bytes);
    }
    return TEXT;
  }

  /// The kind that the ending of a name says; null where it says none.
  private static @Nullable FileKind promised(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return Arrays.stream(values()).filter(k -> k.endings.contains(ending)).findFirst().orElse(null);
  }

  /// What to say of a file that is read, and is another than its name says.
  static Optional<Diagnostic> misnamed(Path file, Head head, FileKind found) {
    String name = file.getFileName().toString();
    FileKind promised = promised(name);
    if (found != TEXT && promised != null && promised != found) {
      return Optional.of(
          Diagnostic.note(
              Code.FILE_FORMAT,
              "`" + name + "` is " + found.label + " by what it holds, and read as one."));
    }
    if (found == TEXT && RECORDS.matcher(begin(head.bytes())).lookingAt()) {
      return Optional.of(
          Diagnostic.warning(
              Code.FILE_FORMAT,
              "`" + name + "` looks like JSON, and is read as " + TEXT.label + ".",
              "Give it a name that ends in `.json`."));
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".gz") && !head.gzip()
        ? Optional.of(
            Diagnostic.note(
                Code.FILE_FORMAT, "`" + name + "` is not packed, and read as it stands."))
        : Optional.empty();
  }

  private static SegqlException noTable(String name, @Nullable FileKind promised, byte[] bytes) {
    String line = begin(bytes).lines().findFirst().orElse("").strip();
    String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    String what =
        promised == null || promised == TEXT
            ? "` holds marks, no table"
            : "` is not " + promised.label + " but a text";
    return new SegqlException(
        Diagnostic.error(
            Code.FILE_FORMAT,
            "`" + name + what + ": it begins `" + shown + "`.",
            "Look into it: it may say why a download failed. If it is a table all the same, say"
                + " what stands between its fields: `WITH (delimiter = ',')`."));
  }

  /// The first characters, near enough to tell what they are.
  private static String begin(byte[] bytes) {
    int mark = TextEncoding.utf8Mark(bytes);
    int length = Math.min(bytes.length - mark, BEGIN_BYTES);
    return new String(bytes, mark, length, StandardCharsets.UTF_8).stripLeading();
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

  /// Looks at the first bytes, which stay to be read.
  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
  }

  /// A zero byte is in no text but in UTF-16, or in an encoding that the user names.
  private static boolean isBinary(byte[] bytes, boolean encodingNamed) {
    if (begins(bytes, 0, "PK\u0003\u0004") || begins(bytes, 0, "%PDF-")) {
      return true;
    }
    if (encodingNamed || TextEncoding.utf16(bytes) != null) {
      return false;
    }
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
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
