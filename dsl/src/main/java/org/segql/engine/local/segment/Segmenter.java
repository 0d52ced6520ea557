package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.K;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.NumberText;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.cluster.Fit;
import org.segql.engine.local.cluster.KChoice;
import org.segql.engine.local.cluster.Scorer;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Vector;
import org.segql.engine.local.prepare.FittedPreparation;
import org.segql.engine.local.prepare.PreparationFitter;
import org.segql.engine.local.prepare.Prepared;
import org.segql.engine.local.prepare.Preparer;
import org.segql.engine.local.prepare.Treated;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.ExprText;
import org.segql.plan.Named;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan;

/// Runs a SEGMENT: prepares, fits, names, profiles, targets. Gates are checked by {@link Gates}
/// afterwards.
public final class Segmenter {
  private final SegmentPlan plan;
  private final LocalData source;
  private final Frame frame;
  private final Context context;
  private final Evaluator rows;
  private final int threads;

  /// @param source the table that the segmentation is of
  /// @param frame the columns that the plan needs, all rows
  public Segmenter(SegmentPlan plan, LocalData source, Frame frame, Context context, int threads) {
    this.plan = plan;
    this.source = source;
    this.frame = frame;
    this.context = context;
    this.rows = new Evaluator(frame, context);
    this.threads = threads;
  }

  /// What fitting gives before anything is named.
  private record Raw(
      Assignment assignment,
      Membership membership,
      FittedPreparation preparation,
      @Nullable Prepared prepared,
      @Nullable Fit fit,
      @Nullable KChoice choice,
      @Nullable List<String> names) {}

  public LocalSegmentation run() {
    double[] weights = weights();
    boolean[] in = ModelScorer.taking(rows, plan.where());
    requireRows(in);
    requireWeight(in, weights);
    List<Vector> vectors = plan.variables().stream().map(v -> rows.eval(v.value())).toList();
    Raw raw =
        switch (plan.algorithm()) {
          case Algorithm.Rules _ -> rules(in, weights);
          case Algorithm.Quantiles q -> bands(q, vectors, in, weights);
          case Algorithm.KMeans _,
              Algorithm.Ward _,
              Algorithm.Hierarchical _,
              Algorithm.Gmm _,
              Algorithm.Dbscan _ ->
              fitted(vectors, in, weights);
        };
    return describe(raw, vectors, weights);
  }

  private void requireRows(boolean[] in) {
    for (boolean b : in) {
      if (b) {
        return;
      }
    }
    throw new SegqlException(
        Diagnostic.error(
            Code.NO_ROWS,
            frame.rowCount() == 0
                ? "`" + plan.source() + "` has no rows."
                : "WHERE lets none of the "
                    + frame.rowCount()
                    + " rows of `"
                    + plan.source()
                    + "` in.",
            "SHOW " + plan.source() + " shows what is there."));
  }

  /// One a row, or null; missing and negative weights are an error.
  private double @Nullable [] weights() {
    if (plan.weight() == null) {
      return null;
    }
    double[] weights =
        rows.numbers(new Expr.Column(frame.schema().column(plan.weight()).orElseThrow())).values();
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new SegqlException(
            Diagnostic.error(
                Code.BAD_WEIGHT,
                "The weight `"
                    + plan.weight()
                    + "` is "
                    + (Double.isNaN(weights[i]) ? "missing" : "negative")
                    + " in row "
                    + (i + 1)
                    + ".",
                "Keep such rows out with WHERE before, in a TABLE, or give them a weight with"
                    + " COALESCE."));
      }
    }
    return weights;
  }

  private void requireWeight(boolean[] in, double @Nullable [] weights) {
    if (weights == null) {
      return;
    }
    for (int i = 0; i < in.length; i++) {
      if (in[i] && weights[i] > 0) {
        return;
      }
    }
    throw new SegqlException(
        Diagnostic.error(
            Code.BAD_WEIGHT,
            "The weight `" + plan.weight() + "` is 0 in all rows that take part.",
            "Leave WEIGHT out, or weigh at least some of them."));
  }

  /// @param vectors the variables' values, one vector each, all rows of the source
  private Raw fitted(List<Vector> vectors, boolean[] in, double @Nullable [] weights) {
    context.progress().report("preparing " + vectors.size() + " variables", -1);
    FittedPreparation preparation =
        new PreparationFitter(context.findings(), weights)
            .fit(plan.variables(), vectors, in, context.progress());
    VariableFindings.tell(plan, preparation, vectors, in, context.findings(), context.progress());
    Prepared prepared = new Preparer(preparation).prepare(vectors, in, weights, context.progress());
    Treated.tell(preparation, vectors, prepared, context.findings());
    var fitting = new Fitting(prepared.matrix(), plan.seed(), threads, context.progress());
    Fitting.Fitted result = fitting.fit(plan.algorithm());
    Fit fit = result.fit();
    context.findings().addAll(fit.notes());
    if (result.choice() != null) {
      context.findings().addAll(result.choice().notes());
    }
    var scores =
        new Scorer.Scores(fit.labels(), fit.distances(prepared.matrix()), fit.confidence());
    return new Raw(
        new Assignment.Scored(fit.scorer()),
        ModelScorer.spread(prepared, scores),
        preparation,
        prepared,
        fit,
        result.choice(),
        null);
  }

  private Raw bands(
      Algorithm.Quantiles q, List<Vector> vectors, boolean[] in, double @Nullable [] weights) {
    tellIdle();
    var bands = new Bands(plan, q, vectors, in, weights, context.findings()).fit();
    Treated.excluded(bands.membership().excluded(), Bands.GAPS, context.findings());
    return new Raw(
        bands.assignment(),
        bands.membership(),
        new FittedPreparation(List.of(), new double[0][]),
        null,
        null,
        null,
        bands.names());
  }

  /// Bands are cut in the values as they are; a clause that asks for others is not passed over in
  /// silence.
  private void tellIdle() {
    var idle = new ArrayList<String>();
    if (plan.variables().stream().anyMatch(v -> fills(v.preparation().missing()))) {
      idle.add("MISSING");
    }
    if (plan.variables().stream()
        .anyMatch(v -> !(v.preparation().outliers() instanceof Preparation.Outliers.Keep))) {
      idle.add("OUTLIERS");
    }
    if (!idle.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.warning(
                  Code.NO_EFFECT,
                  String.join(" and ", idle)
                      + (idle.size() == 1 ? " changes" : " change")
                      + " nothing here: quantiles cuts the values as they are.",
                  "Make other values in a TABLE: `DERIVE x = COALESCE(x, 0)`."));
    }
  }

  private static boolean fills(Preparation.Missing missing) {
    return switch (missing) {
      case Preparation.Missing.Exclude _, Preparation.Missing.Fail _ -> false;
      case Preparation.Missing.Mean _,
          Preparation.Missing.Median _,
          Preparation.Missing.Mode _,
          Preparation.Missing.Knn _ ->
          true;
    };
  }

  private Raw rules(boolean[] in, double @Nullable [] weights) {
    RuleChecks.check(plan.rules(), context);
    var rules = new RuleSegments(plan, rows, in, weights, context.findings()).assign();
    return new Raw(
        rules.assignment(),
        rules.membership(),
        new FittedPreparation(List.of(), new double[0][]),
        null,
        null,
        null,
        rules.names());
  }

  private LocalSegmentation describe(Raw raw, List<Vector> vectors, double @Nullable [] weights) {
    int k = count(raw.membership().segments());
    context.progress().report("profiling " + k + " segments", -1);
    Profile profile =
        new Profiler(raw.membership().labels(), k, weights, context.progress())
            .profile(subjects(vectors));
    Judge judge = new Judge(raw.prepared(), raw.fit(), k, plan.seed(), context.progress());
    List<String> names = raw.names() == null ? AutoNames.of(profile, k) : raw.names();
    var segments =
        SegmentSizes.of(raw.membership().segments(), weights, names, judge.silhouettes());
    tellSizes(segments, Arrays.stream(raw.membership().segments()).filter(s -> s >= 0).count());
    var variables = plan.variables().stream().map(v -> new Named(v.name(), v.value())).toList();
    var model =
        new Model(
            plan.name(),
            plan.source(),
            plan.algorithm().text(),
            plan.seed(),
            ExprColumns.of(plan),
            plan.where(),
            variables,
            raw.preparation(),
            raw.assignment(),
            segments,
            judge.quality());
    var segmentation =
        new LocalSegmentation(
            plan,
            source,
            model,
            raw.membership(),
            profile,
            weights,
            raw.prepared() == null ? null : raw.prepared().matrix(),
            raw.prepared() == null ? new int[0] : raw.prepared().rows(),
            raw.fit() == null ? null : raw.fit().tree(),
            raw.choice(),
            Set.of(),
            false,
            List.of());
    return segmentation;
  }

  private static int count(int[] segments) {
    return Math.max(0, Arrays.stream(segments).max().orElse(0));
  }

  private List<Profiler.Subject> subjects(List<Vector> vectors) {
    var subjects = new ArrayList<Profiler.Subject>();
    for (int v = 0; v < vectors.size(); v++) {
      subjects.add(new Profiler.Subject(plan.variables().get(v).name(), vectors.get(v), true));
    }
    boolean all = describedByAll();
    for (Named d : plan.describedBy()) {
      Vector values = rows.eval(d.value());
      boolean asked = !all && values instanceof Vector.Numbers;
      if (!asked && Identifiers.identifies(d.name(), values)) {
        tellIdentifier(d.name(), values);
      } else {
        subjects.add(new Profiler.Subject(d.name(), values, false));
      }
    }
    return subjects;
  }

  /// Whether every column describes the segments, as it is where a script names none.
  private boolean describedByAll() {
    Set<String> used = new HashSet<>();
    plan.variables().forEach(v -> used.add(v.name()));
    plan.describedBy().forEach(d -> used.add(d.name()));
    return source.schema().names().stream().allMatch(n -> used.contains(n) || n.equals(plan.id()));
  }

  private void tellIdentifier(String name, Vector values) {
    context
        .findings()
        .add(
            Diagnostic.note(
                Code.ID_LIKE,
                values instanceof Vector.Texts
                    ? "`" + name + "` is nearly different in every row and is not profiled."
                    : "`" + name + "` is a number that tells rows apart, and is not profiled.",
                "Write `ID "
                    + ExprText.name(name)
                    + "`, or name in DESCRIBED BY what is to be profiled."));
  }

  /// Rules of thumb on sizes.
  ///
  /// @param n the rows that take part, noise among them
  private void tellSizes(List<SegmentInfo> segments, long n) {
    int variables = plan.variables().size();
    if (variables > 0 && n < 70L * variables) {
      context
          .findings()
          .add(
              Diagnostic.note(
                  Code.SMALL_SAMPLE,
                  n
                      + " rows are few for "
                      + NumberText.count(variables, "variable")
                      + ": at least "
                      + 70 * variables
                      + " (70 a variable) make segments that last."));
    }
    long most = most(n);
    if (plan.algorithm().count().isPresent() && segments.size() > most) {
      context
          .findings()
          .add(
              Diagnostic.note(
                  Code.SMALL_SAMPLE,
                  segments.size()
                      + " segments are many for "
                      + NumberText.whole(n)
                      + " rows: up to "
                      + most
                      + " are usual."));
    }
    var small = segments.stream().filter(s -> s.size() < 30).map(s -> s.number() + "").toList();
    if (!small.isEmpty() && small.size() < segments.size()) {
      context
          .findings()
          .add(
              Diagnostic.note(
                  Code.SMALL_SEGMENT,
                  (small.size() == 1 ? "Segment " : "Segments ")
                      + String.join(", ", small)
                      + (small.size() == 1 ? " has" : " have")
                      + " fewer than 30 rows; figures about so few say little."));
    }
  }

  /// The most segments that so many rows usually carry; among a thousand and more as many as a
  /// script asks for.
  private long most(long n) {
    boolean asked = plan.algorithm().count().map(K::fixed).orElse(true);
    return n < 200 ? 3 : n < 500 ? 5 : n < 1_000 ? 6 : asked ? Long.MAX_VALUE : 8;
  }
}
