package org.segql.engine.local.eval;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.segql.engine.Progress;

/// Collects different texts and gives each a code.
final class Dictionary {
  private final Map<String, Integer> codes = new LinkedHashMap<>();

  /// The code of a text; -1 for the empty one, which is missing.
  int code(String text) {
    return text.isEmpty() ? -1 : codes.computeIfAbsent(text, _ -> codes.size());
  }

  String[] texts() {
    return codes.keySet().toArray(new String[0]);
  }

  /// Every text replaced by what the function makes of it; "" becomes missing. Works on the
  /// dictionary alone.
  static Vector.Texts map(Vector.Texts from, Function<String, String> change) {
    var to = new Dictionary();
    int[] codeOf = new int[from.dictionary().length];
    for (int i = 0; i < codeOf.length; i++) {
      codeOf[i] = to.code(change.apply(from.dictionary()[i]));
    }
    int[] codes = new int[from.size()];
    for (int i = 0; i < codes.length; i++) {
      int c = from.codes()[i];
      codes[i] = c < 0 ? -1 : codeOf[c];
    }
    return new Vector.Texts(codes, to.texts());
  }

  /// For each code its rank: by the levels of an ordered text, else in Java's order of texts.
  static int[] ranks(Vector.Texts texts, Progress progress) {
    String[] dictionary = texts.dictionary();
    int[] ranks = new int[dictionary.length];
    if (!texts.levels().isEmpty()) {
      var place = new HashMap<String, Integer>();
      List<String> levels = texts.levels();
      for (int i = 0; i < levels.size(); i++) {
        place.put(levels.get(i), i);
      }
      for (int i = 0; i < ranks.length; i++) {
        ranks[i] = place.getOrDefault(dictionary[i], levels.size());
      }
      return ranks;
    }
    int[] order =
        Order.of(dictionary.length, (i, j) -> dictionary[i].compareTo(dictionary[j]), progress);
    for (int r = 0; r < order.length; r++) {
      ranks[order[r]] = r;
    }
    return ranks;
  }

  /// Both in one dictionary, so that equal texts have equal codes.
  static Vector.Texts[] shared(Vector.Texts a, Vector.Texts b) {
    if (a.dictionary() == b.dictionary()) {
      return new Vector.Texts[] {a, b};
    }
    var all = new Dictionary();
    int[] ofA = codesIn(all, a);
    int[] ofB = codesIn(all, b);
    List<String> levels = a.levels().isEmpty() ? b.levels() : a.levels();
    String[] texts = all.texts();
    return new Vector.Texts[] {
      new Vector.Texts(recode(a, ofA), texts, levels),
      new Vector.Texts(recode(b, ofB), texts, levels)
    };
  }

  private static int[] codesIn(Dictionary all, Vector.Texts texts) {
    int[] codes = new int[texts.dictionary().length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = all.code(texts.dictionary()[i]);
    }
    return codes;
  }

  private static int[] recode(Vector.Texts texts, int[] codeOf) {
    int[] codes = new int[texts.size()];
    for (int i = 0; i < codes.length; i++) {
      int c = texts.codes()[i];
      codes[i] = c < 0 ? -1 : codeOf[c];
    }
    return codes;
  }
}
