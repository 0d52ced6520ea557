package org.segql.engine.local.model;

import java.util.List;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.local.cluster.GaussianMixture;
import org.segql.engine.local.cluster.NearestCentroid;
import org.segql.engine.local.cluster.NearestCore;
import org.segql.engine.local.cluster.NearestPart;
import org.segql.engine.local.cluster.Scorer;
import org.segql.engine.local.prepare.FittedVariable;
import org.segql.engine.local.segment.Assignment;
import org.segql.engine.local.segment.Model;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.plan.Named;
import org.segql.plan.Preparation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A model as a JSON tree. Numbers are written so that they read back to the same double; NaN and
/// infinities are null.
final class ModelWriter {
  static final String FORMAT = "segql-model";
  static final int VERSION = 1;

  private final JsonMapper json;
  private final ExprWriter exprs;

  ModelWriter(JsonMapper json) {
    this.json = json;
    this.exprs = new ExprWriter(json);
  }

  ObjectNode model(Model m) {
    ObjectNode out = json.createObjectNode();
    out.put("format", FORMAT).put("version", VERSION);
    out.put("name", m.name()).put("source", m.source()).put("algorithm", m.algorithm());
    out.put("seed", m.seed());
    ArrayNode inputs = out.putArray("inputs");
    m.inputs().forEach(c -> inputs.add(column(c)));
    if (m.where() != null) {
      out.set("where", exprs.expr(m.where()));
    }
    ArrayNode variables = out.putArray("variables");
    for (int i = 0; i < m.variables().size(); i++) {
      Named v = m.variables().get(i);
      ObjectNode node = variables.addObject().put("name", v.name());
      node.set("value", exprs.expr(v.value()));
      if (i < m.preparation().variables().size()) {
        node.set("prepared", variable(m.preparation().variables().get(i)));
      }
    }
    out.set("neighbours", matrix(m.preparation().neighbours()));
    out.set("assignment", assignment(m.assignment()));
    ArrayNode segments = out.putArray("segments");
    m.segments().forEach(s -> segments.add(segment(s)));
    var q = m.quality();
    ObjectNode quality = out.putObject("quality");
    number(quality, "silhouette", q.silhouette());
    quality.put("sampled", q.sampled());
    number(quality, "calinski_harabasz", q.calinskiHarabasz());
    number(quality, "davies_bouldin", q.daviesBouldin());
    number(quality, "explained", q.explained());
    number(quality, "objective", q.objective());
    quality.put("verdict", q.verdict());
    return out;
  }

  ObjectNode column(ColumnInfo c) {
    ObjectNode node = json.createObjectNode().put("name", c.name()).put("type", c.type().name());
    node.set("levels", texts(c.levels()));
    return node;
  }

  private ObjectNode segment(SegmentInfo s) {
    ObjectNode node =
        json.createObjectNode()
            .put("number", s.number())
            .put("name", s.name())
            .put("size", s.size());
    number(node, "population", s.population());
    number(node, "share", s.share());
    number(node, "silhouette", s.silhouette());
    number(node, "stability", s.stability());
    return node;
  }

  private ObjectNode variable(FittedVariable v) {
    ObjectNode node = json.createObjectNode();
    node.put("type", v.type().name()).put("kind", v.kind().name());
    node.set("preparation", preparation(v.preparation()));
    number(node, "low", v.low());
    number(node, "high", v.high());
    number(node, "fill", v.fill());
    number(node, "center", v.center());
    number(node, "spread", v.spread());
    node.set("levels", texts(v.levels()));
    node.set("codes", numbers(v.codes().stream().mapToDouble(x -> x).toArray()));
    return node;
  }

  private ObjectNode preparation(Preparation p) {
    ObjectNode node =
        json.createObjectNode()
            .put("transform", p.transform().name())
            .put("scale", p.scale().name())
            .put("encode", p.encode().name())
            .put("weight", p.weight());
    switch (p.missing()) {
      case Preparation.Missing.Exclude _ -> node.put("missing", "EXCLUDE");
      case Preparation.Missing.Mean _ -> node.put("missing", "MEAN");
      case Preparation.Missing.Median _ -> node.put("missing", "MEDIAN");
      case Preparation.Missing.Mode _ -> node.put("missing", "MODE");
      case Preparation.Missing.Fail _ -> node.put("missing", "FAIL");
      case Preparation.Missing.Knn k ->
          node.put("missing", "KNN").put("neighbours", k.neighbours());
    }
    switch (p.outliers()) {
      case Preparation.Outliers.Keep _ -> node.put("outliers", "KEEP");
      case Preparation.Outliers.Winsorize w ->
          node.put("outliers", "WINSORIZE").put("bound", w.share());
      case Preparation.Outliers.Exclude e -> node.put("outliers", "EXCLUDE").put("bound", e.z());
      case Preparation.Outliers.Flag f -> node.put("outliers", "FLAG").put("bound", f.z());
    }
    return node;
  }

  private ObjectNode assignment(Assignment assignment) {
    ObjectNode node = json.createObjectNode();
    switch (assignment) {
      case Assignment.Scored a -> scorer(node, a.scorer());
      case Assignment.Banded a -> {
        node.put("kind", "bands");
        ArrayNode cuts = node.putArray("cuts");
        a.cuts().forEach(c -> cuts.add(numbers(c)));
        node.set("cells", wholes(a.cells()));
      }
      case Assignment.Ruled a -> {
        node.put("kind", "rules");
        ArrayNode cases = node.putArray("cases");
        a.cases()
            .forEach(
                c -> {
                  ObjectNode one = cases.addObject().put("segment", c.segment());
                  if (c.condition() != null) {
                    one.set("condition", exprs.expr(c.condition()));
                  }
                });
      }
    }
    return node;
  }

  private void scorer(ObjectNode node, Scorer scorer) {
    switch (scorer) {
      case NearestCentroid c -> {
        node.put("kind", "nearest-centroid").put("exact", c.exact());
        node.set("centroids", matrix(c.centroids()));
      }
      case NearestPart p -> {
        node.put("kind", "nearest-part").put("agreement", p.agreement());
        node.set("centroids", matrix(p.centroids()));
        node.set("parts", matrix(p.parts()));
        node.set("labels", wholes(p.labels()));
      }
      case GaussianMixture g -> {
        node.put("kind", "gaussian-mixture");
        node.set("weights", numbers(g.weights()));
        node.set("means", matrix(g.means()));
        ArrayNode covariances = node.putArray("covariances");
        for (double[][] c : g.covariances()) {
          covariances.add(matrix(c));
        }
      }
      case NearestCore c -> {
        node.put("kind", "nearest-core").put("epsilon", c.epsilon());
        node.set("centroids", matrix(c.centroids()));
        node.set("points", matrix(c.points()));
        node.set("labels", wholes(c.labels()));
      }
    }
  }

  static void number(ObjectNode node, String name, double x) {
    if (Double.isFinite(x)) {
      node.put(name, x);
    } else {
      node.putNull(name);
    }
  }

  private ArrayNode matrix(double[][] rows) {
    ArrayNode out = json.createArrayNode();
    for (double[] row : rows) {
      out.add(numbers(row));
    }
    return out;
  }

  private ArrayNode numbers(double[] values) {
    ArrayNode out = json.createArrayNode();
    for (double v : values) {
      if (Double.isFinite(v)) {
        out.add(v);
      } else {
        out.addNull();
      }
    }
    return out;
  }

  private ArrayNode wholes(int[] values) {
    ArrayNode out = json.createArrayNode();
    for (int v : values) {
      out.add(v);
    }
    return out;
  }

  private ArrayNode texts(List<String> values) {
    ArrayNode out = json.createArrayNode();
    values.forEach(out::add);
    return out;
  }
}
