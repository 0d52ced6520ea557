package org.segql.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.NumberText;
import tech.tablesaw.columns.Column;

/// A column as people see it.
///
/// @param arrows the column whose signs are shown as arrows beside this one's values
/// @param fullBar the value of a full bar
record ShownColumn(
    String name,
    ColumnFormat format,
    Column<?> values,
    @Nullable Column<?> arrows,
    double fullBar) {

  /// The columns of a table that are shown, in order.
  static List<ShownColumn> of(Part.TablePart part) {
    var hidden = new ArrayList<String>();
    for (ColumnFormat format : part.formats()) {
      if (format instanceof ColumnFormat.Marked marked) {
        hidden.add(marked.arrows());
      }
    }
    var shown = new ArrayList<ShownColumn>();
    for (int i = 0; i < part.formats().size(); i++) {
      Column<?> values = part.table().column(i);
      ColumnFormat format = part.formats().get(i);
      if (!hidden.contains(values.name())) {
        Column<?> arrows =
            format instanceof ColumnFormat.Marked marked
                ? part.table().column(marked.arrows())
                : null;
        shown.add(new ShownColumn(values.name(), format, values, arrows, fullBar(format, values)));
      }
    }
    return shown;
  }

  /// Numbers stand to the right.
  boolean toTheRight() {
    return right(format);
  }

  /// Texts may be cut where the width demands it; figures never.
  boolean mayBeCut() {
    return format instanceof ColumnFormat.Words;
  }

  boolean wraps() {
    return format instanceof ColumnFormat.Prose;
  }

  Cell cell(int row) {
    if (values.isMissing(row)) {
      return wraps() ? Cell.words("") : Cell.MISSING;
    }
    Cell cell = cell(format, row);
    return arrows == null ? cell : cell.pointing(RawValue.number(arrows, row));
  }

  private Cell cell(ColumnFormat format, int row) {
    double x = RawValue.number(values, row);
    return switch (format) {
      case ColumnFormat.Significant f -> Cell.words(NumberText.significant(x, f.digits()));
      case ColumnFormat.Decimals f -> Cell.words(NumberText.decimals(x, f.digits()));
      case ColumnFormat.Whole _ -> Cell.words(NumberText.whole(x));
      case ColumnFormat.Plain _ -> Cell.words(Double.isNaN(x) ? text(row) : NumberText.plain(x));
      case ColumnFormat.Percent f -> Cell.words(NumberText.percent(x, f.decimals()));
      case ColumnFormat.Index _ -> Cell.words(NumberText.whole(x));
      case ColumnFormat.PValue _ -> Cell.words(NumberText.pValue(x));
      case ColumnFormat.Moment _,
          ColumnFormat.Words _,
          ColumnFormat.Prose _,
          ColumnFormat.Figure _ ->
          Cell.words(text(row));
      case ColumnFormat.Chip _ ->
          Double.isNaN(x)
              ? Cell.words(text(row))
              : new Cell(NumberText.whole(x), (int) x, Double.NaN, 0, List.of());
      case ColumnFormat.Bar f -> {
        double length = fullBar > 0 ? Math.clamp(x / fullBar, 0, 1) : 0;
        yield new Cell(cell(f.number(), row).text(), -1, length, 0, List.of());
      }
      case ColumnFormat.Histogram _ -> histogram(text(row));
      case ColumnFormat.Arrow _ -> Cell.words("").pointing(x);
      case ColumnFormat.Marked f -> cell(f.number(), row);
    };
  }

  private String text(int row) {
    Object value = RawValue.of(values, row);
    return switch (value) {
      case null -> NumberText.MISSING;
      case Double d -> NumberText.significant(d, 6);
      case Long n -> NumberText.whole(n);
      case LocalDate d -> d.toString();
      case LocalDateTime t -> moment(t);
      case LocalTime t -> t.toString();
      case Instant t -> t.toString();
      default -> value.toString();
    };
  }

  /// To the minute; seconds only where there are any.
  static String moment(LocalDateTime t) {
    return t.toString().replace('T', ' ');
  }

  private static Cell histogram(String text) {
    var counts = new ArrayList<Double>();
    for (String word : text.strip().split("[ ,]+")) {
      try {
        counts.add(Math.max(0, Double.parseDouble(word)));
      } catch (NumberFormatException _) {
        return Cell.words(text);
      }
    }
    return new Cell(text, -1, Double.NaN, 0, List.copyOf(counts));
  }

  private static boolean right(ColumnFormat format) {
    return switch (format) {
      case ColumnFormat.Significant _,
          ColumnFormat.Decimals _,
          ColumnFormat.Whole _,
          ColumnFormat.Plain _,
          ColumnFormat.Percent _,
          ColumnFormat.Index _,
          ColumnFormat.PValue _,
          ColumnFormat.Figure _,
          ColumnFormat.Chip _,
          ColumnFormat.Marked _ ->
          true;
      case ColumnFormat.Bar _ -> true;
      case ColumnFormat.Moment _,
          ColumnFormat.Words _,
          ColumnFormat.Prose _,
          ColumnFormat.Histogram _,
          ColumnFormat.Arrow _ ->
          false;
    };
  }

  private static double fullBar(ColumnFormat format, Column<?> values) {
    if (!(format instanceof ColumnFormat.Bar bar)) {
      return Double.NaN;
    }
    if (bar.full() > 0) {
      return bar.full();
    }
    double largest = 0;
    for (int i = 0; i < values.size(); i++) {
      double x = RawValue.number(values, i);
      largest = x > largest && x < Double.POSITIVE_INFINITY ? x : largest;
    }
    return largest;
  }
}
