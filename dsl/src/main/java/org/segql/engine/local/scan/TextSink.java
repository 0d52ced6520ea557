package org.segql.engine.local.scan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.TextColumnBuilder;
import tech.tablesaw.columns.Column;

/// Collects a text column. DuckDB's vector holds 16 bytes a text: its length in four bytes, then
/// either up to twelve bytes of UTF-8, the rest zero, or four bytes and the address of all. So a
/// short text is found among those known by two longs, and becomes a String once only.
final class TextSink implements ColumnSink {
  private static final int INLINE_BYTES = 12;
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED;

  /// All memory: long texts lie outside the vector.
  @SuppressWarnings("restricted")
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final String name;
  private final int[] codes;
  private final List<String> texts = new ArrayList<>();

  // Open addressing with linear probing; a slot is two longs of `keys` and a code, free where the
  // code is MISSING.
  private long[] keys = new long[2 * 64];
  private int[] slotCodes = new int[64];
  private int shortTexts;

  // The same for long texts, with a hash instead of the text itself.
  private long[] longHashes = new long[64];
  private int[] longCodes = new int[64];
  private int longTexts;

  TextSink(String name, int rows) {
    this.name = name;
    this.codes = new int[rows];
    Arrays.fill(slotCodes, TextColumnBuilder.MISSING);
    Arrays.fill(longCodes, TextColumnBuilder.MISSING);
  }

  @Override
  public void take(ByteBuffer data, @Nullable ByteBuffer valid, int at, int count) {
    for (int i = 0; i < count; i++) {
      codes[at + i] = ColumnSink.isNull(valid, i) ? TextColumnBuilder.MISSING : code(data, i << 4);
    }
  }

  @Override
  public Column<?> finish() {
    return TextColumnBuilder.column(name, codes, texts);
  }

  private int code(ByteBuffer data, int offset) {
    int length = data.getInt(offset);
    if (length == 0) {
      return TextColumnBuilder.MISSING;
    }
    return length <= INLINE_BYTES
        ? shortCode(data, offset, length)
        : longCode(data.getLong(offset + 8), length);
  }

  private int shortCode(ByteBuffer data, int offset, int length) {
    long low = data.getLong(offset);
    long high = data.getLong(offset + 8);
    int slot = slot(low, high);
    if (slotCodes[slot] != TextColumnBuilder.MISSING) {
      return slotCodes[slot];
    }
    byte[] bytes = new byte[length];
    data.get(offset + 4, bytes);
    int code = add(new String(bytes, StandardCharsets.UTF_8));
    keys[2 * slot] = low;
    keys[2 * slot + 1] = high;
    slotCodes[slot] = code;
    if (++shortTexts * 2 > slotCodes.length) {
      grow();
    }
    return code;
  }

  /// The slot that holds the text, or the free one where it belongs.
  private int slot(long low, long high) {
    long mixed = (low * 0x9E3779B97F4A7C15L ^ high) * 0xC2B2AE3D27D4EB4FL;
    int mask = slotCodes.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (slotCodes[slot] != TextColumnBuilder.MISSING
        && (keys[2 * slot] != low || keys[2 * slot + 1] != high)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCodes = slotCodes;
    keys = new long[oldKeys.length * 2];
    slotCodes = new int[oldCodes.length * 2];
    Arrays.fill(slotCodes, TextColumnBuilder.MISSING);
    for (int i = 0; i < oldCodes.length; i++) {
      if (oldCodes[i] != TextColumnBuilder.MISSING) {
        int slot = slot(oldKeys[2 * i], oldKeys[2 * i + 1]);
        keys[2 * slot] = oldKeys[2 * i];
        keys[2 * slot + 1] = oldKeys[2 * i + 1];
        slotCodes[slot] = oldCodes[i];
      }
    }
  }

  /// Found by a hash of its bytes, then compared: a text seen before is not made a String again.
  private int longCode(long address, int length) {
    long hash = hash(address, length);
    int mask = longCodes.length - 1;
    int slot = (int) (hash >>> 32) & mask;
    while (longCodes[slot] != TextColumnBuilder.MISSING) {
      if (longHashes[slot] == hash && isText(texts.get(longCodes[slot]), address, length)) {
        return longCodes[slot];
      }
      slot = slot + 1 & mask;
    }
    int code = add(longText(address, length));
    longHashes[slot] = hash;
    longCodes[slot] = code;
    if (++longTexts * 2 > longCodes.length) {
      growLong();
    }
    return code;
  }

  private static long hash(long address, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      hash = mixed(hash ^ MEMORY.get(WORD, address + i));
    }
    for (; i < length; i++) {
      hash = mixed(hash ^ MEMORY.get(ValueLayout.JAVA_BYTE, address + i));
    }
    return hash;
  }

  private static long mixed(long hash) {
    long product = hash * 0xC2B2AE3D27D4EB4FL;
    return product ^ product >>> 29;
  }

  private static boolean isText(String text, long address, int length) {
    for (int i = 0; i < length; i++) {
      byte b = MEMORY.get(ValueLayout.JAVA_BYTE, address + i);
      if (b < 0) {
        return text.equals(longText(address, length));
      }
      if (i >= text.length() || text.charAt(i) != b) {
        return false;
      }
    }
    return text.length() == length;
  }

  private void growLong() {
    long[] oldHashes = longHashes;
    int[] oldCodes = longCodes;
    longHashes = new long[oldHashes.length * 2];
    longCodes = new int[oldCodes.length * 2];
    Arrays.fill(longCodes, TextColumnBuilder.MISSING);
    int mask = longCodes.length - 1;
    for (int i = 0; i < oldCodes.length; i++) {
      if (oldCodes[i] != TextColumnBuilder.MISSING) {
        int slot = (int) (oldHashes[i] >>> 32) & mask;
        while (longCodes[slot] != TextColumnBuilder.MISSING) {
          slot = slot + 1 & mask;
        }
        longHashes[slot] = oldHashes[i];
        longCodes[slot] = oldCodes[i];
      }
    }
  }

  private static String longText(long address, int length) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(MEMORY, ValueLayout.JAVA_BYTE, address, bytes, 0, length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int add(String text) {
    texts.add(text);
    return texts.size() - 1;
  }
}
