package org.segql.engine.local;

import it.unimi.dsi.fastutil.bytes.Byte2IntOpenHashMap;
import it.unimi.dsi.fastutil.bytes.Byte2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ByteOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ShortOpenHashMap;
import it.unimi.dsi.fastutil.shorts.Short2IntOpenHashMap;
import it.unimi.dsi.fastutil.shorts.Short2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.ByteDictionaryMap;
import tech.tablesaw.columns.strings.DictionaryMap;
import tech.tablesaw.columns.strings.ShortDictionaryMap;

/// Makes a text column of codes: each distinct text once, and a small number a row. Codes count up
/// from 0 in the order in which the texts were added.
public final class TextColumnBuilder {
  /// The code of a missing text.
  public static final int MISSING = -1;

  // Tablesaw's keys begin one above the smallest number of the array's type; the largest means
  // missing.
  private static final int BYTE_TEXTS = 254;
  private static final int SHORT_TEXTS = 65_534;

  private final int[] codes;
  private final List<String> texts = new ArrayList<>();
  private final Object2IntOpenHashMap<String> known = new Object2IntOpenHashMap<>();
  private boolean indexed = true;

  /// @param rows the number of rows, all missing to begin with
  public TextColumnBuilder(int rows) {
    codes = new int[rows];
    Arrays.fill(codes, MISSING);
    known.defaultReturnValue(MISSING);
  }

  /// A column of ready codes.
  ///
  /// @param codes for each row an index into `texts`, or {@link #MISSING}; the array is kept
  /// @param texts distinct, none empty
  public static StringColumn column(String name, int[] codes, List<String> texts) {
    return new TextColumnBuilder(codes, texts).build(name);
  }

  private TextColumnBuilder(int[] codes, List<String> texts) {
    this.codes = codes;
    this.texts.addAll(texts);
    this.indexed = false;
  }

  /// The code of a text, new or known. An empty text is missing.
  public int code(String text) {
    if (!indexed) {
      throw new IllegalStateException("a builder of ready codes");
    }
    if (text.isEmpty()) {
      return MISSING;
    }
    int code = known.getInt(text);
    if (code == MISSING) {
      code = texts.size();
      texts.add(text);
      known.put(text, code);
    }
    return code;
  }

  public void set(int row, int code) {
    codes[row] = code;
  }

  public void set(int row, String text) {
    codes[row] = code(text);
  }

  public StringColumn build(String name) {
    int[] counts = new int[texts.size() + 1];
    for (int code : codes) {
      counts[code + 1]++;
    }
    DictionaryMap map =
        texts.size() <= BYTE_TEXTS
            ? bytes(counts)
            : texts.size() <= SHORT_TEXTS ? shorts(counts) : new ManyTexts(codes, texts);
    return StringColumn.createInternal(name, map);
  }

  private DictionaryMap bytes(int[] counts) {
    var keyToText = new Byte2ObjectOpenHashMap<String>(counts.length);
    var textToKey = new Object2ByteOpenHashMap<String>(counts.length);
    var keyToCount = new Byte2IntOpenHashMap(counts.length);
    textToKey.defaultReturnValue(Byte.MIN_VALUE);
    for (int code = MISSING; code < texts.size(); code++) {
      if (counts[code + 1] > 0) {
        byte key = code == MISSING ? Byte.MAX_VALUE : (byte) (Byte.MIN_VALUE + 1 + code);
        String text = code == MISSING ? "" : texts.get(code);
        keyToText.put(key, text);
        textToKey.put(text, key);
        keyToCount.put(key, counts[code + 1]);
      }
    }
    byte[] keys = new byte[codes.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = codes[i] < 0 ? Byte.MAX_VALUE : (byte) (Byte.MIN_VALUE + 1 + codes[i]);
    }
    return new ByteDictionaryMap.ByteDictionaryBuilder()
        .setNextIndex(Byte.MIN_VALUE + texts.size())
        .setKeyToValue(keyToText)
        .setValueToKey(textToKey)
        .setKeyToCount(keyToCount)
        .setValues(keys)
        .build();
  }

  private DictionaryMap shorts(int[] counts) {
    var keyToText = new Short2ObjectOpenHashMap<String>(counts.length);
    var textToKey = new Object2ShortOpenHashMap<String>(counts.length);
    var keyToCount = new Short2IntOpenHashMap(counts.length);
    textToKey.defaultReturnValue(Short.MIN_VALUE);
    for (int code = MISSING; code < texts.size(); code++) {
      if (counts[code + 1] > 0) {
        short key = code == MISSING ? Short.MAX_VALUE : (short) (Short.MIN_VALUE + 1 + code);
        String text = code == MISSING ? "" : texts.get(code);
        keyToText.put(key, text);
        textToKey.put(text, key);
        keyToCount.put(key, counts[code + 1]);
      }
    }
    short[] keys = new short[codes.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = codes[i] < 0 ? Short.MAX_VALUE : (short) (Short.MIN_VALUE + 1 + codes[i]);
    }
    return new ShortDictionaryMap.ShortDictionaryBuilder()
        .setNextIndex(Short.MIN_VALUE + texts.size())
        .setCanPromoteToText(true)
        .setKeyToValue(keyToText)
        .setValueToKey(textToKey)
        .setKeyToCount(keyToCount)
        .setValues(keys)
        .build();
  }
}
