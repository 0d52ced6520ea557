package org.segql.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.segql.codegen.JavaProgram.Origin;
import org.segql.plan.Command;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentationSchema;

/// Rows scored by a segmentation that the program has fitted: APPLY, and what NAME FROM compares
/// with.
final class JavaScores {
  private final JavaMethods methods;
  private final Map<String, Origin> known;

  /// @param known the tables that there are where rows are scored
  JavaScores(JavaMethods methods, Map<String, Origin> known) {
    this.methods = methods;
    this.known = known;
  }

  /// The variables in `main` that naming by a segmentation, and a call of {@link #by}, speak of.
  List<String> tables(String model) {
    Origin origin = Objects.requireNonNull(known.get(model));
    SegmentPlan plan = new Lifting().of(plan(origin));
    var all = new ArrayList<String>();
    all.add(methods.table(model, known));
    all.addAll(
        methods
            .scoped(new References().of(plan), plan.asOf(), origin.before(), List.of())
            .parameters());
    return all;
  }

  private static SegmentPlan plan(Origin origin) {
    return ((Command.Segment) Objects.requireNonNull(origin.command())).plan();
  }

  /// Writes a method that scores a table by a segmentation fitted anew.
  ///
  /// @param asked the columns that its table has beside the segment
  /// @return a call of it
  String by(String model, String fresh, Set<String> asked) {
    Origin origin = Objects.requireNonNull(known.get(model));
    var lifting = new Lifting();
    SegmentPlan plan = lifting.of(plan(origin));
    References references = new References().of(plan);
    var scoped = methods.scoped(references, plan.asOf(), origin.before(), List.of());
    Lines lines = scoped.lines();
    String parameter = lines.fresh("newRows");
    scoped.asOf(references, plan.asOf());
    String source = lifting.columns(lines, scoped.variable(plan.source()), scoped);
    var segment = new JavaSegment(lines, plan, source, scoped);
    segment.fit();
    lines.blank();
    segment.score(lifting.columns(lines, parameter, scoped), asked);
    lines.add("return scores;");
    String variable = methods.fresh(plan.name());
    var parameters = new ArrayList<>(scoped.parameters());
    parameters.add(parameter);
    methods.method(
        "score", variable, "The segments of other rows by " + plan.name(), parameters, lines);
    var arguments = new ArrayList<>(scoped.parameters());
    arguments.add(fresh);
    return JavaMethods.called("score", variable, arguments);
  }

  /// Writes a method for an APPLY.
  ///
  /// @return the variable of its table in `main`
  String of(String name, Command.Apply c) {
    String old = methods.table(c.model(), known);
    String fresh = methods.table(c.table(), known);
    String call = by(c.model(), fresh, methods.asked());
    String variable = methods.fresh(name);
    Lines lines = JavaMethods.body();
    lines.add("Table result = table.copy();");
    methods.rename(lines, c.table(), known.get(c.table()), c.input());
    lines.add("DoubleColumn segment = scores.doubleColumn(\"segment\");");
    lines.add("result.addColumns(segment);");
    if (methods.asked(SegmentationSchema.SEGMENT_NAME)) {
      lines.add("List<String> names = namesOf(model);");
      lines.add(JavaSegmentation.segmentNames("table"));
    }
    if (methods.asked(SegmentationSchema.TARGETED)) {
      lines.add(JavaSegmentation.targeted("table", false));
    }
    for (String column :
        List.of(
            SegmentationSchema.DISTANCE,
            SegmentationSchema.CONFIDENCE,
            SegmentationSchema.EXCLUDED)) {
      if (methods.asked(column)) {
        lines.add("result.addColumns(scores.column(" + JavaText.quoted(column) + "));");
      }
    }
    lines.add("return result;");
    methods.has(variable, Set.copyOf(methods.asked()));
    methods.method(
        "apply",
        variable,
        "APPLY " + c.model() + " TO " + c.table(),
        List.of("model", "table", "scores"),
        lines);
    methods.call("apply", variable, List.of(old, fresh, call));
    return variable;
  }
}
