package org.segql.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.segql.ast.SegmentClauses;

/// How the segmentations and comparisons of a session were written, by name: `LIKE q0` takes its
/// clauses from here. After a COMPARE the session puts in the clauses with the winner alone.
public final class Origins {
  private final Map<String, SegmentClauses> clauses = new HashMap<>();

  public Optional<SegmentClauses> of(String name) {
    return Optional.ofNullable(clauses.get(name));
  }

  /// Clauses with LIKE resolved: see {@link Analyzed#clauses}.
  public void put(String name, SegmentClauses resolved) {
    clauses.put(name, resolved);
  }

  public void remove(String name) {
    clauses.remove(name);
  }

  public Origins copy() {
    var copy = new Origins();
    copy.clauses.putAll(clauses);
    return copy;
  }
}
