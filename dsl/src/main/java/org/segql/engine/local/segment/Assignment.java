package org.segql.engine.local.segment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.cluster.Scorer;
import org.segql.plan.Expr;

/// How rows get their segments, those of the fit and new ones. Numbers are from 1; 0 is noise,
/// {@link #NONE} no segment.
public sealed interface Assignment {
  int NONE = -1;

  /// One sentence: how new rows are scored, and how faithful that is to the fit.
  String fidelity();

  /// By a fitted algorithm, on prepared variables.
  record Scored(Scorer scorer) implements Assignment {
    @Override
    public String fidelity() {
      return scorer.fidelity();
    }
  }

  /// By bands of each variable, in its own units.
  ///
  /// @param cuts for each variable its cut points, rising; a value at a cut is above it
  /// @param cells the segment of each cell of the grid, first variable slowest; NONE for an empty
  ///   cell
  record Banded(List<double[]> cuts, int[] cells) implements Assignment {
    public Banded {
      cuts = List.copyOf(cuts);
    }

    @Override
    public String fidelity() {
      return "New rows fall into the bands exactly as the old ones did.";
    }

    /// The cell of a row's values; -1 where one is missing.
    int cell(double[][] values, int row) {
      int cell = 0;
      for (int v = 0; v < cuts.size(); v++) {
        double x = values[v][row];
        if (Double.isNaN(x)) {
          return -1;
        }
        double[] c = cuts.get(v);
        int place = Arrays.binarySearch(c, x);
        cell = cell * (c.length + 1) + (place >= 0 ? place + 1 : -place - 1);
      }
      return cell;
    }
  }

  /// By named conditions, the first that is TRUE.
  ///
  /// @param cases conditions and the segment of each; a null condition holds always
  record Ruled(List<Case> cases) implements Assignment {
    public Ruled {
      cases = List.copyOf(cases);
    }

    public record Case(@Nullable Expr condition, int segment) {}

    @Override
    public String fidelity() {
      return "New rows meet the rules exactly as the old ones did.";
    }
  }
}
