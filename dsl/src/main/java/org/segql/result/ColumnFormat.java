package org.segql.result;

import tech.tablesaw.columns.Column;

/// How a column's values are shown to people. CSV and JSON give the raw values whatever the format.
/// A missing value is shown as `–`, a missing sentence as nothing.
public sealed interface ColumnFormat {

  /// A number with that many significant digits each, digits before the point never dropped: 1,235
  /// 12.35 0.01235. For columns whose cells have different units.
  record Significant(int digits) implements ColumnFormat {}

  /// A number with that many digits after the point: 1,234.50.
  record Decimals(int digits) implements ColumnFormat {}

  /// A whole number: 1,234.
  record Whole() implements ColumnFormat {}

  /// A whole number that is a label, not an amount: 2026, 100001.
  record Plain() implements ColumnFormat {}

  /// A fraction of one as per cent: 0.234 is 23.4%.
  record Percent(int decimals) implements ColumnFormat {}

  /// An index, 100 = average: 118.
  record Index() implements ColumnFormat {}

  /// A probability of error: 0.034, below 0.001 `<0.001`.
  record PValue() implements ColumnFormat {}

  /// A date or a date and time, as ISO writes them.
  record Moment() implements ColumnFormat {}

  /// A text or a truth value; cut with `…` where the width demands it.
  record Words() implements ColumnFormat {}

  /// A text that may be long: broken over lines where the width demands it, never cut.
  record Prose() implements ColumnFormat {}

  /// A text that is a figure already formatted: to the right, never cut.
  record Figure() implements ColumnFormat {}

  /// A segment's number beside a chip in the segment's colour; 0 is noise.
  record Chip() implements ColumnFormat {}

  /// A number and a bar of its size.
  ///
  /// @param full the value of a full bar; NaN: the column's largest
  record Bar(ColumnFormat number, double full) implements ColumnFormat {}

  /// A small histogram from a text of counts parted by blanks: `3 8 12 4` is ▂▅█▃.
  record Histogram() implements ColumnFormat {}

  /// A number's sign as an arrow: above 0 ↑, below 0 ↓, 0 nothing.
  record Arrow() implements ColumnFormat {}

  /// A number followed by the arrow of the same row's number in another column, which is then not
  /// shown by itself.
  record Marked(ColumnFormat number, String arrows) implements ColumnFormat {}

  ColumnFormat WHOLE = new Whole();
  ColumnFormat PLAIN = new Plain();
  ColumnFormat PERCENT = new Percent(1);
  ColumnFormat INDEX = new Index();
  ColumnFormat P_VALUE = new PValue();
  ColumnFormat MOMENT = new Moment();
  ColumnFormat WORDS = new Words();
  ColumnFormat PROSE = new Prose();
  ColumnFormat FIGURE = new Figure();
  ColumnFormat CHIP = new Chip();
  ColumnFormat HISTOGRAM = new Histogram();
  ColumnFormat ARROW = new Arrow();

  /// Whether a column's whole numbers between two are labels (identifiers, years): they are shown
  /// without commas.
  static boolean labels(String column, double least, double most) {
    return FittingFormat.labels(column, least, most);
  }

  static ColumnFormat significant(int digits) {
    return new Significant(digits);
  }

  static ColumnFormat decimals(int digits) {
    return new Decimals(digits);
  }

  /// A share as per cent with a bar whose full length is the column's largest.
  static ColumnFormat shareBar() {
    return new Bar(PERCENT, Double.NaN);
  }

  /// The format that suits a column's type and values: numbers get as many decimals as they have,
  /// up to four significant digits; years and identifiers are not parted by commas.
  static ColumnFormat fitting(Column<?> column) {
    return FittingFormat.of(column);
  }
}
