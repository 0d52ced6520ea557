package org.segql.engine.local;

import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.strings.DictionaryMap;
import tech.tablesaw.selection.BitmapBackedSelection;
import tech.tablesaw.selection.Selection;

/// A text column with very many different texts, as identifiers are: an array of codes and a list
/// of texts. Tablesaw's own map for them keeps three hash tables, which takes several times the
/// room and time.
final class ManyTexts implements DictionaryMap {
  private static final int MISSING = Integer.MAX_VALUE;

  private int[] codes;
  private int size;
  private final List<String> texts;
  private @Nullable Object2IntOpenHashMap<String> known;

  /// @param codes an index into `texts` or a negative number; the array is kept
  /// @param texts distinct, none empty
  ManyTexts(int[] codes, List<String> texts) {
    this.codes = codes;
    this.size = codes.length;
    this.texts = new ArrayList<>(texts);
  }

  /// The code of a text; -1 where no row has it.
  private int code(String text) {
    if (known == null) {
      known = new Object2IntOpenHashMap<>(texts.size());
      known.defaultReturnValue(-1);
      for (int i = 0; i < texts.size(); i++) {
        known.put(texts.get(i), i);
      }
    }
    return known.getInt(text);
  }

  private int added(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return -1;
    }
    int code = code(text);
    if (code < 0) {
      code = texts.size();
      texts.add(text);
      if (known != null) {
        known.put(text, code);
      }
    }
    return code;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int getKeyAtIndex(int row) {
    return codes[row] < 0 ? MISSING : codes[row];
  }

  @Override
  public int getKeyForIndex(int row) {
    return getKeyAtIndex(row);
  }

  @Override
  public String getValueForKey(int key) {
    return key == MISSING ? "" : texts.get(key);
  }

  @Override
  public String getValueForIndex(int row) {
    return codes[row] < 0 ? "" : texts.get(codes[row]);
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] < 0;
  }

  @Override
  public int countMissing() {
    return (int) rows().filter(c -> c < 0).count();
  }

  @Override
  public int countOccurrences(String text) {
    int code = text.isEmpty() ? -1 : code(text);
    return code < 0 && !text.isEmpty()
        ? 0
        : (int) rows().filter(c -> c == code || c < 0 && code < 0).count();
  }

  @Override
  public int countUnique() {
    return (int) rows().map(c -> Math.max(c, -1)).distinct().count();
  }

  @Override
  public Set<String> asSet() {
    var used = new HashSet<String>();
    for (int i = 0; i < size; i++) {
      used.add(getValueForIndex(i));
    }
    return used;
  }

  @Override
  public int firstIndexOf(String text) {
    for (int i = 0; i < size; i++) {
      if (getValueForIndex(i).equals(text)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String[] asObjectArray() {
    return IntStream.range(0, size).mapToObj(this::getValueForIndex).toArray(String[]::new);
  }

  @Override
  public Selection selectIsIn(String... wanted) {
    return selectIsIn(Arrays.asList(wanted));
  }

  @Override
  public Selection selectIsIn(Collection<String> wanted) {
    var set = new HashSet<>(wanted);
    Selection rows = new BitmapBackedSelection();
    for (int i = 0; i < size; i++) {
      if (set.contains(getValueForIndex(i))) {
        rows.add(i);
      }
    }
    return rows;
  }

  @Override
  public Selection isEqualTo(String text) {
    return selectIsIn(text);
  }

  @Override
  public void append(@Nullable String text) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, Math.max(16, size + (size >> 1)));
    }
    codes[size++] = added(text);
  }

  @Override
  public void appendMissing() {
    append("");
  }

  @Override
  public void set(int row, @Nullable String text) {
    codes[row] = added(text);
  }

  @Override
  public void clear() {
    size = 0;
    texts.clear();
    known = null;
  }

  @Override
  public void sortAscending() {
    sort(Comparator.naturalOrder());
  }

  @Override
  public void sortDescending() {
    sort(Comparator.reverseOrder());
  }

  private void sort(Comparator<String> order) {
    codes =
        rows()
            .boxed()
            .sorted(Comparator.comparing(c -> c < 0 ? "" : texts.get(c), order))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private IntStream rows() {
    return Arrays.stream(codes, 0, size);
  }

  @Override
  public Table countByCategory(String columnName) {
    var counts = new Int2IntLinkedOpenHashMap();
    rows().forEach(c -> counts.addTo(Math.max(c, -1), 1));
    StringColumn categories = StringColumn.create("Category");
    IntColumn numbers = IntColumn.create("Count");
    counts.forEach(
        (code, count) -> {
          categories.append(code < 0 ? "" : texts.get(code));
          numbers.append(count);
        });
    return Table.create("Column: " + columnName, categories, numbers);
  }

  @Override
  public List<BooleanColumn> getDummies() {
    throw new UnsupportedOperationException("a column for each of more than 65,000 texts");
  }

  @Override
  public byte[] asBytes(int row) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(getKeyAtIndex(row)).array();
  }

  @Override
  public Iterator<String> iterator() {
    return IntStream.range(0, size).mapToObj(this::getValueForIndex).iterator();
  }

  @Override
  public DictionaryMap promoteYourself() {
    return this;
  }

  @Override
  public int nextKeyWithoutIncrementing() {
    return texts.size();
  }

  @Override
  public boolean canPromoteToText() {
    return false;
  }
}
