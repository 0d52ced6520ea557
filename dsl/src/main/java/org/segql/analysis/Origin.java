package org.segql.analysis;

import java.util.EnumMap;
import java.util.Map;
import org.segql.ast.SegmentClauses;
import org.segql.diagnostic.Source;

/// How a segmentation or comparison was written: its clauses, those that LIKE took over among them,
/// and the text that each stands in.
///
/// @param source the text of the clauses that `inherited` does not hold
public record Origin(SegmentClauses clauses, Source source, Map<Clause, Source> inherited) {
  public enum Clause {
    WHERE,
    BY,
    DESCRIBED_BY,
    ID,
    WEIGHT,
    MISSING,
    OUTLIERS,
    SCALE,
    ENCODE,
    USING,
    SEED,
    REQUIRE,
    TARGET,
    AS_OF,
    PER
  }

  public Origin {
    var copy = new EnumMap<Clause, Source>(Clause.class);
    copy.putAll(inherited);
    inherited = copy;
  }

  Source source(Clause clause) {
    return inherited.getOrDefault(clause, source);
  }

  /// The same with other clauses of the same texts.
  public Origin with(SegmentClauses other) {
    return new Origin(other, source, inherited);
  }
}
