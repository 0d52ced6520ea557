package org.segql.engine.local.segment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.Frame;
import org.segql.engine.local.cluster.Scorer;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Vector;
import org.segql.engine.local.prepare.Exclusion;
import org.segql.engine.local.prepare.Prepared;
import org.segql.engine.local.prepare.Preparer;
import org.segql.engine.local.prepare.Treated;
import org.segql.plan.Expr;

/// Puts the rows of a frame into the segments of a model.
public final class ModelScorer {
  private final Model model;
  private final Context context;

  public ModelScorer(Model model, Context context) {
    this.model = model;
    this.context = context;
  }

  public Membership score(Frame frame) {
    var rows = new Evaluator(frame, context);
    boolean[] in = taking(rows, model.where());
    return switch (model.assignment()) {
      case Assignment.Scored a -> scored(a.scorer(), rows, in);
      case Assignment.Banded a -> banded(a, rows, in);
      case Assignment.Ruled a -> ruled(a, rows, in);
    };
  }

  /// The rows that WHERE lets in.
  static boolean[] taking(Evaluator rows, @Nullable Expr where) {
    boolean[] in = new boolean[rows.size()];
    if (where == null) {
      Arrays.fill(in, true);
      return in;
    }
    byte[] holds = rows.condition(where).values();
    for (int i = 0; i < in.length; i++) {
      in[i] = holds[i] == 1;
    }
    return in;
  }

  private Membership scored(Scorer scorer, Evaluator rows, boolean[] in) {
    List<Vector> vectors = model.variables().stream().map(v -> rows.eval(v.value())).toList();
    Prepared prepared =
        new Preparer(model.preparation()).prepare(vectors, in, null, context.progress());
    Treated.tellNew(model.preparation(), vectors, prepared, context.findings());
    return spread(prepared, scorer.score(prepared.matrix()));
  }

  /// Scores of the rows that took part, put at their places in the source.
  static Membership spread(Prepared prepared, Scorer.Scores scores) {
    int n = prepared.excluded().length;
    int[] segments = new int[n];
    double[] distances = new double[n];
    double[] confidence = new double[n];
    Arrays.fill(segments, Assignment.NONE);
    Arrays.fill(distances, Double.NaN);
    Arrays.fill(confidence, Double.NaN);
    int[] rows = prepared.rows();
    for (int i = 0; i < rows.length; i++) {
      segments[rows[i]] = scores.labels()[i] + 1;
      distances[rows[i]] = scores.distances()[i];
      if (scores.confidence().length > 0) {
        confidence[rows[i]] = scores.confidence()[i];
      }
    }
    return new Membership(segments, distances, confidence, prepared.excluded());
  }

  private Membership banded(Assignment.Banded a, Evaluator rows, boolean[] in) {
    double[][] values =
        model.variables().stream()
            .map(v -> rows.numbers(v.value()).values())
            .toArray(double[][]::new);
    Membership blank = blank(in);
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        int cell = a.cell(values, i);
        blank.segments()[i] = cell < 0 ? Assignment.NONE : a.cells()[cell];
        if (cell < 0) {
          blank.excluded()[i] = Exclusion.MISSING;
        }
      }
    }
    Treated.excluded(blank.excluded(), Bands.GAPS, context.findings());
    return blank;
  }

  private Membership ruled(Assignment.Ruled a, Evaluator rows, boolean[] in) {
    Membership blank = blank(in);
    for (var rule : a.cases().reversed()) {
      byte[] holds = rule.condition() == null ? null : rows.condition(rule.condition()).values();
      for (int i = 0; i < in.length; i++) {
        if (in[i] && (holds == null || holds[i] == 1)) {
          blank.segments()[i] = rule.segment();
        }
      }
    }
    return blank;
  }

  static Membership blank(boolean[] in) {
    int n = in.length;
    int[] segments = new int[n];
    double[] none = new double[n];
    Arrays.fill(segments, Assignment.NONE);
    Arrays.fill(none, Double.NaN);
    var excluded = new Exclusion[n];
    Arrays.setAll(excluded, i -> in[i] ? Exclusion.NONE : Exclusion.WHERE);
    return new Membership(segments, none, none.clone(), excluded);
  }
}
