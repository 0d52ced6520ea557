package org.segql.codegen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.catalog.Type;
import org.segql.plan.Expr;
import org.segql.plan.Expr.Fact.Kind;
import org.segql.plan.ExprTree;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentPlan.Naming;

/// What is asked of segments once they exist, as statements: names, gates, targets, figures.
final class JavaFacts {
  private final Lines lines;
  private final SegmentPlan plan;
  private final JavaSegment segment;
  private final String table;
  private final Tables tables;

  JavaFacts(Lines lines, SegmentPlan plan, JavaSegment segment, String table, Tables tables) {
    this.lines = lines;
    this.plan = plan;
    this.segment = segment;
    this.table = table;
    this.tables = tables;
  }

  /// Writes what makes `segment`, the column, and `members`, the rows of each segment.
  void members() {
    lines.blank();
    lines.add(
        "DoubleColumn segment = segmentColumn(spread(segments, places, "
            + table
            + ".rowCount()));");
    lines.add("List<Table> members = members(" + table + ", segment);");
    if (asks(Kind.SHARE) || asks(Kind.POPULATION) && plan.weight() != null) {
      String taking = table + ".where(segment.isGreaterThanOrEqualTo(0))";
      lines.add("double total = " + population(taking) + ";");
    }
    if (asks(Kind.SILHOUETTE) || asks(Kind.VERDICT)) {
      lines.add(
          segment.clusters()
              ? "double[] silhouettes = silhouettes(data, segments" + weights() + ");"
              : "double[] silhouettes = {};");
    }
    if (asks(Kind.STABILITY) || asks(Kind.VERDICT)) {
      stability();
    }
  }

  private String weights() {
    return plan.weight() == null ? "" : ", weights";
  }

  private String population(String rows) {
    return plan.weight() == null
        ? rows + ".rowCount()"
        : "sum(values(" + rows + ", r -> r.getDouble(" + JavaText.quoted(plan.weight()) + ")))";
  }

  private void stability() {
    String none = "DoubleStream.generate(() -> Double.NaN).limit(members.size()).toArray()";
    String stable =
        plan.algorithm()
            .count()
            .map(
                k ->
                    k.fixed()
                        ? new JavaAlgorithm(lines, plan.weight() != null, plan.seed())
                            .fitter(plan.algorithm())
                        : "fit")
            .map(fitter -> "stability(data, segments, " + fitter + weights() + ")")
            .orElse(none);
    lines.add("double[] stable = " + stable + ";");
    if (asks(Kind.VERDICT)) {
      lines.add(
          "String verdict = members.size() < 2 ? \"none\" : MathEx.min(stable) < 0.75 ?"
              + " \"constructive\" : silhouette(silhouettes, segments, 0) >= 0.5 ? \"natural\" :"
              + " \"reproducible\";");
    }
  }

  private static Stream<Expr> conditions(SegmentPlan plan) {
    Stream<@Nullable Expr> target =
        plan.target() == null
            ? Stream.of()
            : Stream.concat(
                Stream.ofNullable(plan.target().where()),
                plan.target().orderBy().stream().map(o -> o.value()));
    Stream<@Nullable Expr> names =
        plan.naming() instanceof Naming.ByRule n
            ? n.rules().stream().map(SegmentPlan.RuleCase::condition)
            : Stream.of();
    return Stream.of(target, names, plan.gates().stream().map(g -> g.condition()))
        .flatMap(s -> s)
        .filter(java.util.Objects::nonNull)
        .map(java.util.Objects::requireNonNull);
  }

  boolean asks(Kind kind) {
    return asks(plan, kind);
  }

  private static boolean asks(SegmentPlan plan, Kind kind) {
    return conditions(plan).anyMatch(c -> asks(c, kind));
  }

  private static boolean asks(Expr condition, Kind kind) {
    return ExprTree.any(condition, e -> e instanceof Expr.Fact f && f.kind() == kind);
  }

  /// Whether names are asked for by what a plan itself holds.
  static boolean asksForNames(SegmentPlan plan) {
    return !(plan.naming() instanceof Naming.Auto) || asks(plan, Kind.SEGMENT_NAME);
  }

  /// Over segments, `s` from 1.
  private JavaExpr each() {
    return new JavaExpr(
        new Scope(
            lines, "s", table, "members.get(s - 1)", true, plan.weight(), this::ofEach, tables));
  }

  private JavaExpr whole() {
    return new JavaExpr(
        new Scope(lines, "s", table, "everyone", true, plan.weight(), this::ofWhole, tables));
  }

  private Piece ofEach(Kind kind) {
    String own = "members.get(s - 1)";
    return switch (kind) {
      case SEGMENT -> new Piece("(double) s", Piece.UNARY);
      case SEGMENT_NAME -> Piece.atom("names.get(s - 1)");
      case SIZE -> new Piece("(double) " + own + ".rowCount()", Piece.UNARY);
      case POPULATION -> number(population(own));
      case SHARE -> Piece.of(Piece.atom(population(own)), "/", Piece.atom("total"), Piece.TIMES);
      case K -> new Piece("(double) members.size()", Piece.UNARY);
      case SILHOUETTE -> silhouette("s");
      case STABILITY -> Piece.atom("stable[s - 1]");
      case VERDICT -> Piece.atom("verdict");
    };
  }

  private Piece ofWhole(Kind kind) {
    return switch (kind) {
      case SEGMENT -> Piece.atom("Double.NaN");
      case SEGMENT_NAME -> Piece.atom("\"\"");
      case SIZE -> new Piece("(double) everyone.rowCount()", Piece.UNARY);
      case POPULATION -> number(population("everyone"));
      case SHARE ->
          Piece.of(Piece.atom(population("everyone")), "/", Piece.atom("total"), Piece.TIMES);
      case K -> new Piece("(double) members.size()", Piece.UNARY);
      case SILHOUETTE -> silhouette("0");
      case STABILITY -> Piece.atom("Arrays.stream(stable).average().orElse(Double.NaN)");
      case VERDICT -> Piece.atom("verdict");
    };
  }

  private Piece number(String population) {
    return plan.weight() == null
        ? new Piece("(double) " + population, Piece.UNARY)
        : Piece.atom(population);
  }

  private Piece silhouette(String of) {
    return Piece.atom(
        segment.clusters()
            ? "silhouette(silhouettes, segments, " + of + weights() + ")"
            : "Double.NaN");
  }

  /// Writes what makes `names`, one a segment.
  ///
  /// @param old for NAME FROM: the variable of the older segmentation and a call that gives its
  ///   segments of the rows; null where it is not known
  void names(@Nullable Older old) {
    String automatic = automatic();
    String names =
        switch (plan.naming()) {
          case Naming.Auto _ -> automatic;
          case Naming.ByNumber n -> {
            String map =
                n.names().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .map(e -> e.getKey() + ", " + JavaText.quoted(e.getValue()))
                    .collect(Collectors.joining(", "));
            String rest = lines.variable("List<String>", "automatic", automatic);
            yield "unique(IntStream.rangeClosed(1, members.size()).mapToObj(s -> Map.of("
                + map
                + ").getOrDefault(s, "
                + rest
                + ".get(s - 1))).toList())";
          }
          case Naming.ByRule n -> ruled(n, automatic);
          case Naming.From _ ->
              old == null
                  ? automatic
                  : "carried("
                      + automatic
                      + ", spread(segments, places, "
                      + table
                      + ".rowCount()), namesOf("
                      + old.segmentation()
                      + "), "
                      + old.segments()
                      + ")";
        };
    lines.add("List<String> names = " + names + ";");
  }

  /// @param segmentation the variable of its table
  /// @param segments an expression that gives its segments of the rows
  record Older(String segmentation, String segments) {}

  private String automatic() {
    if (plan.algorithm() instanceof Algorithm.Rules) {
      return "order";
    }
    if (plan.algorithm() instanceof Algorithm.Quantiles) {
      return bandNames();
    }
    return "automaticNames("
        + table
        + ", segment, "
        + (plan.weight() == null ? "r -> 1.0" : "weight")
        + ",\n        "
        + segment.traits()
        + ")";
  }

  private String bandNames() {
    String cuts =
        segment.variables().stream()
            .map(v -> JavaText.quoted(v) + ", " + cutsOf(v))
            .collect(Collectors.joining(", "));
    return "order.stream().map(c -> bandName(c, " + cuts + ")).toList()";
  }

  private String cutsOf(String variable) {
    return segment.cuts().getOrDefault(variable, "");
  }

  private String ruled(Naming.ByRule n, String automatic) {
    boolean facts = asks(Kind.SEGMENT_NAME);
    String rest =
        n.otherwise() != null && !facts
            ? JavaText.quoted(n.otherwise())
            : lines.variable("List<String>", "automatic", automatic);
    String last = n.otherwise() != null ? JavaText.quoted(n.otherwise()) : rest + ".get(s - 1)";
    JavaExpr each = each();
    if (facts) {
      Function<Kind, Piece> named =
          k -> k == Kind.SEGMENT_NAME ? Piece.atom(rest + ".get(s - 1)") : ofEach(k);
      each = new JavaExpr(each.scope().with(named, plan.weight()));
    }
    Piece result = Piece.atom(last);
    for (var rule : n.rules().reversed()) {
      Piece label = Piece.atom(JavaText.quoted(rule.label()));
      result =
          rule.condition() == null
              ? label
              : JavaExpr.choice(each.conditions().truth(rule.condition()), label, result);
    }
    return "unique(IntStream.rangeClosed(1, members.size()).mapToObj(s -> "
        + result
        + ").toList())";
  }

  /// Writes what makes `targets`, the numbers of the segments aimed at.
  void target(SegmentPlan.Target target) {
    lines.comment(target.text());
    JavaExpr each = each();
    var stream = new StringBuilder("IntStream.rangeClosed(1, members.size()).boxed()");
    if (target.where() != null) {
      stream
          .append("\n        .filter(s -> ")
          .append(each.conditions().truth(target.where()))
          .append(")");
    }
    stream.append(".toList()");
    String list = stream.toString();
    if (!target.orderBy().isEmpty()) {
      list = "sorted(" + list + JavaRelation.keys(each, target.orderBy(), "Integer") + ")";
    }
    if (target.limit() >= 0) {
      list += ".stream().limit(" + target.limit() + ").toList()";
    }
    lines.add("List<Integer> targets = " + list + ";");
  }

  /// Writes the gates, each of which ends the program where it is not met.
  void gates() {
    if (plan.gates().stream().anyMatch(g -> !g.every())) {
      lines.add("Table everyone = " + table + ".where(segment.isGreaterThan(0));");
    }
    for (var gate : plan.gates()) {
      lines.comment("REQUIRE " + gate.text());
      String holds =
          gate.every()
              ? "IntStream.rangeClosed(1, members.size()).allMatch(s -> "
                  + each().conditions().truth(gate.condition())
                  + ")"
              : whole().conditions().truth(gate.condition()).in(Piece.ATOM);
      lines.add("if (!" + holds + ") {");
      lines.add(
          "throw new IllegalStateException("
              + JavaText.quoted("REQUIRE " + gate.text() + " is not met.")
              + ");");
      lines.add("}");
    }
  }

  /// Writes a table of a row a segment, and shows it.
  void summary(boolean named) {
    var numbers = plan.variables().stream().filter(v -> v.value().type() == Type.NUMBER).toList();
    lines.blank();
    var columns = new java.util.ArrayList<String>();
    columns.add("IntColumn.create(\"segment\", IntStream.rangeClosed(1, members.size()))");
    if (named) {
      columns.add("StringColumn.create(\"name\", names)");
    }
    columns.add("DoubleColumn.create(\"size\", members.stream().mapToDouble(Table::rowCount))");
    JavaExpr each =
        new JavaExpr(
            Scope.rows(lines, table, tables).groups("g").with(this::ofEach, plan.weight()));
    for (var v : numbers) {
      var mean =
          new Expr.Aggregate(
              org.segql.function.AggregateFunction.AVG,
              List.of(v.value()),
              false,
              null,
              Type.NUMBER);
      columns.add(
          "DoubleColumn.create("
              + JavaText.quoted("mean " + v.name())
              + ", members.stream().mapToDouble(g -> "
              + each.of(mean)
              + "))");
    }
    if (plan.target() != null) {
      columns.add(
          "BooleanColumn.create(\"targeted\", IntStream.rangeClosed(1,"
              + " members.size()).mapToObj(targets::contains).toList())");
    }
    lines.add("Table summary = Table.create(" + JavaText.quoted(plan.name()) + ",");
    for (int i = 0; i < columns.size(); i++) {
      lines.add("    " + columns.get(i) + (i + 1 < columns.size() ? "," : ");"));
    }
    lines.add("System.out.println(summary.printAll());");
  }
}
