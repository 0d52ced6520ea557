package org.segql.engine.local.segment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Vector;
import org.segql.function.Literals;
import org.segql.plan.Expr;
import org.segql.plan.SegmentPlan.GatePlan;

/// REQUIRE: conditions on each segment or on the whole. A condition that is NULL is not met.
public final class Gates {
  private Gates() {}

  /// The gates that are not met, each with its evidence.
  public static List<Diagnostic> check(
      LocalSegmentation s, List<GatePlan> gates, Frame frame, Context context) {
    var failed = new ArrayList<Diagnostic>();
    for (var gate : gates) {
      byte[] holds = evaluator(s, gate, frame, context).condition(gate.condition()).values();
      // What the figures meet on their way has been counted with the condition.
      Evaluator on = evaluator(s, gate, frame, context.quiet());
      var evidence = new ArrayList<String>();
      for (int i = 0; i < holds.length; i++) {
        if (holds[i] != 1) {
          evidence.add(evidence(s, gate, on, i));
        }
      }
      if (!evidence.isEmpty()) {
        failed.add(diagnostic(gate, evidence));
      }
    }
    return failed;
  }

  private static Evaluator evaluator(
      LocalSegmentation s, GatePlan gate, Frame frame, Context context) {
    return gate.every()
        ? SegmentFacts.each(s, frame, context)
        : SegmentFacts.whole(s, frame, context);
  }

  private static Diagnostic diagnostic(GatePlan gate, List<String> evidence) {
    int shown = Math.min(5, evidence.size());
    String more = evidence.size() > shown ? "; and " + (evidence.size() - shown) + " more" : "";
    return Diagnostic.error(
            Code.REQUIRE_NOT_MET,
            "REQUIRE "
                + gate.text()
                + " is not met: "
                + String.join("; ", evidence.subList(0, shown))
                + more
                + ".")
        .at(null, gate.span());
  }

  private static String evidence(LocalSegmentation s, GatePlan gate, Evaluator on, int i) {
    String value = measured(gate.condition()).map(e -> shown(on.eval(e), i, e)).orElse("");
    return gate.every()
        ? "segment "
            + (i + 1)
            + " '"
            + s.segments().get(i).name()
            + "'"
            + (value.isEmpty() ? "" : " has " + value)
        : value.isEmpty() ? "it does not hold" : "it is " + value;
  }

  /// What a comparison measures: its left side.
  private static Optional<Expr> measured(Expr condition) {
    return condition instanceof Expr.Call call
            && call.arguments().size() >= 2
            && call.arguments().getFirst().type() != Type.BOOLEAN
        ? Optional.of(call.arguments().getFirst())
        : Optional.empty();
  }

  private static String shown(Vector values, int i, Expr what) {
    if (values.missing(i)) {
      return "no value";
    }
    return switch (values) {
      case Vector.Numbers v -> number(v.values()[i], what);
      case Vector.Texts v -> "'" + v.text(i) + "'";
      case Vector.Booleans _, Vector.Dates _, Vector.Moments _ -> "";
    };
  }

  private static String number(double x, @Nullable Expr what) {
    if (what instanceof Expr.Fact f && f.kind() == Expr.Fact.Kind.SHARE) {
      return Literals.text(Math.round(x * 1000) / 10.0) + "%";
    }
    return Literals.text(new BigDecimal(x).round(new MathContext(4)).doubleValue());
  }
}
