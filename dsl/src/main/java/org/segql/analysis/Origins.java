package org.segql.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.segql.ast.Name;

/// How the segmentations and comparisons of a session were written, by name: `LIKE q0` takes its
/// clauses from here. After a COMPARE the session puts in the clauses with the winner alone.
public final class Origins {
  private final Map<String, Origin> origins = new HashMap<>();

  Optional<Origin> of(String name) {
    return Optional.ofNullable(origins.get(name));
  }

  public void put(String name, Origin origin) {
    origins.put(name, origin);
  }

  public void remove(String name) {
    origins.remove(name);
  }

  /// The column of PER that something was stacked by: `q1` of `SEGMENT … PER region AS q1`.
  Optional<String> stackedBy(String name) {
    return of(name).flatMap(o -> o.clauses().per()).map(Name::text);
  }

  /// Whether a name may be that of one segmentation of such a stack: `q1_North`.
  boolean mayBePart(String name) {
    return origins.entrySet().stream()
        .anyMatch(
            e ->
                e.getValue().clauses().per().isPresent()
                    && name.regionMatches(true, 0, e.getKey() + "_", 0, e.getKey().length() + 1));
  }

  public Origins copy() {
    var copy = new Origins();
    copy.origins.putAll(origins);
    return copy;
  }
}
