package org.segql.engine.local.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;

/// Counts what a statement meets on its way and cannot keep: divisions by zero, casts that fail.
/// Each becomes one note with its count.
public final class Findings {
  private record Key(Code code, String sentence, String hint) {}

  private final Map<Key, long[]> counts = new LinkedHashMap<>();
  private final List<Diagnostic> others = new ArrayList<>();

  /// @param sentence continues a number: "divisions by zero gave NULL"
  public synchronized void count(Code code, long times, String sentence, String hint) {
    if (times > 0) {
      counts.computeIfAbsent(new Key(code, sentence, hint), _ -> new long[1])[0] += times;
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
        (key, count) ->
            all.add(
                key.hint().isEmpty()
                    ? Diagnostic.note(key.code(), count[0] + " " + key.sentence() + ".")
                    : Diagnostic.note(
                        key.code(), count[0] + " " + key.sentence() + ".", key.hint())));
    return all;
  }
}
