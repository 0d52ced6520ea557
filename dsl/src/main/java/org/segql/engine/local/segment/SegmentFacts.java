package org.segql.engine.local.segment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Aggregator;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.GroupLeaves;
import org.segql.engine.local.eval.Grouping;
import org.segql.engine.local.eval.Vector;
import org.segql.plan.Expr;

/// Evaluates expressions about segments: facts, and aggregates over members.
final class SegmentFacts {
  private SegmentFacts() {}

  /// One value a segment, in the order of their numbers.
  ///
  /// @param frame the source's rows with the columns that the expressions need
  static Evaluator each(LocalSegmentation s, Frame frame, Context context) {
    var rows = new Evaluator(frame, context);
    var grouping = new Grouping(s.membership().labels(), s.k());
    return new Evaluator(
        new GroupLeaves(
            rows,
            grouping,
            new Aggregator(rows, grouping, s.weights()),
            fact -> ofEach(fact, s.segments(), s)),
        context);
  }

  /// One value for the segmentation as a whole: aggregates are over all members.
  static Evaluator whole(LocalSegmentation s, Frame frame, Context context) {
    var rows = new Evaluator(frame, context);
    int[] all = s.membership().labels();
    for (int i = 0; i < all.length; i++) {
      all[i] = Math.min(0, all[i]);
    }
    var grouping = new Grouping(all, 1);
    return new Evaluator(
        new GroupLeaves(
            rows, grouping, new Aggregator(rows, grouping, s.weights()), fact -> ofWhole(fact, s)),
        context);
  }

  private static Vector ofEach(Expr.Fact fact, List<SegmentInfo> segments, LocalSegmentation s) {
    return switch (fact.kind()) {
      case SEGMENT -> numbers(segments, SegmentInfo::number);
      case SEGMENT_NAME -> texts(segments.stream().map(SegmentInfo::name).toList());
      case SIZE -> numbers(segments, SegmentInfo::size);
      case POPULATION -> numbers(segments, SegmentInfo::population);
      case SHARE -> numbers(segments, SegmentInfo::share);
      case SILHOUETTE -> numbers(segments, SegmentInfo::silhouette);
      case STABILITY -> numbers(segments, SegmentInfo::stability);
      case K -> numbers(segments, _ -> s.k());
      case VERDICT -> texts(segments.stream().map(_ -> s.model().quality().verdict()).toList());
    };
  }

  private static Vector ofWhole(Expr.Fact fact, LocalSegmentation s) {
    double size = s.segments().stream().mapToLong(SegmentInfo::size).sum();
    double population = s.segments().stream().mapToDouble(SegmentInfo::population).sum();
    double stability =
        s.segments().stream().mapToDouble(SegmentInfo::stability).average().orElse(Double.NaN);
    return switch (fact.kind()) {
      case SIZE -> one(size);
      case POPULATION -> one(population);
      case SHARE -> one(s.segments().stream().mapToDouble(SegmentInfo::share).sum());
      case SILHOUETTE -> one(s.model().quality().silhouette());
      case STABILITY -> one(stability);
      case K -> one(s.k());
      case VERDICT -> texts(List.of(s.model().quality().verdict()));
      case SEGMENT, SEGMENT_NAME -> Vector.nulls(fact.type(), 1);
    };
  }

  private static Vector one(double x) {
    return new Vector.Numbers(new double[] {x});
  }

  private static Vector numbers(List<SegmentInfo> segments, ToDoubleFunction<SegmentInfo> of) {
    return new Vector.Numbers(segments.stream().mapToDouble(of).toArray());
  }

  private static Vector texts(List<String> texts) {
    int[] codes = new int[texts.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = texts.get(i).isEmpty() ? -1 : i;
    }
    return new Vector.Texts(codes, texts.toArray(new String[0]));
  }
}
