package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.plan.SegmentPlan.Naming;

/// NAME: how segments get their names. What a script does not name keeps its automatic one.
final class Names {
  private Names() {}

  /// @param others segmentations of the session by name, for NAME FROM
  static LocalSegmentation apply(
      LocalSegmentation s,
      Naming naming,
      Frame frame,
      Context context,
      Function<String, LocalSegmentation> others) {
    List<String> names =
        switch (naming) {
          case Naming.Auto _ -> s.segments().stream().map(SegmentInfo::name).toList();
          case Naming.ByNumber n -> numbered(s, n, context);
          case Naming.ByRule n -> ruled(s, n, frame, context);
          case Naming.From n -> NamesCarried.from(s, others.apply(n.segmentation()), context);
        };
    List<String> unique = AutoNames.unique(names);
    var segments = new ArrayList<SegmentInfo>();
    for (int i = 0; i < unique.size(); i++) {
      segments.add(s.segments().get(i).named(unique.get(i)));
    }
    return s.with(s.model().with(segments, s.model().quality()));
  }

  private static List<String> numbered(LocalSegmentation s, Naming.ByNumber n, Context context) {
    n.names().keySet().stream()
        .filter(number -> number > s.k())
        .sorted()
        .forEach(
            number ->
                context
                    .findings()
                    .add(
                        Diagnostic.warning(
                            Code.NO_SUCH_SEGMENT,
                            "NAME speaks of segment "
                                + number
                                + ", and there are only "
                                + s.k()
                                + "; '"
                                + n.names().get(number)
                                + "' is not used.")));
    return s.segments().stream().map(i -> n.names().getOrDefault(i.number(), i.name())).toList();
  }

  private static List<String> ruled(
      LocalSegmentation s, Naming.ByRule n, Frame frame, Context context) {
    Evaluator segments = SegmentFacts.each(s, frame, context);
    String[] names = new String[s.k()];
    for (var rule : n.rules()) {
      byte[] holds =
          rule.condition() == null ? null : segments.condition(rule.condition()).values();
      for (int i = 0; i < names.length; i++) {
        if (names[i] == null && (holds == null || holds[i] == 1)) {
          names[i] = rule.label();
        }
      }
    }
    var out = new ArrayList<String>();
    for (int i = 0; i < names.length; i++) {
      String automatic = n.otherwise() == null ? s.segments().get(i).name() : n.otherwise();
      out.add(names[i] == null ? automatic : names[i]);
    }
    return out;
  }
}
