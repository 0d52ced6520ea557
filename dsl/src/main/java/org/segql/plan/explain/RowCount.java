package org.segql.plan.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.segql.diagnostic.NumberText;

/// How many rows there are to be expected.
///
/// @param rows negative: nothing can be told
record RowCount(double rows, Kind kind) {
  static final RowCount UNKNOWN = new RowCount(-1, Kind.ABOUT);

  enum Kind {
    EXACT,
    /// Never more.
    AT_MOST,
    /// By the rules of {@link RowEstimates}.
    ABOUT
  }

  static RowCount exactly(double rows) {
    return new RowCount(rows, Kind.EXACT);
  }

  boolean known() {
    return rows >= 0;
  }

  boolean estimated() {
    return known() && kind == Kind.ABOUT;
  }

  /// A part of the rows, at least one where there are any.
  RowCount part(double share) {
    boolean same = share == 1 || rows <= 0 || kind == Kind.AT_MOST;
    return same ? this : new RowCount(Math.max(1, rows * share), Kind.ABOUT);
  }

  RowCount plus(RowCount other) {
    boolean exact = kind == Kind.EXACT && other.kind == Kind.EXACT;
    return known() && other.known()
        ? new RowCount(rows + other.rows, exact ? Kind.EXACT : Kind.ABOUT)
        : UNKNOWN;
  }

  RowCount limited(long limit) {
    if (!known()) {
      return new RowCount(limit, Kind.AT_MOST);
    }
    return rows <= limit
        ? this
        : new RowCount(limit, kind == Kind.EXACT ? Kind.EXACT : Kind.AT_MOST);
  }

  /// `5,000 rows`, `about 1,700 rows`, `at most 10 rows`; empty where nothing can be told.
  String text() {
    if (!known()) {
      return "";
    }
    String number = kind == Kind.ABOUT ? rounded(rows) : NumberText.whole(Math.round(rows));
    String text = number + (number.equals("1") ? " row" : " rows");
    return switch (kind) {
      case EXACT -> text;
      case AT_MOST -> "at most " + text;
      case ABOUT -> "about " + text;
    };
  }

  /// Two figures, as many as an estimate is good for: `1,700`, `2.4 million`.
  static String rounded(double x) {
    if (x < 1) {
      return "0";
    }
    var two =
        new BigDecimal(x).round(new MathContext(2, RoundingMode.HALF_UP)).stripTrailingZeros();
    for (var big : Big.values()) {
      if (two.doubleValue() >= big.size) {
        var count = two.divide(BigDecimal.valueOf(big.size)).stripTrailingZeros();
        return count.toPlainString() + " " + big.name().toLowerCase(Locale.ROOT);
      }
    }
    return NumberText.whole(two.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  private enum Big {
    TRILLION(1_000_000_000_000L),
    BILLION(1_000_000_000L),
    MILLION(1_000_000L);

    private final long size;

    Big(long size) {
      this.size = size;
    }
  }
}
