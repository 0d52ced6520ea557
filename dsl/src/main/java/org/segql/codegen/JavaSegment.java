package org.segql.codegen;

import java.util.Locale;
import java.util.stream.Collectors;
import org.segql.algorithm.Algorithm;
import org.segql.algorithm.K;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.plan.Expr;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// A SEGMENT as statements: who takes part, preparation, the algorithm, numbering, targets, and a
/// table of what came out.
final class JavaSegment {
  private final Lines lines;
  private final SegmentPlan plan;
  private final String table;

  JavaSegment(Lines lines, SegmentPlan plan, String table) {
    this.lines = lines;
    this.plan = plan;
    this.table = table;
  }

  void write() {
    refuse();
    lines.add("int n = " + table + ".rowCount();");
    lines.comment("who takes part");
    lines.add("boolean[] in = new boolean[n];");
    String where =
        plan.where() == null
            ? "true"
            : "Boolean.TRUE.equals(" + JavaExpr.ofRows(table).of(plan.where()) + ")";
    lines.add("for (int row = 0; row < n; row++) { int i = row; in[i] = " + where + "; }");
    lines.blank();
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
    lines.blank();
    report();
  }

  private void refuse() {
    if (plan.weight() != null || plan.per().isPresent()) {
      throw new SegqlException(
          Diagnostic.error(
              Code.NOT_SUPPORTED,
              (plan.weight() != null ? "WEIGHT" : "PER")
                  + " has no place in programs of EXPLAIN JAVA: Smile's methods take no weights.",
              "Leave it out."));
    }
  }

  private void fitted() {
    lines.add("List<double[]> columns = new ArrayList<>();");
    var preparation = new JavaPreparation(lines, table);
    plan.variables().forEach(preparation::of);
    lines.add("int[] taking = complete(columns, in);");
    lines.add("double[][] data = data(columns, taking);");
    lines.blank();
    lines.comment("USING " + plan.algorithm().text());
    lines.add("int[] labels = " + labels() + ";");
    lines.add("int[] segments = spread(numbered(labels, data), taking, n);");
  }

  private String labels() {
    return switch (plan.algorithm()) {
      case Algorithm.KMeans a ->
          over(
              a.k(),
              k ->
                  "kmeans(data, "
                      + k
                      + ", "
                      + Math.max(20, 2 * a.restarts())
                      + ", "
                      + a.maxIterations()
                      + ", "
                      + plan.seed()
                      + "L)");
      case Algorithm.Ward a ->
          over(a.k(), k -> "tree(WardLinkage.of(data), " + k + ", data.length)");
      case Algorithm.Hierarchical a ->
          over(a.k(), k -> "tree(" + linkage(a) + ".of(data), " + k + ", data.length)");
      case Algorithm.Gmm a -> over(a.k(), k -> "mixture(data, " + k + ", " + plan.seed() + "L)");
      case Algorithm.Dbscan a -> {
        String points = a.minPoints() == 0 ? "Math.max(4, 2 * columns.size())" : "" + a.minPoints();
        String epsilon =
            Double.isNaN(a.epsilon()) ? "knee(data, " + points + ")" : "" + a.epsilon();
        yield "dbscan(data, " + epsilon + ", " + points + ")";
      }
      case Algorithm.Quantiles _, Algorithm.Rules _ ->
          throw new IllegalArgumentException("bands and rules are not fitted");
    };
  }

  private static String linkage(Algorithm.Hierarchical a) {
    return switch (a.linkage()) {
      case SINGLE -> "SingleLinkage";
      case COMPLETE -> "CompleteLinkage";
      case AVERAGE -> "UPGMALinkage";
    };
  }

  private interface AtK {
    String labels(String k);
  }

  private String over(K k, AtK fit) {
    if (k.fixed()) {
      return fit.labels(Integer.toString(k.low()));
    }
    lines.add(
        "int chosen = bestK("
            + Math.max(2, k.low())
            + ", "
            + k.high()
            + ", data, k -> "
            + fit.labels("k")
            + ");");
    lines.add("System.out.println(\"k = \" + chosen);");
    return fit.labels("chosen");
  }

  private void rules() {
    lines.add("List<Object> names = new ArrayList<>();");
    lines.add("for (int row = 0; row < n; row++) {");
    lines.add("  int i = row;");
    lines.add("  Object name = null;");
    for (var rule : plan.rules()) {
      String test =
          rule.condition() == null
              ? ""
              : " && Boolean.TRUE.equals(" + JavaExpr.ofRows(table).of(rule.condition()) + ")";
      lines.add(
          "  if (in[i] && name == null" + test + ") name = " + JavaText.quoted(rule.label()) + ";");
    }
    lines.add("  names.add(name);");
    lines.add("}");
    lines.add("List<String> order = new ArrayList<>();");
    lines.add("int[] segments = bySize(names, order);");
  }

  private void bands(Algorithm.Quantiles q) {
    lines.add("List<double[]> columns = new ArrayList<>();");
    lines.add("List<double[]> cuts = new ArrayList<>();");
    for (var v : plan.variables()) {
      lines.comment(v.name());
      String x =
          lines.variable(
              "double[]", "x", "numbers(n, " + JavaExpr.ofRows(table).lambda(v.value()) + ")");
      lines.add("columns.add(" + x + ");");
      lines.add("cuts.add(cuts(" + x + ", in, " + q.bands() + "));");
    }
    lines.add("List<Object> cells = values(n, i -> in[i] ? cell(i, columns, cuts) : null);");
    lines.add("List<String> order = new ArrayList<>();");
    lines.add("int[] segments = bySize(cells, order);");
  }

  /// The table of segments with their figures, the targets, and the segment of each row in a file
  /// where one is named.
  private void report() {
    lines.comment("what came out");
    lines.add("List<List<Integer>> members = members(segments);");
    lines.add("Table result = Table.create(" + JavaText.quoted(plan.name()) + ");");
    lines.add(
        "result.addColumns(DoubleColumn.create(\"segment\", IntStream.rangeClosed(1,"
            + " members.size()).mapToDouble(s -> s).toArray()));");
    lines.add(
        "result.addColumns(DoubleColumn.create(\"size\","
            + " members.stream().mapToDouble(List::size).toArray()));");
    for (var v : plan.variables()) {
      if (v.value().type() == Type.NUMBER) {
        lines.add(
            "result.addColumns(column("
                + JavaText.quoted("mean of " + v.name())
                + ", \"NUMBER\", values(members.size(), s -> avg(members.get(s), "
                + JavaExpr.ofRows(table).lambda(v.value())
                + "))));");
      }
    }
    if (plan.target() != null) {
      target(plan.target());
    }
    lines.add("System.out.println(result.printAll());");
    lines.add(
        "if (args.length > 0) Files.write(Path.of(args[0]),"
            + " Arrays.stream(segments).mapToObj(Integer::toString).collect(Collectors.toList()));");
  }

  private void target(SegmentPlan.Target target) {
    lines.comment(target.text());
    var facts = new JavaExpr(table, "rows.get(0)", JavaSegment::fact);
    lines.add(
        "double all = members.stream().mapToDouble(List::size).sum() +"
            + " Arrays.stream(segments).filter(s -> s == 0).count();");
    lines.add("List<Integer> targets = new ArrayList<>();");
    String keys =
        target.orderBy().stream()
            .map(
                (Relation.SortExpr k) ->
                    ", new Key(s -> { List<Integer> rows = members.get(s); return "
                        + facts.of(k.value())
                        + "; }, "
                        + k.descending()
                        + ")")
            .collect(Collectors.joining());
    lines.add("for (int s : order(members.size()" + keys + ")) {");
    lines.add("  List<Integer> rows = members.get(s);");
    Expr where = target.where();
    lines.add(
        "  if ("
            + (where == null ? "true" : "Boolean.TRUE.equals(" + facts.of(where) + ")")
            + (target.limit() < 0 ? "" : " && targets.size() < " + target.limit())
            + ") targets.add(s + 1);");
    lines.add("}");
    lines.add(
        "result.addColumns(column(\"target\", \"BOOLEAN\", values(members.size(), s ->"
            + " targets.contains(s + 1))));");
  }

  private static String fact(Expr.Fact.Kind kind) {
    return switch (kind) {
      case SEGMENT -> "(Object) (s + 1.0)";
      case SIZE, POPULATION -> "(Object) (double) rows.size()";
      case SHARE -> "(Object) (rows.size() / all)";
      case K -> "(Object) (double) members.size()";
      case SEGMENT_NAME, SILHOUETTE, STABILITY, VERDICT ->
          throw new SegqlException(
              Diagnostic.error(
                  Code.NOT_SUPPORTED,
                  "TARGET by "
                      + kind.name().toLowerCase(Locale.ROOT)
                      + " has no place in programs of EXPLAIN JAVA.",
                  "Use `size`, `share`, `segment` or aggregates."));
    };
  }
}
