package org.segql.plan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.algorithm.K;
import org.segql.catalog.Type;
import org.segql.plan.Expr;
import org.segql.plan.ExprText;
import org.segql.plan.Preparation;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// The steps of a SEGMENT, in the order in which they are done.
final class SegmentTree {
  private final RelationTree relations;

  SegmentTree(RelationTree relations) {
    this.relations = relations;
  }

  Tree of(SegmentPlan plan) {
    var steps = new ArrayList<>(prepared(plan));
    steps.add(
        new Tree("fit " + algorithm(plan.algorithm()) + ", seed " + plan.seed(), rules(plan)));
    steps.add(
        new Tree(
            "number segments by "
                + (plan.weight() == null ? "size" : "population (sum of " + plan.weight() + ")")));
    steps.add(new Tree("name " + naming(plan)));
    if (!plan.describedBy().isEmpty()) {
      steps.add(new Tree("describe by " + RelationTree.named(plan.describedBy())));
    }
    if (!plan.gates().isEmpty()) {
      steps.add(new Tree("require", plan.gates().stream().map(g -> new Tree(g.text())).toList()));
    }
    SegmentPlan.Target target = plan.target();
    if (target != null) {
      steps.add(new Tree(target(target)));
    }
    steps.addAll(end(plan));
    return new Tree(
        "segment "
            + ExprText.name(plan.source())
            + " as "
            + ExprText.name(plan.name())
            + plan.per().map(p -> " for each " + ExprText.name(p)).orElse("")
            + PlanPrinter.date(plan.asOf()),
        steps);
  }

  /// What comes before a fit.
  List<Tree> prepared(SegmentPlan plan) {
    var steps = new ArrayList<Tree>();
    steps.add(relations.of(plan.input()));
    Expr where = plan.where();
    if (where != null) {
      String count = taking(plan).text();
      steps.add(
          new Tree(
              "those take part where "
                  + ExprText.of(where)
                  + (count.isEmpty() ? "" : ", " + count)));
    }
    if (!plan.variables().isEmpty()) {
      steps.add(new Tree("prepare", plan.variables().stream().map(SegmentTree::variable).toList()));
    }
    return steps;
  }

  /// A fit of a comparison.
  Tree candidate(SegmentPlan plan) {
    return new Tree("fit " + algorithm(plan.algorithm()) + ", seed " + plan.seed(), end(plan));
  }

  /// The choices left open, and the cost.
  private List<Tree> end(SegmentPlan plan) {
    var steps = new ArrayList<Tree>();
    if (!plan.defaults().isEmpty()) {
      steps.add(new Tree("chosen by default: " + String.join(", ", plan.defaults())));
    }
    String grows = plan.algorithm().definition().cost();
    RowCount read = relations.rows().of(plan.input());
    RowCount rows = taking(plan);
    steps.add(
        new Tree(
            read.known() && rows.known()
                ? "cost: "
                    + new FitCost(plan, read.rows(), rows.rows()).text()
                    + "; grows with "
                    + grows
                : "cost: grows with " + grows));
    return steps;
  }

  private RowCount taking(SegmentPlan plan) {
    return relations.rows().where(relations.rows().of(plan.input()), plan.where());
  }

  private static Tree variable(SegmentPlan.Variable v) {
    boolean plain = v.value() instanceof Expr.Column c && c.name().equals(v.name());
    String name = ExprText.name(v.name()) + (plain ? "" : " = " + ExprText.of(v.value()));
    return new Tree(name + ": " + preparation(v.preparation(), v.value()));
  }

  /// What is done to a variable, in the order in which it is done.
  private static String preparation(Preparation p, Expr value) {
    var steps = new ArrayList<String>();
    boolean text = value.type() == Type.TEXT;
    if (p.transform() != Preparation.Transform.NONE) {
      steps.add(word(p.transform()));
    }
    switch (p.outliers()) {
      case Preparation.Outliers.Keep _ -> {}
      case Preparation.Outliers.Winsorize w ->
          steps.add("winsorize " + number(w.share() * 100) + "% in each tail");
      case Preparation.Outliers.Exclude e -> steps.add("exclude beyond z = " + number(e.z()));
      case Preparation.Outliers.Flag f -> steps.add("flag beyond z = " + number(f.z()));
    }
    steps.add(
        switch (p.missing()) {
          case Preparation.Missing.Exclude _ -> "leave out rows where it is missing";
          case Preparation.Missing.Mean _ -> "mean for missing";
          case Preparation.Missing.Median _ -> "median for missing";
          case Preparation.Missing.Mode _ -> "mode for missing";
          case Preparation.Missing.Knn k -> k.neighbours() + " nearest rows for missing";
          case Preparation.Missing.Fail _ -> "fail where it is missing";
        });
    if (text && p.encode() != Preparation.Encode.NONE) {
      steps.add("encode " + (value.levels().isEmpty() ? word(p.encode()) : "by rank"));
    }
    if (p.scale() != Preparation.Scale.NONE && !text) {
      steps.add("scale " + word(p.scale()));
    }
    if (p.weight() != 1) {
      steps.add("weight " + number(p.weight()));
    }
    return String.join(", ", steps);
  }

  private static String number(double x) {
    return ExprText.of(Expr.Constant.of(x));
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static List<Tree> rules(SegmentPlan plan) {
    return plan.rules().stream()
        .map(
            r -> {
              Expr condition = r.condition();
              return new Tree(
                  "'"
                      + r.label()
                      + "' "
                      + (condition == null ? "otherwise" : "when " + ExprText.of(condition)));
            })
        .toList();
  }

  static String algorithm(Algorithm algorithm) {
    AlgorithmDefinition d = algorithm.definition();
    return switch (algorithm) {
      case Algorithm.KMeans a ->
          d.text()
              + "("
              + k(a.k())
              + ", restarts = "
              + a.restarts()
              + ", max_iterations = "
              + a.maxIterations()
              + ")";
      case Algorithm.Ward a -> d.text() + "(" + k(a.k()) + ")";
      case Algorithm.Hierarchical a ->
          d.text() + "(" + k(a.k()) + ", linkage = " + word(a.linkage()) + ")";
      case Algorithm.Gmm a -> d.text() + "(" + k(a.k()) + ", restarts = " + a.restarts() + ")";
      case Algorithm.Dbscan a ->
          d.text()
              + "(epsilon = "
              + (Double.isNaN(a.epsilon()) ? "AUTO" : a.epsilon())
              + ", min_points = "
              + (a.minPoints() == 0 ? "AUTO" : a.minPoints())
              + ")";
      case Algorithm.Quantiles a -> d.text() + "(" + a.bands() + ")";
      case Algorithm.Rules _ -> d.text();
    };
  }

  private static String k(K k) {
    return k.fixed() ? "k = " + k.text() : "k by vote among " + k.text();
  }

  private static String naming(SegmentPlan plan) {
    return switch (plan.naming()) {
      case SegmentPlan.Naming.Auto _ ->
          plan.rules().isEmpty() ? "by what marks each segment" : "as the rules do";
      case SegmentPlan.Naming.From n -> "as the segments of " + ExprText.name(n.segmentation());
      case SegmentPlan.Naming.ByNumber n ->
          n.names().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> e.getKey() + " '" + e.getValue() + "'")
              .collect(Collectors.joining(", "));
      case SegmentPlan.Naming.ByRule n ->
          n.rules().stream().map(r -> "'" + r.label() + "'").collect(Collectors.joining(", "))
              + " by rules, others "
              + (n.otherwise() == null ? "by what marks them" : "'" + n.otherwise() + "'");
    };
  }

  private static String target(SegmentPlan.Target t) {
    Expr where = t.where();
    List<Relation.SortExpr> keys = t.orderBy();
    return "target segments"
        + (where == null ? "" : " where " + ExprText.of(where))
        + (keys.isEmpty() ? "" : " ordered by " + RelationTree.keys(keys))
        + (t.limit() < 0 ? "" : ", the first " + t.limit());
  }
}
