package org.segql.engine.local.eval;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.segql.engine.local.eval.Vector.Booleans;
import org.segql.engine.local.eval.Vector.Numbers;
import org.segql.engine.local.eval.Vector.Texts;
import org.segql.function.Literals;
import org.segql.function.ScalarFunction;

/// Functions of texts; those of one text work on its dictionary.
final class TextFunctions {
  private TextFunctions() {}

  static Vector call(ScalarFunction function, List<Vector> a) {
    return switch (function) {
      case LOWER -> Dictionary.map((Texts) a.getFirst(), s -> s.toLowerCase(Locale.ROOT));
      case UPPER -> Dictionary.map((Texts) a.getFirst(), s -> s.toUpperCase(Locale.ROOT));
      case TRIM -> Dictionary.map((Texts) a.getFirst(), String::strip);
      case LENGTH -> length((Texts) a.getFirst());
      case SUBSTRING -> substring(a);
      case CONCAT -> concat(a);
      case REPLACE -> replace((Texts) a.get(0), (Texts) a.get(1), (Texts) a.get(2));
      case LIKE -> like((Texts) a.get(0), (Texts) a.get(1));
      case CONTAINS -> test((Texts) a.get(0), (Texts) a.get(1), String::contains);
      case STARTS_WITH -> test((Texts) a.get(0), (Texts) a.get(1), String::startsWith);
      case ENDS_WITH -> test((Texts) a.get(0), (Texts) a.get(1), String::endsWith);
      default -> throw new IllegalArgumentException(function + " is no function of texts");
    };
  }

  private static Numbers length(Texts x) {
    double[] out = new double[x.size()];
    for (int i = 0; i < out.length; i++) {
      String s = x.text(i);
      out[i] = x.missing(i) ? Double.NaN : s.codePointCount(0, s.length());
    }
    return new Numbers(out);
  }

  private static Texts substring(List<Vector> a) {
    Texts x = (Texts) a.getFirst();
    double[] from = ((Numbers) a.get(1)).values();
    double[] count = a.size() > 2 ? ((Numbers) a.get(2)).values() : null;
    var dictionary = new Dictionary();
    int[] codes = new int[x.size()];
    for (int i = 0; i < codes.length; i++) {
      boolean missing =
          x.missing(i) || Double.isNaN(from[i]) || count != null && Double.isNaN(count[i]);
      codes[i] =
          missing ? -1 : dictionary.code(part(x.text(i), from[i], count == null ? 1e9 : count[i]));
    }
    return new Texts(codes, dictionary.texts());
  }

  private static String part(String s, double from, double count) {
    int[] points = s.codePoints().toArray();
    int start = (int) Math.max(0, Math.min(points.length, from - 1));
    int end = (int) Math.max(start, Math.min(points.length, from - 1 + count));
    return new String(points, start, end - start);
  }

  /// Values as CONCAT and TEXT write them.
  static Texts asTexts(Vector v) {
    if (v instanceof Texts t) {
      return new Texts(t.codes(), t.dictionary());
    }
    var dictionary = new Dictionary();
    int[] codes = new int[v.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = v.missing(i) ? -1 : dictionary.code(text(v, i));
    }
    return new Texts(codes, dictionary.texts());
  }

  private static String text(Vector vector, int row) {
    return switch (vector) {
      case Numbers v -> Literals.text(v.values()[row]);
      case Texts v -> v.text(row);
      case Booleans v -> v.values()[row] == 1 ? "true" : "false";
      case Vector.Dates v -> DateFunctions.date(v.packed()[row]).toString();
      case Vector.Moments v -> DateFunctions.text(v.packed()[row]);
    };
  }

  private static Texts concat(List<Vector> a) {
    List<Texts> parts = a.stream().map(TextFunctions::asTexts).toList();
    var dictionary = new Dictionary();
    int[] codes = new int[parts.getFirst().size()];
    var line = new StringBuilder();
    for (int i = 0; i < codes.length; i++) {
      line.setLength(0);
      for (Texts part : parts) {
        line.append(part.text(i));
      }
      codes[i] = dictionary.code(line.toString());
    }
    return new Texts(codes, dictionary.texts());
  }

  private static Texts replace(Texts x, Texts what, Texts by) {
    var dictionary = new Dictionary();
    int[] codes = new int[x.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] =
          x.missing(i)
              ? -1
              : what.missing(i)
                  ? dictionary.code(x.text(i))
                  : dictionary.code(x.text(i).replace(what.text(i), by.text(i)));
    }
    return new Texts(codes, dictionary.texts());
  }

  private static Booleans test(Texts x, Texts y, BiPredicate<String, String> holds) {
    byte[] out = new byte[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          x.missing(i) || y.missing(i)
              ? Vector.UNKNOWN
              : (byte) (holds.test(x.text(i), y.text(i)) ? 1 : 0);
    }
    return new Booleans(out);
  }

  private static Booleans like(Texts x, Texts pattern) {
    Pattern[] patterns = new Pattern[pattern.dictionary().length];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = pattern(pattern.dictionary()[i]);
    }
    byte[] out = new byte[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          x.missing(i) || pattern.missing(i)
              ? Vector.UNKNOWN
              : (byte) (patterns[pattern.codes()[i]].matcher(x.text(i)).matches() ? 1 : 0);
    }
    return new Booleans(out);
  }

  /// `%` is any characters, `_` one; everything else itself.
  static Pattern pattern(String like) {
    var regex = new StringBuilder();
    like.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
