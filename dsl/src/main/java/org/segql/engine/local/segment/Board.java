package org.segql.engine.local.segment;

import java.util.List;
import java.util.OptionalLong;
import org.segql.catalog.Schema;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.LocalTable;
import org.segql.plan.SegmentPlan;

/// The candidates of a COMPARE, best first, and how far they agree.
///
/// @param agreement adjusted Rand index of each pair
public record Board(List<Candidate> candidates, double[][] agreement) {
  public Board {
    candidates = List.copyOf(candidates);
  }

  public record Candidate(SegmentPlan plan, LocalSegmentation made) {
    /// `kmeans(4)`: with the k that was chosen.
    public String label() {
      String name = plan.algorithm().definition().text();
      return name + "(" + made.k() + ")";
    }
  }

  public Candidate winner() {
    return candidates.getFirst();
  }

  /// A board as the catalog keeps it: a table, and what stands behind it.
  public record Data(LocalTable table, Board board) implements LocalData {
    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public OptionalLong rowCount() {
      return table.rowCount();
    }

    @Override
    public Frame columns(List<String> names, Progress progress) {
      return table.columns(names, progress);
    }
  }
}
