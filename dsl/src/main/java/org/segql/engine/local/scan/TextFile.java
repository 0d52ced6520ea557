package org.segql.engine.local.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Brings texts into the form that DuckDB reads: UTF-8 with one delimiter. Most files are that
/// already; others are rewritten into a temporary file.
final class TextFile {
  /// Files up to this size are looked at whole.
  static final long SMALL_BYTES = 20L << 20;

  /// How much a gzip commonly shrinks a table.
  private static final int GZIP_RATIO = 5;

  private TextFile() {}

  /// A text ready to be scanned.
  ///
  /// @param path the file itself or the temporary one
  /// @param head its beginning
  /// @param complete true where the head is all of it
  /// @param gzip whether the path's file is packed
  /// @param rewritten true where fields are now divided by commas
  /// @param encoding that of the file
  record Ready(
      Path path,
      String head,
      boolean complete,
      boolean gzip,
      boolean rewritten,
      boolean small,
      TextEncoding encoding) {}

  static Ready prepare(
      Path file,
      FileKind.Head head,
      LoadOptions options,
      List<Diagnostic> findings,
      Progress progress) {
    try {
      boolean small = Files.size(file) * (head.gzip() ? GZIP_RATIO : 1) <= SMALL_BYTES;
      TextEncoding encoding =
          options.encoding().isPresent()
              ? TextEncoding.named(options.encoding().get(), head.bytes())
              : TextEncoding.detect(file, head, small);
      if (encoding.guessed()) {
        findings.add(
            Diagnostic.note(
                Code.ENCODING,
                "`"
                    + file.getFileName()
                    + "` is not in UTF-8; it is read as "
                    + encoding.name()
                    + ".",
                "If letters look wrong, name the encoding: `encoding = 'iso-8859-2'`."));
      }
      boolean fixed = !options.widths().isEmpty();
      boolean blanks = options.delimiter().equals(Optional.of(LoadOptions.BLANKS));
      if (encoding.isUtf8() && !fixed && !blanks) {
        return new Ready(
            file, text(head, encoding), head.complete(), head.gzip(), false, small, encoding);
      }
      Path copy = rewrite(file, encoding, options, fixed, blanks, progress);
      FileKind.Head copied = FileKind.head(copy);
      var plain = new TextEncoding(StandardCharsets.UTF_8, 0, false);
      return new Ready(
          copy, text(copied, plain), copied.complete(), false, fixed || blanks, small, encoding);
    } catch (CharacterCodingException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.ENCODING,
              "`"
                  + file.getFileName()
                  + "` is not in the encoding `"
                  + options.encoding().orElse("utf-8")
                  + "`.",
              "Without the option the encoding is found."),
          e);
    } catch (IOException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_UNREADABLE,
              "`" + file.getFileName() + "` cannot be read: " + e.getMessage() + "."),
          e);
    }
  }

  static Ready ofExcel(Path workbook, LoadOptions options, Progress progress) {
    Path copy = ExcelText.write(workbook, options, progress);
    FileKind.Head head = FileKind.head(copy);
    if (head.bytes().length == 0) {
      copy.toFile().delete();
      throw new SegqlException(
          Diagnostic.error(
              Code.EMPTY_FILE,
              "The sheet of `" + workbook.getFileName() + "` is empty.",
              "Choose another: `WITH (sheet = 'name')`."));
    }
    var encoding = new TextEncoding(StandardCharsets.UTF_8, 0, false);
    return new Ready(copy, text(head, encoding), head.complete(), false, true, true, encoding);
  }

  private static String text(FileKind.Head head, TextEncoding encoding) {
    return new String(
        head.bytes(), encoding.mark(), head.bytes().length - encoding.mark(), encoding.charset());
  }

  private static Path rewrite(
      Path file,
      TextEncoding encoding,
      LoadOptions options,
      boolean fixed,
      boolean blanks,
      Progress progress)
      throws IOException {
    var action = encoding.guessed() ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    var decoder =
        encoding.charset().newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    try (InputStream in = FileKind.open(file);
        Reader reader = new InputStreamReader(skip(in, encoding.mark()), decoder)) {
      return copy(
          writer -> {
            if (fixed || blanks) {
              divide(new BufferedReader(reader), writer, options.widths(), progress);
            } else {
              char[] buffer = new char[1 << 16];
              for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                progress.check();
                writer.write(buffer, 0, n);
              }
            }
          });
    }
  }

  /// Writes lines with commas between their fields.
  ///
  /// @param widths of the fields; empty: they stand apart by blanks
  private static void divide(
      BufferedReader lines, Writer writer, List<Integer> widths, Progress progress)
      throws IOException {
    int row = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (row++ % 10_000 == 0) {
        progress.check();
      }
      if (!line.isBlank()) {
        writer.write(
            csv(widths.isEmpty() ? List.of(line.strip().split("\\s+")) : cut(line, widths)));
      }
    }
  }

  /// What writes a text.
  interface Content {
    void to(Writer writer) throws IOException;
  }

  /// A temporary file, which goes where it cannot be written whole.
  static Path copy(Content content) throws IOException {
    Path copy = Files.createTempFile("segql-", ".csv");
    copy.toFile().deleteOnExit(); // a signal ends the program before it can tidy up
    boolean whole = false;
    try (Writer writer = Files.newBufferedWriter(copy)) {
      content.to(writer);
      whole = true;
    } finally {
      if (!whole) {
        Files.delete(copy);
      }
    }
    return copy;
  }

  private static InputStream skip(InputStream in, int bytes) throws IOException {
    in.skipNBytes(bytes);
    return in;
  }

  /// The fields of a line by their widths; what stands beyond the last one is left out.
  private static List<String> cut(String line, List<Integer> widths) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    for (int width : widths) {
      int end = Math.min(line.length(), at + width);
      fields.add(at >= line.length() ? "" : line.substring(at, end).strip());
      at += width;
    }
    return fields;
  }

  static String csv(List<String> fields) {
    return fields.stream()
        .map(f -> f.isEmpty() ? "" : "\"" + f.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "", "\n"));
  }
}
