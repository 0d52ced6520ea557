package org.segql.repl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Source;
import org.segql.repl.shell.FileReason;

/// Reads scripts: files, `-` for standard input, and text given on the command line.
final class Scripts {
  /// What the longest script takes, of 2 million characters.
  private static final int MOST_BYTES = 8_000_000;

  private Scripts() {}

  /// @throws Failure where there is no script at all, or one can't be read
  static List<Source> read(List<String> files, @Nullable String text, InputStream in) {
    List<Source> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(file.equals("-") ? standardInput(in) : file(file));
    }
    if (text != null) {
      sources.add(new Source("-c", text));
    }
    if (sources.isEmpty()) {
      throw Failure.usage("give a script's file, `-` for standard input, or `-c 'SEGMENT …'`.");
    }
    return sources;
  }

  static Source standardInput(InputStream in) {
    try {
      return new Source("standard input", decode(bounded(in, "standard input"), "Standard input"));
    } catch (IOException e) {
      throw Failure.usage("standard input could not be read: " + FileReason.of(e) + ".");
    }
  }

  static Source file(String file) {
    Path path = path(file);
    if (Files.isDirectory(path)) {
      throw Failure.usage("`" + file + "` is a folder; give the script's file in it.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      Path folder = path.toAbsolutePath().getParent();
      return new Source(file, decode(bounded(in, "`" + file + "`"), "`" + file + "`"), folder);
    } catch (NoSuchFileException e) {
      throw Failure.usage("no file stands at `" + file + "`.");
    } catch (AccessDeniedException e) {
      throw Failure.usage("`" + file + "` may not be read.");
    } catch (IOException e) {
      throw Failure.usage("`" + file + "` could not be read: " + FileReason.of(e) + ".");
    }
  }

  /// @throws Failure where the text is no path
  static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw Failure.usage("`" + file + "` is no path: " + e.getReason() + ".");
    }
  }

  /// A stream may have no end, and a file may be data.
  private static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Failure.usage(
          name
              + " is longer than a script can be; LOAD reads data, and a long script can RUN"
              + " others.");
    }
    return bytes;
  }

  private static String decode(byte[] bytes, String name) {
    int start = startsWithMark(bytes) ? 3 : 0;
    ByteBuffer buffer = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(buffer, text, true);
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      long line = text.flip().chars().filter(c -> c == '\n').count() + 1;
      throw Failure.usage(
          name + " is no UTF-8 text at line " + line + "; save it in that encoding and try again.");
    }
    return text.flip().toString();
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
