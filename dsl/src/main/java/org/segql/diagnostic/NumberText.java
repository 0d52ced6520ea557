package org.segql.diagnostic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as tables and sentences show them: plain digits, a point, thousands parted by commas,
/// the same in every locale. Halves are rounded away from zero. Missing and infinite values give
/// `–`.
public final class NumberText {
  /// What stands for a missing value wherever people read.
  public static final String MISSING = "–";

  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private NumberText() {}

  /// With exactly so many digits after the point: `decimals(1234.5, 2)` is 1,234.50.
  public static String decimals(double x, int digits) {
    if (!Double.isFinite(x)) {
      return MISSING;
    }
    double size = Math.abs(x);
    if (size >= 1e15) {
      return scientific(x, 4);
    }
    double product = digits < POWERS.length ? size * POWERS[digits] : Double.POSITIVE_INFINITY;
    boolean sure = product < 1e12 && Math.abs(product - Math.floor(product) - 0.5) > 1e-3;
    if (!sure) {
      return exact(x, digits);
    }
    long scaled = Math.round(product);
    var out = new StringBuilder(24);
    if (x < 0 && scaled > 0) {
      out.append('-');
    }
    group(scaled / POWERS[digits], out);
    if (digits > 0) {
      String fraction = Long.toString(scaled % POWERS[digits]);
      out.append('.').repeat('0', digits - fraction.length()).append(fraction);
    }
    return out.toString();
  }

  public static String whole(double x) {
    return decimals(x, 0);
  }

  /// A whole number without commas.
  public static String plain(double x) {
    return whole(x).replace(",", "");
  }

  public static String whole(long n) {
    var out = new StringBuilder(24);
    if (n == Long.MIN_VALUE) {
      return "-9,223,372,036,854,775,808";
    }
    if (n < 0) {
      out.append('-');
    }
    group(Math.abs(n), out);
    return out.toString();
  }

  /// With so many significant digits, digits before the point never dropped, zeros at the end left
  /// out: 1,235; 12.35; 0.01235; 1.2e-9.
  public static String significant(double x, int digits) {
    if (!Double.isFinite(x)) {
      return MISSING;
    }
    if (x == 0) {
      return "0";
    }
    double size = Math.abs(x);
    if (size >= 1e15 || size < 1e-5) {
      return scientific(x, digits);
    }
    int before = (int) Math.floor(Math.log10(size)) + 1;
    String text = decimals(x, Math.clamp(digits - before, 0, 9));
    int end = text.length();
    if (text.indexOf('.') > 0) {
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      if (text.charAt(end - 1) == '.') {
        end--;
      }
    }
    return text.substring(0, end);
  }

  /// Four significant digits: what sentences want.
  public static String of(double x) {
    return significant(x, 4);
  }

  /// Three significant digits, as the tables of a profile have them: 1,235; 12.4; 0.0124.
  public static String figure(double x) {
    return significant(x, 3);
  }

  /// `23.4%`.
  public static String percent(double share) {
    return percent(share, 1);
  }

  /// A fraction of one as per cent: `percent(0.234, 1)` is 23.4%.
  public static String percent(double share, int decimals) {
    return Double.isFinite(share) ? decimals(share * 100, decimals) + "%" : MISSING;
  }

  /// A probability of error: three decimals, below 0.001 only that it is.
  public static String pValue(double p) {
    return Double.isFinite(p) && p < 0.0005 ? "<0.001" : decimals(p, 3);
  }

  /// A noun after its number: `1 row`, `5,000 rows`.
  public static String count(long n, String noun) {
    return count(n, noun, noun + "s");
  }

  /// A noun whose plural is irregular: `1 leaf`, `2 leaves`.
  public static String count(long n, String one, String many) {
    return whole(n) + " " + (n == 1 ? one : many);
  }

  private static void group(long n, StringBuilder out) {
    String digits = Long.toString(n);
    int first = digits.length() % 3;
    out.append(digits, 0, first);
    for (int i = first; i < digits.length(); i += 3) {
      if (i > 0) {
        out.append(',');
      }
      out.append(digits, i, i + 3);
    }
  }

  /// By way of the decimal form, where a product of doubles could fall on the wrong side of a half.
  private static String exact(double x, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(x).setScale(digits, RoundingMode.HALF_UP);
    var out = new StringBuilder(32);
    if (rounded.signum() < 0) {
      out.append('-');
    }
    String plain = rounded.abs().toPlainString();
    int point = digits > 0 ? plain.indexOf('.') : plain.length();
    group(Long.parseLong(plain.substring(0, point)), out);
    return out.append(plain, point, plain.length()).toString();
  }

  private static String scientific(double x, int digits) {
    var rounded =
        new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
