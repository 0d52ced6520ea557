package org.segql.engine.local.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.engine.local.cluster.GaussianMixture;
import org.segql.engine.local.cluster.NearestCentroid;
import org.segql.engine.local.cluster.NearestCore;
import org.segql.engine.local.cluster.NearestPart;
import org.segql.engine.local.cluster.Scorer;
import org.segql.engine.local.prepare.FittedPreparation;
import org.segql.engine.local.prepare.FittedVariable;
import org.segql.engine.local.segment.Assignment;
import org.segql.engine.local.segment.Model;
import org.segql.engine.local.segment.Quality;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.plan.Named;
import org.segql.plan.Preparation;
import tools.jackson.databind.JsonNode;

/// A model from a JSON tree. Every field is checked; what does not fit is {@link Malformed}.
final class ModelReader {
  /// What is wrong with a file, in a few words.
  static final class Malformed extends RuntimeException {
    Malformed(String message) {
      super(message);
    }
  }

  Model model(JsonNode root) {
    if (!root.isObject() || !ModelWriter.FORMAT.equals(Fields.text(root, "format"))) {
      throw new Malformed("`format` is not " + ModelWriter.FORMAT);
    }
    int version = Fields.whole(root, "version");
    if (version != ModelWriter.VERSION) {
      throw new Malformed(
          "it has version " + version + ", and this program reads version " + ModelWriter.VERSION);
    }
    var fitted = new ArrayList<FittedVariable>();
    var variables =
        Fields.list(
            root,
            "variables",
            n -> {
              String name = Fields.text(n, "name");
              if (n.has("prepared")) {
                fitted.add(variable(name, Fields.field(n, "prepared")));
              }
              return new Named(name, ExprReader.expr(Fields.field(n, "value")));
            });
    var preparation =
        new FittedPreparation(fitted, Fields.matrix(Fields.field(root, "neighbours"), -1));
    if (!fitted.isEmpty() && fitted.size() != variables.size()) {
      throw new Malformed("some variables are prepared and others are not");
    }
    var segments = Fields.list(root, "segments", ModelReader::segment);
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).number() != i + 1) {
        throw new Malformed("the segments are not numbered 1, 2, …");
      }
    }
    var assignment =
        assignment(Fields.field(root, "assignment"), preparation.columns(), segments.size());
    JsonNode where = root.get("where");
    return new Model(
        Fields.text(root, "name"),
        Fields.text(root, "source"),
        Fields.text(root, "algorithm"),
        Fields.longer(root, "seed"),
        Fields.list(root, "inputs", ModelReader::column),
        where == null ? null : ExprReader.expr(where),
        variables,
        preparation,
        assignment,
        segments,
        quality(Fields.field(root, "quality")));
  }

  private static ColumnInfo column(JsonNode n) {
    return new ColumnInfo(
        Fields.text(n, "name"),
        Fields.one(Type.class, Fields.text(n, "type")),
        Fields.texts(n, "levels"));
  }

  private static SegmentInfo segment(JsonNode n) {
    return new SegmentInfo(
        Fields.whole(n, "number"),
        Fields.text(n, "name"),
        Fields.longer(n, "size"),
        Fields.number(n, "population", Double.NaN),
        Fields.number(n, "share", Double.NaN),
        Fields.number(n, "silhouette", Double.NaN),
        Fields.number(n, "stability", Double.NaN));
  }

  private static Quality quality(JsonNode n) {
    return new Quality(
        Fields.number(n, "silhouette", Double.NaN),
        Fields.longer(n, "sampled"),
        Fields.number(n, "calinski_harabasz", Double.NaN),
        Fields.number(n, "davies_bouldin", Double.NaN),
        Fields.number(n, "explained", Double.NaN),
        Fields.number(n, "objective", Double.NaN),
        Fields.text(n, "verdict"));
  }

  private static FittedVariable variable(String name, JsonNode n) {
    double spread = Fields.number(n, "spread", Double.NaN);
    if (!(Math.abs(spread) > 0)) {
      throw new Malformed("the spread of `" + name + "` is 0");
    }
    List<String> levels = Fields.texts(n, "levels");
    double[] codes = Fields.numbers(Fields.field(n, "codes"));
    if (codes.length != levels.size()) {
      throw new Malformed("`" + name + "` has not as many codes as levels");
    }
    var kind = Fields.one(FittedVariable.Kind.class, Fields.text(n, "kind"));
    double fill = Fields.number(n, "fill", Double.NaN);
    if (kind == FittedVariable.Kind.INDICATORS
        && !Double.isNaN(fill)
        && !(fill >= 0 && fill < levels.size())) {
      throw new Malformed("what fills the gaps of `" + name + "` is none of its levels");
    }
    return new FittedVariable(
        name,
        Fields.one(Type.class, Fields.text(n, "type")),
        kind,
        preparation(Fields.field(n, "preparation")),
        Fields.number(n, "low", Double.NEGATIVE_INFINITY),
        Fields.number(n, "high", Double.POSITIVE_INFINITY),
        fill,
        Fields.number(n, "center", 0),
        spread,
        levels,
        Arrays.stream(codes).boxed().toList());
  }

  private static Preparation preparation(JsonNode n) {
    var missing =
        switch (Fields.text(n, "missing")) {
          case "EXCLUDE" -> new Preparation.Missing.Exclude();
          case "MEAN" -> new Preparation.Missing.Mean();
          case "MEDIAN" -> new Preparation.Missing.Median();
          case "MODE" -> new Preparation.Missing.Mode();
          case "FAIL" -> new Preparation.Missing.Fail();
          case "KNN" -> new Preparation.Missing.Knn(Fields.whole(n, "neighbours"));
          default -> throw new Malformed("`missing` is not known to this version");
        };
    var outliers =
        switch (Fields.text(n, "outliers")) {
          case "KEEP" -> new Preparation.Outliers.Keep();
          case "WINSORIZE" -> new Preparation.Outliers.Winsorize(Fields.number(n, "bound", 0));
          case "EXCLUDE" -> new Preparation.Outliers.Exclude(Fields.number(n, "bound", 0));
          case "FLAG" -> new Preparation.Outliers.Flag(Fields.number(n, "bound", 0));
          default -> throw new Malformed("`outliers` is not known to this version");
        };
    return new Preparation(
        Fields.one(Preparation.Transform.class, Fields.text(n, "transform")),
        missing,
        outliers,
        Fields.one(Preparation.Scale.class, Fields.text(n, "scale")),
        Fields.one(Preparation.Encode.class, Fields.text(n, "encode")),
        Fields.number(n, "weight", 1));
  }

  private static Assignment assignment(JsonNode n, int columns, int segments) {
    return switch (Fields.text(n, "kind")) {
      case "bands" -> bands(n, segments);
      case "rules" ->
          new Assignment.Ruled(
              Fields.list(
                  n,
                  "cases",
                  c ->
                      new Assignment.Ruled.Case(
                          c.has("condition") ? ExprReader.expr(Fields.field(c, "condition")) : null,
                          within(Fields.whole(c, "segment"), segments))));
      default -> new Assignment.Scored(scorer(n, columns, segments));
    };
  }

  private static Assignment.Banded bands(JsonNode n, int segments) {
    List<double[]> cuts = Fields.list(n, "cuts", Fields::numbers);
    int[] cells = Fields.wholes(Fields.field(n, "cells"));
    long wanted = cuts.stream().mapToLong(c -> c.length + 1).reduce(1, Math::multiplyExact);
    if (cells.length != wanted) {
      throw new Malformed("`cells` does not fit the cut points");
    }
    for (int cell : cells) {
      within(cell, segments);
    }
    return new Assignment.Banded(cuts, cells);
  }

  private static int within(int segment, int segments) {
    if (segment < Assignment.NONE || segment > segments) {
      throw new Malformed("segment " + segment + " does not exist");
    }
    return segment;
  }

  private static Scorer scorer(JsonNode n, int columns, int segments) {
    return switch (Fields.text(n, "kind")) {
      case "nearest-centroid" ->
          new NearestCentroid(
              sized(Fields.matrix(Fields.field(n, "centroids"), columns), segments),
              Fields.field(n, "exact").asBoolean());
      case "gaussian-mixture" -> mixture(n, columns, segments);
      case "nearest-part" -> {
        double[][] parts = Fields.matrix(Fields.field(n, "parts"), columns);
        yield new NearestPart(
            sized(parts, Math.max(segments, parts.length)),
            labels(n, parts.length, 1, segments),
            sized(Fields.matrix(Fields.field(n, "centroids"), columns), segments),
            Fields.number(n, "agreement", Double.NaN));
      }
      case "nearest-core" -> {
        double[][] points = Fields.matrix(Fields.field(n, "points"), columns);
        yield new NearestCore(
            points,
            labels(n, points.length, 0, segments),
            sized(Fields.matrix(Fields.field(n, "centroids"), columns), segments),
            Fields.number(n, "epsilon", Double.NaN));
      }
      default -> throw new Malformed("how rows are scored is not known to this version");
    };
  }

  /// The segments of points, from 0.
  ///
  /// @param first the smallest number, from 1, that a point may have; 0 is noise
  private static int[] labels(JsonNode n, int points, int first, int segments) {
    int[] labels = Fields.wholes(Fields.field(n, "labels"));
    if (labels.length != points) {
      throw new Malformed("there are not as many labels as points");
    }
    for (int label : labels) {
      if (within(label + 1, segments) < first) {
        throw new Malformed("a point has no segment");
      }
    }
    return labels;
  }

  private static Scorer mixture(JsonNode n, int columns, int segments) {
    double[] weights = Fields.numbers(Fields.field(n, "weights"));
    double[][] means = sized(Fields.matrix(Fields.field(n, "means"), columns), segments);
    JsonNode all = Fields.field(n, "covariances");
    if (weights.length != segments || all.size() != segments) {
      throw new Malformed("the mixture has not as many components as segments");
    }
    double[][][] covariances = new double[segments][][];
    for (int j = 0; j < segments; j++) {
      covariances[j] = Fields.matrix(all.get(j), columns);
      if (covariances[j].length != columns) {
        throw new Malformed("a covariance matrix is not square");
      }
    }
    return new GaussianMixture(weights, means, covariances);
  }

  private static double[][] sized(double[][] matrix, int rows) {
    if (matrix.length != rows) {
      throw new Malformed("there are not as many centres as segments");
    }
    for (double[] row : matrix) {
      for (double x : row) {
        if (Double.isNaN(x)) {
          throw new Malformed("a centre has a coordinate that is no number");
        }
      }
    }
    return matrix;
  }
}
