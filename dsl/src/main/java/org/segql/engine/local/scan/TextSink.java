package org.segql.engine.local.scan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.TextColumnBuilder;
import tech.tablesaw.columns.Column;

/// Collects a text column. DuckDB's vector holds 16 bytes a text: its length in four bytes, then
/// either up to twelve bytes of UTF-8, the rest zero, or four bytes and the address of all. So a
/// short text is found among those known by two longs, and becomes a String once only.
final class TextSink implements ColumnSink {
  private static final int INLINE_BYTES = 12;

  /// All memory: long texts lie outside the vector.
  @SuppressWarnings("restricted")
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final String name;
  private final int[] codes;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> longTexts = new HashMap<>();

  // Open addressing with linear probing; a slot is two longs of `keys` and a code, free where the
  // code is MISSING.
  private long[] keys = new long[2 * 64];
  private int[] slotCodes = new int[64];
  private int shortTexts;

  TextSink(String name, int rows) {
    this.name = name;
    this.codes = new int[rows];
    Arrays.fill(slotCodes, TextColumnBuilder.MISSING);
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
        : longTexts.computeIfAbsent(longText(data.getLong(offset + 8), length), this::add);
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
