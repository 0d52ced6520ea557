package org.segql.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.Wrapped;

/// A column of a terminal table with its cells and the widths it may take: before the text two
/// cells for a chip, after it two for an arrow or some for a bar.
final class LaidColumn {
  private static final int BAR = 10;
  private static final int SMALL_BAR = 4;
  private static final int LEAST_WORDS = 6;
  private static final int MODEST_WORDS = 12;
  private static final int LEAST_PROSE = 16;

  private final ShownColumn column;
  private final Glyphs glyphs;
  private final String heading;
  private final List<Cell> cells;
  private final String[] texts;
  private final int lead;
  private final int textWidth;
  private int tail;
  private int width;

  LaidColumn(ShownColumn column, int rows, Glyphs glyphs) {
    this.column = column;
    this.glyphs = glyphs;
    this.heading = glyphs.safe(column.name());
    this.cells = IntStream.range(0, rows).mapToObj(column::cell).toList();
    this.texts = cells.stream().map(this::text).toArray(String[]::new);
    this.lead = cells.stream().anyMatch(c -> c.segment() >= 0) ? 2 : 0;
    this.textWidth = Arrays.stream(texts).mapToInt(Cells::width).max().orElse(0);
    this.tail = tailOf();
    this.width = Math.max(content(), Cells.width(heading));
  }

  int width() {
    return width;
  }

  boolean isKey() {
    return column.format() instanceof ColumnFormat.Words
        || column.format() instanceof ColumnFormat.Chip;
  }

  /// The narrowest that still says something: figures whole, texts their beginning, headings their
  /// longest word.
  int least() {
    int bar = tail > 2 ? SMALL_BAR + 1 : tail;
    int text = column.mayBeCut() ? LEAST_WORDS : column.wraps() ? LEAST_PROSE : textWidth;
    return Math.max(lead + Math.min(text, textWidth) + bar, Math.min(6, Cells.width(heading)));
  }

  /// Gives up to `spare` cells away, and says how many: first the heading's, then the bar's, then
  /// the text's, then what hurts: words of the heading, all but the beginning of the text.
  int giveUp(int spare, Step step) {
    int before = width;
    switch (step) {
      case HEADING -> width = Math.max(width - spare, Math.max(content(), longestWord()));
      case BAR -> shortenBar(spare, SMALL_BAR + 1);
      case TEXT -> {
        if (column.mayBeCut() || column.wraps()) {
          width = Math.max(width - spare, Math.min(width, Math.max(least(), MODEST_WORDS)));
        }
      }
      case NO_BAR -> shortenBar(spare, 0);
      case REST -> width = Math.max(width - spare, Math.min(width, least()));
    }
    return before - width;
  }

  /// Asked again it gives what the shorter bar has left free.
  private void shortenBar(int spare, int most) {
    if (column.format() instanceof ColumnFormat.Bar) {
      tail = Math.min(tail, most);
      width = Math.max(width - spare, Math.max(content(), longestWord()));
    }
  }

  private int longestWord() {
    return Math.min(width, headingWords().stream().mapToInt(Cells::width).max().orElse(0));
  }

  /// What a column can give up, in the order in which it is asked for.
  enum Step {
    HEADING,
    BAR,
    TEXT,
    NO_BAR,
    REST
  }

  static final Comparator<LaidColumn> WIDEST =
      Comparator.comparingInt(LaidColumn::width).reversed();

  /// The heading's lines: broken at blanks and underscores where the column is narrower.
  List<String> headingLines() {
    if (Cells.width(heading) <= width) {
      return List.of(heading);
    }
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : headingWords()) {
      if (!line.isEmpty() && Cells.width(line + word.stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().stripTrailing());
    return lines.stream().limit(5).map(l -> glyphs.cut(l, width)).toList();
  }

  String headingLine(String line) {
    return glyphs.bold(
        column.toTheRight() ? Cells.padLeft(line, width) : Cells.padRight(line, width));
  }

  /// The lines of a cell, each as wide as the column.
  List<String> lines(int row) {
    Cell cell = cells.get(row);
    int room = Math.max(1, width - lead - tail);
    if (column.wraps() && !cell.missing()) {
      return Wrapped.lines(texts[row], room).stream().map(l -> Cells.padRight(l, width)).toList();
    }
    return List.of(dressed(row, room));
  }

  /// A cell without padding, for tables turned sideways.
  String bare(int row) {
    Cell cell = cells.get(row);
    String chip = cell.segment() >= 0 ? glyphs.chip(cell.segment()) + " " : "";
    String tailText =
        !Double.isNaN(cell.bar()) && tail > 2
            ? " " + glyphs.bar(cell.bar(), SMALL_BAR)
            : cell.arrow() != 0 ? " " + glyphs.arrow(cell.arrow()) : "";
    return (chip + texts[row] + tailText).stripTrailing();
  }

  String heading() {
    return heading;
  }

  private String dressed(int row, int room) {
    Cell cell = cells.get(row);
    String text = texts[row];
    if (cell.arrow() != 0 && text.isEmpty()) {
      return Cells.padRight("", (width - 1) / 2)
          + glyphs.arrow(cell.arrow())
          + " ".repeat(width - 1 - (width - 1) / 2);
    }
    text = column.mayBeCut() ? glyphs.cut(text, room) : text;
    text = column.toTheRight() ? Cells.padLeft(text, room) : Cells.padRight(text, room);
    if (cell.missing()) {
      text = glyphs.quiet(text);
    }
    if (lead > 0) {
      int blanks = text.length() - text.stripLeading().length();
      String chip = cell.segment() >= 0 ? glyphs.chip(cell.segment()) : " ";
      text = " ".repeat(blanks) + chip + " " + text.substring(blanks);
    }
    return text + tailText(cell);
  }

  private String tailText(Cell cell) {
    if (tail == 0) {
      return "";
    }
    if (tail == 2) {
      return " " + glyphs.arrow(cell.arrow());
    }
    return " "
        + (Double.isNaN(cell.bar()) ? " ".repeat(tail - 1) : glyphs.bar(cell.bar(), tail - 1));
  }

  private String text(Cell cell) {
    return cell.missing()
        ? glyphs.missing()
        : cell.counts().isEmpty() ? glyphs.safe(cell.text()) : glyphs.histogram(cell.counts());
  }

  private int tailOf() {
    if (column.format() instanceof ColumnFormat.Bar) {
      return BAR + 1;
    }
    return column.arrows() != null ? 2 : 0;
  }

  private int content() {
    return lead + textWidth + tail;
  }

  private List<String> headingWords() {
    return List.of(heading.split("(?<=[ _\\-/])"));
  }
}
