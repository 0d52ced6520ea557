package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segql.algorithm.Algorithm;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.eval.Context;

/// The stability of a segmentation's segments under bootstrap, and the verdict that follows:
/// *natural* where segments are stable and clearly apart (silhouette from 0.5), *reproducible*
/// where they are stable alone, else *constructive*.
final class Stability {
  private Stability() {}

  static LocalSegmentation measured(LocalSegmentation s, Context context, int threads) {
    var plan = s.plan();
    boolean known = s.segments().stream().noneMatch(i -> Double.isNaN(i.stability()));
    if (plan == null || s.matrix() == null || known || !repeatable(plan.algorithm())) {
      return s;
    }
    context.progress().report("bootstrap of the segments", -1);
    var clusterer =
        new Fitting(s.matrix(), plan.seed(), threads, context.progress())
            .clusterer(plan.algorithm());
    double[] stable =
        org.segql.engine.local.cluster.Stability.standard()
            .perSegment(s.matrix(), fit(s), clusterer, context.progress());
    context
        .findings()
        .add(
            Diagnostic.note(
                Code.BOOTSTRAP,
                "Stability is the mean Jaccard similarity over 100 bootstrap fits."));
    var segments = new ArrayList<SegmentInfo>();
    for (int i = 0; i < stable.length; i++) {
      segments.add(s.segments().get(i).withStability(stable[i]));
    }
    var quality = s.model().quality();
    return s.with(s.model().with(segments, quality.judged(verdict(stable, quality))));
  }

  private static boolean repeatable(Algorithm algorithm) {
    return switch (algorithm) {
      case Algorithm.KMeans _, Algorithm.Ward _, Algorithm.Hierarchical _, Algorithm.Gmm _ -> true;
      case Algorithm.Dbscan _, Algorithm.Quantiles _, Algorithm.Rules _ -> false;
    };
  }

  private static String verdict(double[] stable, Quality quality) {
    double worst = Arrays.stream(stable).min().orElse(0);
    if (stable.length < 2) {
      return "none";
    }
    return worst < 0.75 ? "constructive" : quality.silhouette() >= 0.5 ? "natural" : "reproducible";
  }

  /// The fit as it was: labels of the rows that took part, and what scores rows.
  private static Fit fit(LocalSegmentation s) {
    int[] labels = Arrays.stream(s.rows()).map(r -> s.membership().segments()[r] - 1).toArray();
    var scorer = ((Assignment.Scored) s.model().assignment()).scorer();
    return new Fit(
        labels,
        new double[0][],
        s.model().quality().objective(),
        new double[0],
        0,
        true,
        scorer,
        s.tree(),
        List.of());
  }
}
