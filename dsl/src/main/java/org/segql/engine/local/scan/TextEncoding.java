package org.segql.engine.local.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// How a file's bytes become text.
///
/// @param mark the bytes of the byte order mark at the beginning, 0 where there is none
/// @param guessed true where the bytes are no UTF-8 and Windows-1252 is assumed
record TextEncoding(Charset charset, int mark, boolean guessed) {
  /// What western spreadsheets write that do not write UTF-8.
  private static final Charset WESTERN = Charset.forName("windows-1252");

  static TextEncoding named(String name, byte[] head) {
    try {
      Charset charset = Charset.forName(name);
      return new TextEncoding(
          charset, charset.equals(StandardCharsets.UTF_8) ? utf8Mark(head) : 0, false);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw new SegqlException(
          Diagnostic.error(
              Code.LOAD_OPTION,
              "`" + name + "` is no encoding that is known here.",
              "Usual ones are 'utf-8', 'windows-1252', 'iso-8859-1', 'utf-16', 'shift_jis'."));
    }
  }

  /// Finds the encoding: a mark, else UTF-8 where the whole file (the head of a large one) is that,
  /// else Windows-1252.
  static TextEncoding detect(Path file, byte[] head, boolean wholeFile) throws IOException {
    if (hasUtf16Mark(head)) {
      boolean big = (head[0] & 0xff) == 0xfe;
      return new TextEncoding(
          big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 2, false);
    }
    boolean utf8 = wholeFile ? isUtf8(file) : isUtf8Begin(head);
    return utf8
        ? new TextEncoding(StandardCharsets.UTF_8, utf8Mark(head), false)
        : new TextEncoding(WESTERN, 0, true);
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  static boolean hasUtf16Mark(byte[] head) {
    return head.length >= 2
        && ((head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe
            || (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff);
  }

  /// How many bytes the byte order mark takes, 0 where there is none.
  static int utf8Mark(byte[] head) {
    return head.length >= 3
            && (head[0] & 0xff) == 0xef
            && (head[1] & 0xff) == 0xbb
            && (head[2] & 0xff) == 0xbf
        ? 3
        : 0;
  }

  /// True where the bytes are UTF-8 but for a character cut off at the end.
  private static boolean isUtf8Begin(byte[] head) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
    return !result.isError();
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = FileKind.open(file)) {
      while (true) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        boolean end = read < 0;
        bytes.limit(bytes.position() + Math.max(0, read)).position(0);
        chars.clear();
        if (decoder.decode(bytes, chars, end).isError()) {
          return false;
        }
        if (end) {
          return true;
        }
        bytes.compact();
      }
    }
  }
}
