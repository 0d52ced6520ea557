package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.cluster.Dendrogram;
import org.segql.engine.local.cluster.GaussianMixture;
import org.segql.engine.local.cluster.KChoice;
import org.segql.engine.local.cluster.Matrix;
import org.segql.engine.local.cluster.NearestCentroid;
import org.segql.engine.local.cluster.NearestCore;
import org.segql.engine.local.cluster.NearestPart;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentationSchema;
import smile.clustering.CentroidClustering;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A segmentation: the fitted model, the segment of every row of its source, the profile, the
/// targets. As a table it is its source's columns followed by those of {@link SegmentationSchema}.
///
/// @param plan what was asked; null for rows scored by APPLY
/// @param matrix the prepared rows that took part; null for rules and bands
/// @param rows the places of the matrix's rows in the source
/// @param choice how k was chosen; null where it was given
/// @param targeted the numbers of the targeted segments
/// @param failed why its gates were not met; empty where they were
public record LocalSegmentation(
    @Nullable SegmentPlan plan,
    LocalData source,
    Model model,
    Membership membership,
    Profile profile,
    double @Nullable [] weights,
    @Nullable Matrix matrix,
    int[] rows,
    @Nullable Dendrogram tree,
    @Nullable KChoice choice,
    Set<Integer> targeted,
    boolean hasTarget,
    List<Diagnostic> failed)
    implements LocalData {
  public LocalSegmentation {
    targeted = Set.copyOf(targeted);
    failed = List.copyOf(failed);
  }

  public List<SegmentInfo> segments() {
    return model.segments();
  }

  /// The number of segments, noise not counted.
  public int k() {
    return model.segments().size();
  }

  /// The fit as Smile's type of model, on the prepared rows: k-means, and whatever else puts each
  /// row to one of k centres.
  ///
  /// @throws IllegalStateException where there are no such centres: rules, bands, mixtures, dense
  ///   regions, a model that was loaded
  public CentroidClustering<double[], double[]> smile() {
    NearestCentroid nearest =
        model.assignment() instanceof Assignment.Scored scored
            ? switch (scored.scorer()) {
              case NearestCentroid c -> c;
              case NearestPart p -> new NearestCentroid(p.centroids(), false);
              case GaussianMixture _, NearestCore _ -> null;
            }
            : null;
    if (matrix == null || nearest == null) {
      throw new IllegalStateException(model.algorithm() + " has no centres on rows of its own");
    }
    return nearest.smile(
        matrix, Arrays.stream(rows).map(i -> membership.segments()[i] - 1).toArray());
  }

  @Override
  public Schema schema() {
    return SegmentationSchema.of(model.source(), source.schema());
  }

  @Override
  public OptionalLong rowCount() {
    return OptionalLong.of(membership.segments().length);
  }

  @Override
  public Frame columns(List<String> names, Progress progress) {
    Schema full = schema();
    var original = new LinkedHashMap<String, String>();
    SegmentationSchema.names(model.source(), source.schema())
        .forEach((from, name) -> original.put(name, from));
    var wanted = new LinkedHashSet<String>();
    names.forEach(
        n -> {
          String from = original.get(n);
          if (from != null) {
            wanted.add(from);
          }
        });
    Table sourceColumns =
        wanted.isEmpty() ? Table.create() : source.columns(List.copyOf(wanted), progress).table();
    Table table = Table.create();
    var infos = new ArrayList<ColumnInfo>();
    for (String name : names) {
      String from = original.get(name);
      Column<?> column =
          from == null
              ? own(name)
              : from.equals(name)
                  ? sourceColumns.column(from)
                  : sourceColumns.column(from).copy().setName(name);
      table.addColumns(column);
      infos.add(full.column(name).orElseThrow());
    }
    return new Frame(new Schema(infos), table);
  }

  private Column<?> own(String name) {
    int n = membership.segments().length;
    return switch (name) {
      case SegmentationSchema.SEGMENT ->
          DoubleColumn.create(
              name,
              Arrays.stream(membership.segments())
                  .mapToDouble(s -> s < 0 ? Double.NaN : s)
                  .toArray());
      case SegmentationSchema.SEGMENT_NAME -> {
        String[] names = new String[n];
        Arrays.setAll(names, i -> model.segmentName(membership.segments()[i]));
        yield StringColumn.create(name, names);
      }
      case SegmentationSchema.TARGETED -> {
        var column = BooleanColumn.create(name, n);
        for (int i = 0; i < n; i++) {
          if (membership.segments()[i] >= 0) {
            column.set(i, (byte) (isTargeted(membership.segments()[i]) ? 1 : 0));
          }
        }
        yield column;
      }
      case SegmentationSchema.DISTANCE -> DoubleColumn.create(name, membership.distances());
      case SegmentationSchema.CONFIDENCE -> DoubleColumn.create(name, membership.confidence());
      case SegmentationSchema.EXCLUDED -> {
        String[] reasons = new String[n];
        Arrays.setAll(reasons, i -> membership.excluded()[i].text());
        yield StringColumn.create(name, reasons);
      }
      default -> throw new IllegalArgumentException("no column " + name);
    };
  }

  private boolean isTargeted(int segment) {
    return targeted.contains(segment);
  }

  public LocalSegmentation with(Model other) {
    return with(other, targeted, hasTarget, failed);
  }

  public LocalSegmentation targeting(Set<Integer> numbers) {
    return with(model, numbers, true, failed);
  }

  public LocalSegmentation failing(List<Diagnostic> reasons) {
    return with(model, targeted, hasTarget, reasons);
  }

  private LocalSegmentation with(
      Model ofModel, Set<Integer> targets, boolean target, List<Diagnostic> failures) {
    return new LocalSegmentation(
        plan,
        source,
        ofModel,
        membership,
        profile,
        weights,
        matrix,
        rows,
        tree,
        choice,
        targets,
        target,
        failures);
  }
}
