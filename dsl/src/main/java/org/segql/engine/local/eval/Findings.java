package org.segql.engine.local.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  /// The names of columns, and values of theirs at the end.
  private static final Pattern QUOTED = Pattern.compile("`[^`]*`|\\('.*", Pattern.DOTALL);

  private static final char PLACE = '\0';

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

  /// `missing values of x were filled` → `missing value of x was filled`. Names and values stay as
  /// they are.
  private static String ofOne(String sentence) {
    List<String> quoted = QUOTED.matcher(sentence).results().map(MatchResult::group).toList();
    String one = ofOneUnquoted(QUOTED.matcher(sentence).replaceAll(String.valueOf(PLACE)));
    for (String part : quoted) {
      int at = one.indexOf(PLACE);
      one = one.substring(0, at) + part + one.substring(at + 1);
    }
    return one;
  }

  private static String ofOneUnquoted(String sentence) {
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
