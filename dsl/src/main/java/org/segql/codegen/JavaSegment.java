package org.segql.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.segql.algorithm.Algorithm;
import org.segql.catalog.Type;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentationSchema;

/// A SEGMENT as statements: who takes part, preparation, the algorithm, numbering. What follows of
/// the segments is written by {@link JavaFacts}.
final class JavaSegment {
  private final Lines lines;
  private final SegmentPlan plan;
  private final String table;
  private final JavaExpr rows;
  private final Map<String, String> cuts = new HashMap<>();

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
    return clusters(plan.algorithm());
  }

  /// Whether segments are formed by the distances of prepared rows.
  static boolean clusters(Algorithm algorithm) {
    return !(algorithm instanceof Algorithm.Rules) && !(algorithm instanceof Algorithm.Quantiles);
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
    var parts = new ArrayList<String>();
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
    named();
  }

  /// Numbers of the rows by the place of their name in `order`; rows without one keep -1.
  private void named() {
    lines.add("int[] all = " + byName(table) + ";");
    lines.add("int[] places = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();");
    lines.add("int[] segments = Arrays.stream(places).map(i -> all[i]).toArray();");
  }

  private String byName(String of) {
    String function = plan.algorithm() instanceof Algorithm.Rules ? "rule" : "cell";
    String in = plan.where() == null ? "" : "!takesPart.test(r) ? -1 : ";
    return "values("
        + of
        + ", r -> "
        + in
        + "order.indexOf("
        + function
        + ".apply(r)) + 1).stream().mapToInt(s -> s == 0 ? -1 : s).toArray()";
  }

  private void bands(Algorithm.Quantiles q) {
    var cells = new ArrayList<String>();
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
    named();
  }

  /// Writes what makes `scores`, a table of the segments of the rows of another table by the model
  /// that {@link #fit} has left in the variables.
  ///
  /// @param asked which columns of a segmentation it shall have beside the segment
  void score(String fresh, Set<String> asked) {
    if (clusters()) {
      scoreByModel(fresh, asked);
    } else {
      lines.add("int[] found = " + byName(fresh) + ";");
      lines.add("Table scores = Table.create(\"scores\", segmentColumn(found));");
    }
    if (!clusters() || !(plan.algorithm() instanceof Algorithm.Gmm)) {
      addMissing(asked, SegmentationSchema.CONFIDENCE, fresh);
    }
    if (!clusters()) {
      addMissing(asked, SegmentationSchema.DISTANCE, fresh);
    }
    if (asked.contains(SegmentationSchema.EXCLUDED)) {
      lines.add("scores.addColumns(" + exclusions("fresh", fresh) + ");");
    }
  }

  private void addMissing(Set<String> asked, String column, String of) {
    if (asked.contains(column)) {
      lines.add(
          "scores.addColumns("
              + JavaRelation.create(column, Type.NUMBER, of + ".rowCount()")
              + ");");
    }
  }

  /// Why rows take no part.
  ///
  /// @param matrix the variable of the prepared rows
  String exclusions(String matrix, String of) {
    if (clusters()) {
      return "exclusions(" + matrix + ")";
    }
    String in = plan.where() == null ? "" : "!takesPart.test(r) ? \"where\" : ";
    String why =
        plan.algorithm() instanceof Algorithm.Quantiles
            ? "cell.apply(r) == null ? \"missing\" : "
            : "";
    return "computed(StringColumn.create(\"excluded\"), " + of + ", r -> " + in + why + "\"\")";
  }

  private void scoreByModel(String fresh, Set<String> asked) {
    lines.add("double[][] fresh = matrix(" + fresh + ", variables);");
    takeOut("fresh", fresh);
    if (!neighbours().isEmpty()) {
      lines.add("impute(fresh, complete, " + neighbours() + ");");
    }
    lines.add("int[] freshPlaces = complete(fresh);");
    lines.add("double[][] told = at(fresh, freshPlaces);");
    String k = plan.algorithm().count().map(JavaAlgorithm::count).orElse("");
    String to =
        switch (plan.algorithm()) {
          case Algorithm.Dbscan _ -> "dense(model, told)";
          case Algorithm.Gmm _ -> "Arrays.stream(told).mapToInt(mixture::map).toArray()";
          case Algorithm.Ward _, Algorithm.Hierarchical _ ->
              "parts(data, tree, " + k + weights() + ").labels(told)";
          case Algorithm.KMeans _, Algorithm.Quantiles _, Algorithm.Rules _ ->
              "nearest(told, " + centers() + ")";
        };
    lines.add("int[] freshLabels = " + to + ";");
    lines.add(
        "Table scores = Table.create(\"scores\", segmentColumn(spread(renumbered(freshLabels,"
            + " labels, segments), freshPlaces, fresh.length)));");
    if (asked.contains(SegmentationSchema.DISTANCE)) {
      addSpread(SegmentationSchema.DISTANCE, distances("told", "freshLabels"));
    }
    if (asked.contains(SegmentationSchema.CONFIDENCE)
        && plan.algorithm() instanceof Algorithm.Gmm) {
      addSpread(SegmentationSchema.CONFIDENCE, confidence("told"));
    }
  }

  /// How far rows are from the middle of their segment.
  ///
  /// @param found the variable of their labels
  String distances(String data, String found) {
    return "distances(" + data + ", " + centers() + ", " + found + ")";
  }

  /// The middles of the segments, by label.
  private String centers() {
    return plan.algorithm() instanceof Algorithm.Gmm
        ? "Arrays.stream(mixture.components).map(c ->"
            + " c.distribution().mean()).toArray(double[][]::new)"
        : "centroids(data, labels, MathEx.max(labels) + 1" + weights() + ")";
  }

  /// The probability of the segment of each row of a mixture.
  static String confidence(String data) {
    return "Arrays.stream("
        + data
        + ").mapToDouble(x -> MathEx.max(mixture.posteriori(x))).toArray()";
  }

  private void addSpread(String column, String values) {
    lines.add(
        "scores.addColumns(DoubleColumn.create("
            + JavaText.quoted(column)
            + ", spreadDoubles("
            + values
            + ", freshPlaces, fresh.length)));");
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
  Map<String, String> cuts() {
    return cuts;
  }

  List<String> variables() {
    return plan.variables().stream().map(SegmentPlan.Variable::name).toList();
  }
}
