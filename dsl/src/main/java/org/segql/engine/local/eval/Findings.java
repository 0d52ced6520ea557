package org.segql.engine.local.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.NumberText;

/// Counts what a statement meets on its way and cannot keep: divisions by zero, casts that fail.
/// Each becomes one note with its count.
public final class Findings {
  private record Counted(Code code, long times, String hint) {
    Counted and(Counted more) {
      return new Counted(code, times + more.times, hint);
    }
  }

  /// By sentence: one sentence has one code and one hint.
  private final Map<String, Counted> counts = new LinkedHashMap<>();

  private final List<Diagnostic> others = new ArrayList<>();

  /// @param sentence continues a number: "divisions by zero gave NULL"
  public synchronized void count(Code code, long times, String sentence, String hint) {
    if (times > 0) {
      counts.merge(sentence, new Counted(code, times, hint), Counted::and);
    }
  }

  public synchronized void add(Diagnostic note) {
    if (!others.contains(note)) {
      others.add(note);
    }
  }

  public synchronized void addAll(List<Diagnostic> notes) {
    notes.forEach(this::add);
  }

  public synchronized List<Diagnostic> notes() {
    var all = new ArrayList<>(others);
    counts.forEach(
        (sentence, counted) -> {
          String whole = whole(counted.times(), sentence);
          all.add(
              counted.hint().isEmpty()
                  ? Diagnostic.note(counted.code(), whole)
                  : Diagnostic.note(counted.code(), whole, counted.hint()));
        });
    return all;
  }

  private static String whole(long times, String sentence) {
    return NumberText.whole(times) + " " + (times == 1 ? ofOne(sentence) : sentence) + ".";
  }

  /// `missing values of x were filled` → `missing value of x was filled`.
  private static String ofOne(String sentence) {
    String one =
        sentence.startsWith("of ")
            ? sentence
            : sentence.replaceFirst("^((?:missing )?(?:row|value|division|result))s\\b", "$1");
    return one.replaceFirst("they are outliers", "it is an outlier")
        .replaceFirst(" do not ", " does not ")
        .replaceFirst(" were ", " was ")
        .replace(" are ", " is ")
        .replaceFirst(" have ", " has ")
        .replaceFirst(" take ", " takes ");
  }
}
