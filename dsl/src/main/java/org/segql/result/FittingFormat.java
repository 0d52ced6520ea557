package org.segql.result;

import java.util.Arrays;
import java.util.regex.Pattern;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/// Chooses a column's format by looking at up to a thousand of its values.
final class FittingFormat {
  private static final int LOOKED_AT = 1_000;
  private static final int SIGNIFICANT = 4;
  private static final int MOST_DECIMALS = 6;

  /// Whole numbers that all lie between these are taken for years.
  private static final double FIRST_YEAR = 1500;

  private static final double LAST_YEAR = 2200;

  private static final Pattern IDENTIFIER =
      Pattern.compile("(^|[_ .-])(?i:id|key|code|zip|postcode|nr|no)$|[a-z]Id$|[a-z]ID$");

  private FittingFormat() {}

  static ColumnFormat of(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers) {
      return number(numbers);
    }
    return switch (column.type().name()) {
      case "LOCAL_DATE", "LOCAL_DATE_TIME", "LOCAL_TIME", "INSTANT" -> ColumnFormat.MOMENT;
      case "BOOLEAN", "STRING", "TEXT" -> ColumnFormat.WORDS;
      default -> ColumnFormat.WORDS;
    };
  }

  /// Whether whole numbers between two are labels and no amounts: identifiers by their column's
  /// name, years by their size.
  static boolean labels(String column, double least, double most) {
    return least >= FIRST_YEAR && most <= LAST_YEAR || IDENTIFIER.matcher(column).find();
  }

  /// Enough decimals that three quarters of the values show four significant digits, and no more
  /// than any value has.
  private static ColumnFormat number(NumericColumn<?> column) {
    int rows = column.size();
    int step = Math.max(1, rows / LOOKED_AT);
    double[] sizes = new double[rows / step + 1];
    int n = 0;
    int written = 0;
    for (int i = 0; i < rows; i += step) {
      double x = Math.abs(column.getDouble(i));
      if (x > 0 && x < Double.POSITIVE_INFINITY) {
        sizes[n++] = x;
        written = Math.max(written, decimalsOf(x));
      }
    }
    if (n == 0) {
      return ColumnFormat.WHOLE;
    }
    Arrays.sort(sizes, 0, n);
    if (written == 0) {
      return labels(column.name(), sizes[0], sizes[n - 1])
          ? ColumnFormat.PLAIN
          : ColumnFormat.WHOLE;
    }
    double low = sizes[n / 4];
    if (sizes[n - 1] >= 1e15 || low < 1e-6) {
      return new ColumnFormat.Significant(SIGNIFICANT);
    }
    int wanted = SIGNIFICANT - 1 - (int) Math.floor(Math.log10(low));
    return new ColumnFormat.Decimals(Math.clamp(wanted, 0, Math.min(written, MOST_DECIMALS)));
  }

  /// How many digits after the point a number is written with, up to the most that are shown.
  private static int decimalsOf(double x) {
    double power = 1;
    for (int d = 0; d < MOST_DECIMALS; d++, power *= 10) {
      double scaled = x * power;
      if (Math.abs(scaled - Math.rint(scaled)) <= 1e-9 * scaled) {
        return d;
      }
    }
    return MOST_DECIMALS;
  }
}
