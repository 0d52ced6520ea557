package org.segql.engine.local.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.segql.engine.Progress;
import org.segql.engine.local.Blocks;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.Literals;
import org.segql.function.ScalarFunction;

/// Functions of texts; those of one text work on its dictionary.
final class TextFunctions {
  private TextFunctions() {}

  static Vector call(ScalarFunction function, List<Vector> a, Progress progress) {
    return switch (function) {
      case LOWER -> Dictionary.map((Texts) a.getFirst(), s -> s.toLowerCase(Locale.ROOT));
      case UPPER -> Dictionary.map((Texts) a.getFirst(), s -> s.toUpperCase(Locale.ROOT));
      case TRIM -> Dictionary.map((Texts) a.getFirst(), String::strip);
      case LENGTH -> length((Texts) a.getFirst());
      case SUBSTRING -> substring(a, progress);
      case CONCAT -> concat(a, progress);
      case REPLACE -> replace((Texts) a.get(0), (Texts) a.get(1), (Texts) a.get(2), progress);
      case LIKE -> test((Texts) a.get(0), (Texts) a.get(1), TextFunctions::like, progress);
      case CONTAINS -> test((Texts) a.get(0), (Texts) a.get(1), String::contains, progress);
      case STARTS_WITH -> test((Texts) a.get(0), (Texts) a.get(1), String::startsWith, progress);
      case ENDS_WITH -> test((Texts) a.get(0), (Texts) a.get(1), String::endsWith, progress);
      default -> throw new IllegalArgumentException(function + " is no function of texts");
    };
  }

  private static Numbers length(Texts x) {
    double[] out = new double[x.size()];
    int[] lengths =
        Arrays.stream(x.dictionary()).mapToInt(s -> s.codePointCount(0, s.length())).toArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = x.missing(i) ? Double.NaN : lengths[x.codes()[i]];
    }
    return new Numbers(out);
  }

  private static Texts substring(List<Vector> a, Progress progress) {
    Texts x = (Texts) a.getFirst();
    double[] from = ((Numbers) a.get(1)).values();
    double[] count = a.size() > 2 ? ((Numbers) a.get(2)).values() : null;
    var dictionary = new Dictionary();
    int[] codes = new int[x.size()];
    Blocks.each(
        codes.length,
        progress,
        (first, end) -> {
          for (int i = first; i < end; i++) {
            double length = count == null ? 1e9 : count[i];
            boolean missing = x.missing(i) || Double.isNaN(from[i]) || Double.isNaN(length);
            codes[i] = missing ? -1 : dictionary.code(part(x.text(i), from[i], length));
          }
        });
    return new Texts(codes, dictionary.texts());
  }

  private static String part(String s, double from, double count) {
    int[] points = s.codePoints().toArray();
    int start = (int) Math.max(0, Math.min(points.length, from - 1));
    int end = (int) Math.max(start, Math.min(points.length, from - 1 + count));
    return new String(points, start, end - start);
  }

  /// Values as CONCAT and TEXT write them.
  static Texts asTexts(Vector v, Progress progress) {
    if (v instanceof Texts t) {
      return new Texts(t.codes(), t.dictionary());
    }
    var dictionary = new Dictionary();
    int[] codes = new int[v.size()];
    Blocks.each(
        codes.length,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            codes[i] = v.missing(i) ? -1 : dictionary.code(text(v, i));
          }
        });
    return new Texts(codes, dictionary.texts());
  }

  /// The value of one row.
  static String text(Vector vector, int row) {
    return switch (vector) {
      case Numbers v -> Literals.text(v.values()[row]);
      case Texts v -> v.text(row);
      case Booleans v -> v.values()[row] == 1 ? "true" : "false";
      case Vector.Dates v -> DateFunctions.date(v.packed()[row]).toString();
      case Vector.Moments v -> DateFunctions.text(v.packed()[row]);
    };
  }

  private static Texts concat(List<Vector> a, Progress progress) {
    List<Texts> parts = a.stream().map(v -> asTexts(v, progress)).toList();
    var dictionary = new Dictionary();
    int[] codes = new int[parts.getFirst().size()];
    var line = new StringBuilder();
    Blocks.each(
        codes.length,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            line.setLength(0);
            for (Texts part : parts) {
              line.append(part.text(i));
            }
            codes[i] = dictionary.code(line.toString());
          }
        });
    return new Texts(codes, dictionary.texts());
  }

  private static Texts replace(Texts x, Texts what, Texts by, Progress progress) {
    var dictionary = new Dictionary();
    int[] codes = new int[x.size()];
    Blocks.each(
        codes.length,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            String text = x.text(i);
            codes[i] =
                x.missing(i)
                    ? -1
                    : dictionary.code(
                        what.missing(i) ? text : text.replace(what.text(i), by.text(i)));
          }
        });
    return new Texts(codes, dictionary.texts());
  }

  /// Where one side is the same in every row, the other's different texts are tested once each.
  private static Booleans test(
      Texts x, Texts y, BiPredicate<String, String> holds, Progress progress) {
    byte[] out = new byte[x.size()];
    byte[] known = y.dictionary().length == 1 ? known(x, y.dictionary()[0], holds, progress) : null;
    Blocks.each(
        out.length,
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            out[i] =
                x.missing(i) || y.missing(i)
                    ? Vector.UNKNOWN
                    : known != null
                        ? known[x.codes()[i]]
                        : (byte) (holds.test(x.text(i), y.text(i)) ? 1 : 0);
          }
        });
    return new Booleans(out);
  }

  private static byte[] known(
      Texts x, String y, BiPredicate<String, String> holds, Progress progress) {
    byte[] known = new byte[x.dictionary().length];
    Blocks.each(
        known.length,
        progress,
        (from, to) -> {
          for (int c = from; c < to; c++) {
            known[c] = (byte) (holds.test(x.dictionary()[c], y) ? 1 : 0);
          }
        });
    return known;
  }

  /// `%` is any characters, `_` one; everything else itself. Goes on from the last `%` where
  /// something does not fit, which takes at most the product of the lengths.
  static boolean like(String text, String pattern) {
    int[] t = text.codePoints().toArray();
    int[] p = pattern.codePoints().toArray();
    int at = 0;
    int in = 0;
    int afterAny = -1;
    int again = 0;
    while (at < t.length) {
      if (in < p.length && p[in] == '%') {
        afterAny = ++in;
        again = at;
      } else if (in < p.length && (p[in] == '_' || p[in] == t[at])) {
        in++;
        at++;
      } else if (afterAny >= 0) {
        in = afterAny;
        at = ++again;
      } else {
        return false;
      }
    }
    while (in < p.length && p[in] == '%') {
      in++;
    }
    return in == p.length;
  }
}
