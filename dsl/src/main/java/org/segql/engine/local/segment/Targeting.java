package org.segql.engine.local.segment;

import java.util.LinkedHashSet;
import java.util.Set;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.relation.RowSort;
import org.segql.plan.SegmentPlan;

/// TARGET: the segments that meet its WHERE, in its order, up to its LIMIT.
final class Targeting {
  private Targeting() {}

  static LocalSegmentation apply(
      LocalSegmentation s, SegmentPlan.Target target, Frame frame, Context context) {
    Evaluator segments = SegmentFacts.each(s, frame, context);
    byte[] holds = target.where() == null ? null : segments.condition(target.where()).values();
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int place : RowSort.order(segments, target.orderBy())) {
      boolean meets = holds == null || holds[place] == 1;
      if (meets && (target.limit() < 0 || chosen.size() < target.limit())) {
        chosen.add(place + 1);
      }
    }
    if (chosen.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.warning(
                  Code.NO_TARGETS,
                  "No segment meets " + target.text() + ".",
                  "PROFILE shows the figures of each segment."));
    } else if (chosen.size() == s.k() && s.k() > 1) {
      context
          .findings()
          .add(
              Diagnostic.note(
                  Code.ALL_TARGETED, "TARGET keeps all segments, so it chooses nothing."));
    }
    return s.targeting(chosen);
  }
}
