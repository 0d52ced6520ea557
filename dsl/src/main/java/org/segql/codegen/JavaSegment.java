package org.segql.codegen;

import java.util.List;
import java.util.stream.Collectors;
import org.segql.algorithm.Algorithm;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan;

/// A SEGMENT as statements: who takes part, preparation, the algorithm, numbering. What follows of
/// the segments is written by {@link JavaFacts}.
final class JavaSegment {
  private final Lines lines;
  private final SegmentPlan plan;
  private final String table;
  private final JavaExpr rows;
  private final java.util.Map<String, String> cuts = new java.util.HashMap<>();

  /// @param table the variable of the source
  JavaSegment(Lines lines, SegmentPlan plan, String table, Tables tables) {
    this.lines = lines;
    this.plan = plan;
    this.table = table;
    this.rows = new JavaExpr(Scope.rows(lines, table, tables));
  }

  /// Writes what makes `segments` of the rows at `places`; noise is 0.
  void fit() {
    who();
    switch (plan.algorithm()) {
      case Algorithm.Rules _ -> rules();
      case Algorithm.Quantiles q -> bands(q);
      case Algorithm.KMeans _,
          Algorithm.Ward _,
          Algorithm.Hierarchical _,
          Algorithm.Gmm _,
          Algorithm.Dbscan _ ->
          fitted();
    }
  }

  boolean clusters() {
    return !(plan.algorithm() instanceof Algorithm.Rules)
        && !(plan.algorithm() instanceof Algorithm.Quantiles);
  }

  private void who() {
    if (plan.where() != null) {
      lines.comment("who takes part");
      lines.add("Predicate<Row> takesPart = " + rows.predicate(plan.where()) + ";");
      lines.add("Table rows = where(" + table + ", takesPart);");
    } else {
      lines.add("Table rows = " + table + ";");
    }
    if (plan.weight() != null) {
      lines.add(
          "Function<Row, Double> weight = r -> r.getDouble("
              + JavaText.quoted(plan.weight())
              + ");");
    } else if (!clusters()) {
      lines.add("Function<Row, Double> weight = r -> 1.0;");
    }
    lines.blank();
  }

  private String weight() {
    return plan.weight() == null ? "" : ", weight";
  }

  private String weights() {
    return plan.weight() == null ? "" : ", weights";
  }

  private void fitted() {
    lines.add("List<Function<Row, Double>> variables = new ArrayList<>();");
    var preparation = new JavaPreparation(lines, rows, "rows", weight());
    boolean some = neighbours().endsWith("open");
    if (some) {
      lines.add("List<Integer> filled = new ArrayList<>();");
    }
    for (var v : plan.variables()) {
      lines.comment(v.name() + said(v.preparation()));
      String before =
          some && knn(v.preparation()) ? lines.variable("int", "from", "variables.size()") : "";
      preparation.of(v);
      if (!before.isEmpty()) {
        lines.add("IntStream.range(" + before + ", variables.size()).forEach(filled::add);");
      }
    }
    lines.blank();
    lines.add("double[][] prepared = matrix(" + table + ", variables);");
    takeOut("prepared", table);
    if (!neighbours().isEmpty()) {
      if (some) {
        lines.add("int[] open = filled.stream().mapToInt(i -> i).toArray();");
      }
      lines.add("double[][] complete = among2000(prepared);");
      lines.add("impute(prepared, complete, " + neighbours() + ");");
    }
    lines.add("int[] places = complete(prepared);");
    lines.add("double[][] data = at(prepared, places);");
    if (plan.weight() != null) {
      lines.add("double[] weights = weightsAt(" + table + ", weight, places);");
    }
    lines.blank();
    lines.comment("USING " + plan.algorithm().text());
    new JavaAlgorithm(lines, plan.weight() != null, plan.seed()).write(plan.algorithm());
    lines.add("int[] segments = numbered(data, labels" + weights() + ");");
  }

  private void takeOut(String data, String of) {
    if (plan.where() != null) {
      lines.add("takesNoPart(" + data + ", " + of + ", takesPart);");
    }
  }

  private static boolean knn(Preparation p) {
    return p.missing() instanceof Preparation.Missing.Knn;
  }

  /// How many neighbours fill a gap, and the columns that they may fill where not all may be; empty
  /// where none is.
  private String neighbours() {
    var counts =
        plan.variables().stream()
            .map(v -> v.preparation().missing())
            .filter(Preparation.Missing.Knn.class::isInstance)
            .map(m -> ((Preparation.Missing.Knn) m).neighbours())
            .toList();
    if (counts.isEmpty()) {
      return "";
    }
    return counts.getFirst() + (counts.size() == plan.variables().size() ? "" : ", open");
  }

  private static String said(Preparation p) {
    var parts = new java.util.ArrayList<String>();
    if (p.transform() != Preparation.Transform.NONE) {
      parts.add(p.transform().name());
    }
    switch (p.missing()) {
      case Preparation.Missing.Mean _ -> parts.add("MISSING MEAN");
      case Preparation.Missing.Median _ -> parts.add("MISSING MEDIAN");
      case Preparation.Missing.Mode _ -> parts.add("MISSING MODE");
      case Preparation.Missing.Knn k -> parts.add("MISSING KNN(" + k.neighbours() + ")");
      case Preparation.Missing.Exclude _, Preparation.Missing.Fail _ -> {}
    }
    return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
  }

  private void rules() {
    lines.comment("the first rule that holds gives the segment");
    lines.add("Function<Row, String> rule = r -> {");
    for (var rule : plan.rules()) {
      String label = JavaText.quoted(rule.label());
      if (rule.condition() == null) {
        lines.add("return " + label + ";");
        break;
      }
      lines.add("if (" + rows.conditions().truth(rule.condition()) + ") {");
      lines.add("return " + label + ";");
      lines.add("}");
    }
    if (plan.rules().stream().allMatch(r -> r.condition() != null)) {
      lines.add("return null;");
    }
    lines.add("};");
    lines.add("List<String> order = bySize(rows, rule, weight);");
    named("rule");
  }

  /// Numbers of the rows by the place of their name in `order`; rows without one keep -1.
  private void named(String function) {
    String in = plan.where() == null ? "" : "!takesPart.test(r) ? -1 : ";
    lines.add(
        "int[] all = values("
            + table
            + ", r -> "
            + in
            + "order.indexOf("
            + function
            + ".apply(r)) + 1).stream().mapToInt(s -> s == 0 ? -1 : s).toArray();");
    lines.add("int[] places = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();");
    lines.add("int[] segments = Arrays.stream(places).map(i -> all[i]).toArray();");
  }

  private void bands(Algorithm.Quantiles q) {
    var cells = new java.util.ArrayList<String>();
    for (var v : plan.variables()) {
      String value = lines.variable("Function<Row, Double>", v.name(), rows.lambda(v.value()));
      String own =
          lines.variable(
              "double[]",
              v.name() + " cuts",
              "cuts(rows, " + value + ", " + q.bands() + weight() + ")");
      cells.add(value + ".apply(r), " + own);
      cuts.put(v.name(), own);
    }
    lines.comment("the bands of all variables; null where one is missing");
    lines.add("Function<Row, Bands> cell = r -> bands(" + String.join(", ", cells) + ");");
    lines.add("List<Bands> order = bySize(rows, cell, weight);");
    named("cell");
  }

  /// Writes what makes `found`, the segments of the rows at `foundPlaces` of another table, by the
  /// model that {@link #fit} has left in the variables.
  void score(String fresh) {
    if (!clusters()) {
      String function = plan.algorithm() instanceof Algorithm.Rules ? "rule" : "cell";
      String in = plan.where() == null ? "" : "!takesPart.test(r) ? -1 : ";
      lines.add(
          "int[] found = values("
              + fresh
              + ", r -> "
              + in
              + "order.indexOf("
              + function
              + ".apply(r)) + 1).stream().mapToInt(s -> s == 0 ? -1 : s).toArray();");
      return;
    }
    lines.add("double[][] fresh = matrix(" + fresh + ", variables);");
    takeOut("fresh", fresh);
    if (!neighbours().isEmpty()) {
      lines.add("impute(fresh, complete, " + neighbours() + ");");
    }
    lines.add("int[] freshPlaces = complete(fresh);");
    String to =
        switch (plan.algorithm()) {
          case Algorithm.Dbscan _ -> "dense(model, at(fresh, freshPlaces))";
          case Algorithm.Gmm a when a.k().fixed() && a.k().low() == 1 -> nearest();
          case Algorithm.Gmm _ ->
              "Arrays.stream(at(fresh, freshPlaces)).mapToInt(mixture::map).toArray()";
          case Algorithm.KMeans _,
              Algorithm.Ward _,
              Algorithm.Hierarchical _,
              Algorithm.Quantiles _,
              Algorithm.Rules _ ->
              nearest();
        };
    lines.add("int[] freshLabels = " + to + ";");
    lines.add(
        "int[] found = spread(renumbered(freshLabels, labels, segments), freshPlaces,"
            + " fresh.length);");
  }

  private String nearest() {
    return "nearest(at(fresh, freshPlaces), centroids(data, labels, MathEx.max(labels) + 1"
        + weights()
        + "))";
  }

  /// The variables that name segments automatically.
  String traits() {
    return plan.variables().stream()
        .map(v -> "new Trait(" + JavaText.quoted(v.name()) + ", " + rows.lambda(v.value()) + ")")
        .collect(Collectors.joining(",\n        "));
  }

  JavaExpr rows() {
    return rows;
  }

  /// The variable of the cut points of each banded variable.
  java.util.Map<String, String> cuts() {
    return cuts;
  }

  List<String> variables() {
    return plan.variables().stream().map(SegmentPlan.Variable::name).toList();
  }
}
