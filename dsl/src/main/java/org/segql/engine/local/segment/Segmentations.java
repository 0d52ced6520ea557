package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.eval.Context;
import org.segql.function.Literals;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.Named;
import org.segql.plan.SegmentPlan;

/// Makes segmentations of plans, and answers what statements ask of them.
public final class Segmentations {
  private final Context context;
  private final int threads;
  private final Function<String, LocalSegmentation> others;

  /// @param others segmentations of the session by name
  public Segmentations(Context context, int threads, Function<String, LocalSegmentation> others) {
    this.context = context;
    this.threads = threads;
    this.others = others;
  }

  /// Fits, names, targets; checks the gates, whose failures are kept in what is made.
  public LocalSegmentation make(SegmentPlan plan, LocalData source, Frame frame) {
    LocalSegmentation s = new Segmenter(plan, source, frame, context, threads).run();
    s = withStability(s, plan.gates(), context, threads);
    s = Names.apply(s, plan.naming(), frame, context, others);
    if (plan.target() != null) {
      s = Targeting.apply(s, plan.target(), frame, context);
    }
    return s.failing(Gates.check(s, plan.gates(), frame, context));
  }

  /// With the stability of each segment, where a gate asks for it or for the verdict.
  public static LocalSegmentation withStability(
      LocalSegmentation s, List<SegmentPlan.GatePlan> gates, Context context, int threads) {
    boolean asked = gates.stream().anyMatch(g -> asksForStability(g.condition()));
    return asked ? Stability.measured(s, context, threads) : s;
  }

  private static boolean asksForStability(Expr expr) {
    return switch (expr) {
      case Expr.Fact f ->
          f.kind() == Expr.Fact.Kind.STABILITY || f.kind() == Expr.Fact.Kind.VERDICT;
      case Expr.Call c -> c.arguments().stream().anyMatch(Segmentations::asksForStability);
      case Expr.Case c ->
          c.branches().stream()
              .anyMatch(b -> asksForStability(b.condition()) || asksForStability(b.result()));
      case Expr.Column _, Expr.Constant _, Expr.Shift _, Expr.InTable _, Expr.Aggregate _ -> false;
    };
  }

  /// What a segmentation profiles: its variables and what describes it, by the names of its own
  /// columns.
  public static List<Named> profiled(LocalSegmentation s) {
    var plan = s.plan();
    if (plan == null) {
      return s.model().variables();
    }
    var all = new ArrayList<Named>();
    plan.variables().forEach(v -> all.add(new Named(v.name(), v.value())));
    var names = new HashSet<String>();
    s.profile().variables().forEach(v -> names.add(v.name()));
    plan.describedBy().stream().filter(d -> names.contains(d.name())).forEach(all::add);
    return all;
  }

  /// The columns that formed the segments.
  public static Set<String> forming(LocalSegmentation s) {
    var names = new HashSet<String>();
    ExprColumns.of(s.model().variables().stream().map(Named::value).toList())
        .forEach(c -> names.add(c.name()));
    return names;
  }

  /// The number of a segment that a statement names or numbers.
  public static int number(LocalSegmentation s, Expr.Constant wanted) {
    for (var segment : s.segments()) {
      boolean same =
          wanted.value() instanceof String name
              ? segment.name().equalsIgnoreCase(name)
              : wanted.value() instanceof Double d && segment.number() == d;
      if (same) {
        return segment.number();
      }
    }
    throw new SegqlException(
        Diagnostic.error(
            Code.NO_SUCH_SEGMENT,
            (wanted.value() instanceof Double d
                    ? "There is no segment " + Literals.text(d)
                    : "There is no segment called '" + wanted.value() + "'")
                + ".",
            "The segments are "
                + String.join(
                    ", ",
                    s.segments().stream().map(i -> i.number() + " '" + i.name() + "'").toList())
                + "."));
  }
}
