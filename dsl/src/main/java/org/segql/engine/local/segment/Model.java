package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.local.prepare.FittedPreparation;
import org.segql.plan.Expr;
import org.segql.plan.Named;

/// What scores rows: everything that a segmentation learnt, without the rows it was learnt from.
///
/// @param name of the segmentation it came from
/// @param source the table that was segmented
/// @param algorithm as it was written out: `kmeans(5, restarts = 10)`
/// @param inputs the columns that the variables need
/// @param where rows that took part; new rows for which it is not TRUE get no segment
/// @param variables in the order of the preparation
public record Model(
    String name,
    String source,
    String algorithm,
    long seed,
    List<ColumnInfo> inputs,
    @Nullable Expr where,
    List<Named> variables,
    FittedPreparation preparation,
    Assignment assignment,
    List<SegmentInfo> segments,
    Quality quality) {
  public Model {
    inputs = List.copyOf(inputs);
    variables = List.copyOf(variables);
    segments = List.copyOf(segments);
  }

  /// Everything that is computed of a row to score it.
  public List<@Nullable Expr> expressions() {
    var all = new ArrayList<@Nullable Expr>();
    all.add(where);
    variables.forEach(v -> all.add(v.value()));
    if (assignment instanceof Assignment.Ruled ruled) {
      ruled.cases().forEach(c -> all.add(c.condition()));
    }
    return all;
  }

  Model with(List<SegmentInfo> newSegments, Quality newQuality) {
    return new Model(
        name,
        source,
        algorithm,
        seed,
        inputs,
        where,
        variables,
        preparation,
        assignment,
        newSegments,
        newQuality);
  }

  public String segmentName(int number) {
    return number == 0
        ? "noise"
        : number < 0 || number > segments.size() ? "" : segments.get(number - 1).name();
  }
}
