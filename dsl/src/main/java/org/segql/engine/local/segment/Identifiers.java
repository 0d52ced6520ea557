package org.segql.engine.local.segment;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.segql.engine.local.eval.Vector;

/// Which columns tell rows apart and say nothing about them. A number is such a column where
/// * it is called so (`id`, `customer_id`, `customerId`, `Customer ID`) and is whole, or
/// * all its values are different whole numbers, and either they leave few gaps (a running number)
///   or there are so many of them that amounts would have met twice.
///
/// A text is one where it is different in half of all rows, and in more than 50.
public final class Identifiers {
  /// Fewer rows than these tell nothing by being different.
  private static final int FEW = 20;

  /// So many whole numbers that measure something are not all different.
  private static final int MANY = 1_000;

  /// Most columns repeat a value among their first rows, and are done with.
  private static final int LOOK = 2_000;

  private static final Pattern NAME =
      Pattern.compile("(?i:id|uuid|guid)|.*[_\\s.-](?i:id)|.*\\p{Ll}I[dD]");

  private Identifiers() {}

  public static boolean identifies(String name, Vector values) {
    return switch (values) {
      case Vector.Numbers v -> number(name, v.values());
      case Vector.Texts v -> v.dictionary().length > Math.max(50, v.size() / 2);
      case Vector.Booleans _, Vector.Dates _, Vector.Moments _ -> false;
    };
  }

  private static boolean number(String name, double[] x) {
    if (!NAME.matcher(name.strip()).matches()
        && repeats(Arrays.copyOf(x, Math.min(x.length, LOOK)))) {
      return false;
    }
    for (double value : x) {
      if (value != Math.rint(value) && !Double.isNaN(value)) {
        return false;
      }
    }
    double[] sorted = present(x);
    long distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      distinct += i == 0 || sorted[i] > sorted[i - 1] ? 1 : 0;
    }
    return sorted.length > 0
        && number(name, sorted.length, distinct, sorted[0], sorted[sorted.length - 1]);
  }

  private static double[] present(double[] x) {
    return Arrays.stream(x).filter(v -> !Double.isNaN(v)).sorted().toArray();
  }

  private static boolean repeats(double[] x) {
    double[] sorted = present(x);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }

  /// The same of whole numbers whose figures are known.
  ///
  /// @param present how many are not missing
  public static boolean number(
      String name, long present, long distinct, double lowest, double highest) {
    if (distinct > 2 && NAME.matcher(name.strip()).matches()) {
      return true;
    }
    return present > FEW
        && distinct == present
        && (present >= MANY || highest - lowest < 3.0 * present);
  }
}
