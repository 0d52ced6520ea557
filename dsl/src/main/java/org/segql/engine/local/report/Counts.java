package org.segql.engine.local.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.segql.function.Literals;

/// Numbers as sentences show them.
public final class Counts {
  private Counts() {}

  /// `12,345`.
  public static String of(long n) {
    StringBuilder digits = new StringBuilder(Long.toString(n));
    for (int i = digits.length() - 3; i > (n < 0 ? 1 : 0); i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /// `1 row`, `12,345 rows`.
  public static String of(long n, String noun) {
    return of(n) + " " + noun + (n == 1 ? "" : "s");
  }

  /// Four significant digits, whole numbers whole: `12.35`, `1,235`, `0.01235`.
  public static String figure(double x) {
    if (Double.isNaN(x)) {
      return "–";
    }
    if (Math.abs(x) >= 1000) {
      return of(Math.round(x));
    }
    return Literals.text(new BigDecimal(x).round(new MathContext(3)).doubleValue());
  }

  /// `23.4%`.
  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : Math.round(share * 1000) / 10.0 + "%";
  }
}
