package org.segql.codegen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.Algorithm;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.codegen.JavaProgram.Origin;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentationSchema;

/// Methods for segmentations, each of which gives its source's rows with what it says of them.
final class JavaSegmentation {
  private final JavaMethods methods;
  private final Map<String, Origin> known;
  private final boolean last;

  /// @param known the tables that there are when it is made
  /// @param last whether it is the one that the program is for, which shows what came out
  JavaSegmentation(JavaMethods methods, Map<String, Origin> known, boolean last) {
    this.methods = methods;
    this.known = known;
    this.last = last;
  }

  /// Writes the method, and what calls it in `main`: of SEGMENT … PER x for each value.
  ///
  /// @return the variable of the result in `main`
  String of(SegmentPlan plan) {
    var lifting = new Lifting();
    SegmentPlan lifted = lifting.of(plan);
    References references = new References().of(lifted);
    String older = older(lifted);
    var scoped =
        methods.scoped(
            references,
            lifted.asOf(),
            known,
            older == null ? List.of() : new JavaScores(methods, known).tables(older));
    scoped.asOf(references, lifted.asOf());
    body(lifted, lifting, scoped, older);
    String variable = methods.fresh(plan.name());
    methods.method("segment", variable, said(plan), scoped.parameters(), scoped.lines());
    if (plan.per().isPresent()) {
      stack(plan, variable, scoped.parameters());
    } else {
      methods.call("segment", variable, scoped.parameters());
    }
    methods.has(variable, own(plan));
    return variable;
  }

  private static String said(SegmentPlan plan) {
    String by =
        plan.variables().isEmpty()
            ? ""
            : " BY "
                + String.join(
                    ", ", plan.variables().stream().map(SegmentPlan.Variable::name).toList());
    return "SEGMENT "
        + plan.source()
        + by
        + " USING "
        + plan.algorithm().text()
        + plan.per().map(p -> " PER " + p).orElse("");
  }

  /// The segmentation that names are taken from; null where there is none that can be fitted anew.
  private @Nullable String older(SegmentPlan plan) {
    return plan.naming() instanceof SegmentPlan.Naming.From f
            && JavaMethods.scores(f.segmentation(), known)
        ? f.segmentation()
        : null;
  }

  private void body(
      SegmentPlan plan, Lifting lifting, JavaMethods.Scoped scoped, @Nullable String older) {
    Lines lines = scoped.lines();
    String whole = scoped.variable(plan.source());
    String source = lifting.columns(lines, whole, scoped);
    var segment = new JavaSegment(lines, plan, source, scoped);
    segment.fit();
    var facts = new JavaFacts(lines, plan, segment, source, scoped);
    facts.members();
    boolean named = named(plan);
    if (named) {
      facts.names(
          older == null
              ? null
              : new JavaFacts.Older(
                  methods.table(older, known),
                  "numbersOf(" + new JavaScores(methods, known).by(older, whole, Set.of()) + ")"));
    }
    if (plan.target() != null) {
      facts.target(plan.target());
    }
    if (last) {
      facts.summary(named);
    }
    facts.gates();
    result(lines, plan, whole, segment);
  }

  /// Whether segments get names: rules and bands are nothing without, others where one is asked
  /// for.
  private boolean named(SegmentPlan plan) {
    return !JavaSegment.clusters(plan.algorithm())
        || JavaFacts.asksForNames(plan)
        || !last && methods.asked(SegmentationSchema.SEGMENT_NAME);
  }

  private Set<String> own(SegmentPlan plan) {
    var own = new LinkedHashSet<>(methods.asked());
    own.remove(SegmentationSchema.SEGMENT_NAME);
    if (named(plan)) {
      own.add(SegmentationSchema.SEGMENT_NAME);
    }
    if (plan.target() != null) {
      own.add(SegmentationSchema.TARGETED);
    }
    return own;
  }

  /// The source's rows with what the segmentation says of them.
  private void result(Lines lines, SegmentPlan plan, String source, JavaSegment segment) {
    lines.blank();
    lines.add(
        "Table result = Table.create("
            + JavaText.quoted(plan.name())
            + ", "
            + source
            + ".copy().columns());");
    methods.rename(lines, plan.source(), known.get(plan.source()), plan.input());
    lines.add("result.addColumns(segment);");
    if (named(plan)) {
      lines.add(segmentNames(source));
    }
    if (plan.target() != null || !last && methods.asked(SegmentationSchema.TARGETED)) {
      lines.add(targeted(source, plan.target() != null));
    }
    if (!last) {
      extras(lines, plan, source, segment);
    }
    lines.add("return result;");
  }

  /// Adds the names of the numbers in `segment`.
  static String segmentNames(String of) {
    return "result.addColumns(computed(StringColumn.create(\"segment_name\"), "
        + of
        + ", r -> nameOf(segment.get(r.getRowNumber()), names)));";
  }

  /// Adds whether the segment is aimed at; none is where there are no `targets`.
  static String targeted(String of, boolean targets) {
    return "result.addColumns(computed(BooleanColumn.create(\"targeted\"), "
        + of
        + ", r -> segment.isMissing(r.getRowNumber()) ? (Boolean) null : (Boolean) "
        + (targets ? "targets.contains((int) segment.getDouble(r.getRowNumber()))" : "false")
        + "));";
  }

  private void extras(Lines lines, SegmentPlan plan, String source, JavaSegment segment) {
    String n = source + ".rowCount()";
    if (methods.asked(SegmentationSchema.DISTANCE)) {
      String distances = segment.clusters() ? segment.distances("data", "labels") : "";
      lines.add(spread(SegmentationSchema.DISTANCE, distances, n));
    }
    if (methods.asked(SegmentationSchema.CONFIDENCE)) {
      boolean mixture = plan.algorithm() instanceof Algorithm.Gmm;
      lines.add(
          spread(SegmentationSchema.CONFIDENCE, mixture ? JavaSegment.confidence("data") : "", n));
    }
    if (methods.asked(SegmentationSchema.EXCLUDED)) {
      lines.add("result.addColumns(" + segment.exclusions("prepared", source) + ");");
    }
  }

  /// Adds values of the rows at `places`; without any a column of missing ones.
  private static String spread(String column, String values, String n) {
    return "result.addColumns("
        + (values.isEmpty()
            ? JavaRelation.create(column, Type.NUMBER, n)
            : "DoubleColumn.create("
                + JavaText.quoted(column)
                + ", spreadDoubles("
                + values
                + ", places, "
                + n
                + "))")
        + ");";
  }

  /// The method runs for each value of a column in rising order, and the results are stacked.
  private void stack(SegmentPlan plan, String variable, List<String> parameters) {
    String per = plan.per().orElseThrow();
    ColumnInfo column = plan.input().schema().column(per).orElseThrow();
    String source = methods.table(plan.source(), known);
    Lines main = methods.main();
    var rows = new JavaExpr(Scope.rows(main, source, methods.scoped(known)));
    var missing = new Expr.Call(ScalarFunction.IS_NULL, Type.BOOLEAN, new Expr.Column(column));
    var there = new Expr.Call(ScalarFunction.NOT, Type.BOOLEAN, missing);
    var condition =
        plan.where() == null
            ? there
            : new Expr.Call(ScalarFunction.AND, Type.BOOLEAN, there, plan.where());
    String key = rows.of(new Expr.Column(column)).text();
    main.add("Table " + variable + " = null;");
    String part = main.fresh(per);
    main.add(
        "for (Table "
            + part
            + " : groups(sort(where("
            + source
            + ", "
            + rows.predicate(condition)
            + "), List.of(new Key<Row>(r -> "
            + key
            + ", false))), r -> List.of("
            + key
            + "))) {");
    main.add(
        "System.out.println("
            + JavaText.quoted(per + " = ")
            + " + "
            + part
            + ".column("
            + JavaText.quoted(per)
            + ").get(0));");
    var arguments = parameters.stream().map(p -> p.equals(source) ? part : p).toList();
    main.add("Table segmented = " + JavaMethods.called("segment", variable, arguments) + ";");
    main.add(
        variable + " = " + variable + " == null ? segmented : " + variable + ".append(segmented);");
    main.add("}");
  }
}
