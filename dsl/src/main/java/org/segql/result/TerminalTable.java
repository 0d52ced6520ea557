package org.segql.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.NumberText;
import org.segql.diagnostic.Wrapped;

/// Lays a table out for a terminal. A table that is too wide gives up, in this order: long headings
/// (broken over lines), length of bars, the ends of texts, bars, headings. What is still too wide
/// is broken into blocks of columns that repeat the first one; where even that is hopeless, the
/// table is turned sideways.
final class TerminalTable {
  private static final int GAP = 2;
  private static final int LITTLE = 8;
  private static final int MOST_COLUMNS = 100;
  private static final int MOST_BLOCKS = 3;
  private static final int MOST_SIDEWAYS = 10;

  private final Part.TablePart part;
  private final Glyphs glyphs;
  private final int width;
  private final List<String> out = new ArrayList<>();

  TerminalTable(Part.TablePart part, Glyphs glyphs) {
    this.part = part;
    this.glyphs = glyphs;
    this.width = glyphs.style().width();
  }

  List<String> lines() {
    List<ShownColumn> shown = ShownColumn.of(part);
    List<ShownColumn> kept = shown.subList(0, Math.min(shown.size(), MOST_COLUMNS));
    int rows = shownRows(part, glyphs.style().rowLimit());
    List<LaidColumn> columns = laid(kept, rows);
    if (glyphs.style().sideways()) {
      rows(columns, rows);
    } else if (fit(columns)) {
      block(columns, rows);
    } else if (!blocks(roomy(laid(kept, rows)), rows) && !blocks(columns, rows)) {
      rows(columns, rows);
    }
    if (shown.size() > kept.size()) {
      out.add(
          glyphs.quiet(kept.size() + " of " + NumberText.whole(shown.size()) + " columns shown"));
    }
    return out;
  }

  private List<LaidColumn> laid(List<ShownColumn> columns, int rows) {
    return columns.stream().map(c -> new LaidColumn(c, rows, glyphs)).toList();
  }

  /// Columns for blocks: only long headings are broken, and texts that would take half of the width
  /// are cut.
  private List<LaidColumn> roomy(List<LaidColumn> columns) {
    for (LaidColumn column : columns) {
      column.giveUp(Integer.MAX_VALUE / 2, LaidColumn.Step.HEADING);
      column.giveUp(Math.max(0, column.width() - width / 2), LaidColumn.Step.TEXT);
    }
    return columns;
  }

  /// A table a little longer than the limit is shown whole.
  static int shownRows(Part.TablePart part, int limit) {
    int rows = part.table().rowCount();
    return rows <= 2L * limit ? rows : limit;
  }

  /// The sentence that says what is left out; empty where nothing is.
  static String more(int rows, long total) {
    return rows == total
        ? ""
        : NumberText.whole(rows) + " of " + NumberText.count(total, "row") + " shown";
  }

  /// Makes the columns narrow enough, if it can; gives up what hurts only where little of it is
  /// enough.
  private boolean fit(List<LaidColumn> columns) {
    int excess = total(columns) - width;
    for (var step : LaidColumn.Step.values()) {
      boolean hurts = step == LaidColumn.Step.NO_BAR || step == LaidColumn.Step.REST;
      if (hurts && excess > LITTLE && columns.size() > 2) {
        return false;
      }
      excess = shrink(columns, excess, step);
    }
    return excess <= 0;
  }

  private static int shrink(List<LaidColumn> columns, int excess, LaidColumn.Step step) {
    int rest = excess;
    int before = rest + 1;
    while (rest > 0 && rest < before) {
      before = rest;
      int fair = Math.max(1, rest / columns.size());
      for (LaidColumn column : columns.stream().sorted(LaidColumn.WIDEST).toList()) {
        rest -= rest > 0 ? column.giveUp(Math.min(fair, rest), step) : 0;
      }
    }
    return rest;
  }

  private static int total(List<LaidColumn> columns) {
    return columns.stream().mapToInt(LaidColumn::width).sum() + GAP * (columns.size() - 1);
  }

  /// Blocks of columns side by side; false where they would be too many.
  private boolean blocks(List<LaidColumn> columns, int rows) {
    int keys = 0;
    while (keys < Math.min(2, columns.size() - 1) && columns.get(keys).isKey()) {
      keys++;
    }
    List<LaidColumn> key = columns.subList(0, keys);
    int room = width - key.stream().mapToInt(c -> c.width() + GAP).sum();
    var blocks = new ArrayList<List<LaidColumn>>();
    var block = new ArrayList<LaidColumn>();
    for (LaidColumn column : columns.subList(keys, columns.size())) {
      block.add(column);
      if (total(block) > room) {
        block.removeLast();
        blocks.add(List.copyOf(block));
        block.clear();
        block.add(column);
      }
    }
    blocks.add(block);
    boolean hopeless = blocks.stream().anyMatch(b -> b.isEmpty() || total(b) > room);
    if (hopeless || blocks.size() > MOST_BLOCKS) {
      return false;
    }
    for (int i = 0; i < blocks.size(); i++) {
      var all = new ArrayList<>(key);
      all.addAll(blocks.get(i));
      if (i > 0) {
        out.add("");
      }
      block(all, rows);
    }
    return true;
  }

  private void block(List<LaidColumn> columns, int rows) {
    List<List<String>> headings = columns.stream().map(LaidColumn::headingLines).toList();
    int height = headings.stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < height; i++) {
      var line = new ArrayList<String>();
      for (int c = 0; c < columns.size(); c++) {
        List<String> heading = headings.get(c);
        int from = i - (height - heading.size());
        line.add(columns.get(c).headingLine(from < 0 ? "" : heading.get(from)));
      }
      add(line);
    }
    add(columns.stream().map(c -> glyphs.rule(c.width())).toList());
    for (int row = 0; row < rows; row++) {
      int r = row;
      List<List<String>> cells = columns.stream().map(c -> c.lines(r)).toList();
      int lines = cells.stream().mapToInt(List::size).max().orElse(1);
      for (int i = 0; i < lines; i++) {
        int l = i;
        add(
            IntStream.range(0, columns.size())
                .mapToObj(
                    c ->
                        l < cells.get(c).size()
                            ? cells.get(c).get(l)
                            : " ".repeat(columns.get(c).width()))
                .toList());
      }
    }
    if (rows == 0) {
      out.add(glyphs.quiet("(no rows)"));
    }
    more(rows);
  }

  /// Every row as a block of lines `name value`.
  private void rows(List<LaidColumn> columns, int rows) {
    int names =
        Math.min(
            columns.stream().mapToInt(c -> Cells.width(c.heading())).max().orElse(0),
            Math.max(4, width / 3));
    int shown = rows <= 2 * MOST_SIDEWAYS || glyphs.style().sideways() ? rows : MOST_SIDEWAYS;
    for (int row = 0; row < shown; row++) {
      String number = " " + NumberText.whole(row + 1L) + " ";
      out.add(
          glyphs.rule(2)
              + number
              + glyphs.rule(Math.max(2, Math.min(width, 40) - 2 - number.length())));
      for (LaidColumn column : columns) {
        String name = Cells.padRight(glyphs.cut(column.heading(), names), names);
        List<String> values = valueLines(column, row, width - names - GAP);
        for (int i = 0; i < values.size(); i++) {
          String first = i == 0 ? glyphs.bold(name) : " ".repeat(names);
          out.add((first + " ".repeat(GAP) + values.get(i)).stripTrailing());
        }
      }
    }
    if (rows == 0) {
      out.add(glyphs.quiet("(no rows)"));
    }
    more(shown);
  }

  private List<String> valueLines(LaidColumn column, int row, int room) {
    String bare = column.bare(row);
    return bare.indexOf('\u001b') >= 0 ? List.of(bare) : Wrapped.lines(bare, room);
  }

  private void more(int rows) {
    String sentence = more(rows, part.totalRows());
    if (!sentence.isEmpty()) {
      Wrapped.lines(sentence, width).forEach(l -> out.add(glyphs.quiet(l)));
    }
  }

  private void add(List<String> cells) {
    out.add(String.join(" ".repeat(GAP), cells).stripTrailing());
  }
}
