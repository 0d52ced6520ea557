package org.segql.engine.local.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.measure.Association;

/// What the segments are like, variable by variable, in original units.
public record Profile(List<Variable> variables) {
  public Profile {
    variables = List.copyOf(variables);
  }

  /// @param forming whether it formed the segments, so that a test of it would be circular
  /// @param lines one for a number or a truth value, one a level for a text
  /// @param association an overall test with effect size; null where none can be made. Its p is NaN
  ///   for forming variables, and adjusted over all others
  public record Variable(
      String name,
      Type type,
      boolean forming,
      List<Line> lines,
      @Nullable Association association) {
    public Variable {
      lines = List.copyOf(lines);
    }
  }

  /// A figure of each segment and of all.
  ///
  /// @param level the text whose rate it is; empty for the mean of a number
  /// @param rate whether the figures are shares 0..1
  /// @param total of all rows in segments
  /// @param deviation standard deviation over all, for z
  /// @param values one a segment
  /// @param medians one a segment; empty for rates
  /// @param marker one a segment: 1 marks it by being high, -1 by being low, 0 not
  public record Line(
      String level,
      boolean rate,
      double total,
      double deviation,
      double[] values,
      double[] medians,
      int[] marker) {

    /// 100 · segment / total; NaN where the total is 0 or the sign differs.
    public double index(int segment) {
      double index = 100 * values[segment] / total;
      return total == 0 || index < 0 ? Double.NaN : index;
    }

    /// How far the segment's figure is from that of all, in standard deviations.
    public double z(int segment) {
      return deviation > 0 ? (values[segment] - total) / deviation : 0;
    }
  }
}
