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
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// How a file's bytes become text.
///
/// @param mark the bytes of the byte order mark at the beginning, 0 where there is none
/// @param guessed true where the bytes are no UTF-8 and have no mark
record TextEncoding(Charset charset, int mark, boolean guessed) {
  /// What western spreadsheets write that do not write UTF-8.
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// How many bytes are looked at for the zeros of UTF-16, and how many of the pairs have one.
  private static final int ZEROS_IN = 4096;

  private static final double MOSTLY = 0.7;

  static TextEncoding named(String name, byte[] head) {
    try {
      Charset charset = Charset.forName(name);
      // The charset UTF-16 itself takes a mark away.
      int mark =
          charset.equals(StandardCharsets.UTF_8)
              ? utf8Mark(head)
              : charset.equals(marked16(head)) ? 2 : 0;
      return new TextEncoding(charset, mark, false);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw new SegqlException(
          Diagnostic.error(
              Code.LOAD_OPTION,
              "`" + name + "` is no encoding that is known here.",
              "Usual ones are 'utf-8', 'windows-1252', 'iso-8859-1', 'utf-16', 'shift_jis'."));
    }
  }

  /// Finds the encoding: UTF-16 by its mark or its zeros, else UTF-8 where the whole file (the head
  /// of a large one) is that, else Windows-1252.
  static TextEncoding detect(Path file, FileKind.Head beginning, boolean wholeFile)
      throws IOException {
    byte[] head = beginning.bytes();
    Charset utf16 = utf16(head);
    if (utf16 != null) {
      boolean marked = marked16(head) != null;
      return new TextEncoding(utf16, marked ? 2 : 0, !marked);
    }
    boolean utf8 =
        wholeFile && !beginning.complete() ? isUtf8(file) : isUtf8(head, beginning.complete());
    return utf8
        ? new TextEncoding(StandardCharsets.UTF_8, utf8Mark(head), false)
        : new TextEncoding(WESTERN, 0, true);
  }

  /// `UTF-16LE`, `Windows-1252`.
  String name() {
    return charset.equals(WESTERN) ? "Windows-1252" : charset.name();
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /// What the mark of UTF-16 at the beginning says; null where there is none.
  private static @Nullable Charset marked16(byte[] head) {
    if (head.length < 2) {
      return null;
    }
    int first = (head[0] & 0xff) << 8 | head[1] & 0xff;
    return first == 0xfffe
        ? StandardCharsets.UTF_16LE
        : first == 0xfeff ? StandardCharsets.UTF_16BE : null;
  }

  /// UTF-16 by its mark, or without one: of ASCII, which tables are mostly made of, every second
  /// byte is zero and none of the others. Null where it is something else.
  static @Nullable Charset utf16(byte[] head) {
    int pairs = Math.min(head.length, ZEROS_IN) / 2;
    int[] zeros = new int[2];
    for (int i = 0; i < 2 * pairs; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    Charset marked = marked16(head);
    if (marked != null || pairs == 0) {
      return marked;
    }
    boolean little = zeros[0] == 0 && zeros[1] > MOSTLY * pairs;
    boolean big = zeros[1] == 0 && zeros[0] > MOSTLY * pairs;
    return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
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

  /// True where the bytes are UTF-8; a character may be cut off at their end where they are not
  /// all.
  private static boolean isUtf8(byte[] head, boolean complete) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), complete);
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
