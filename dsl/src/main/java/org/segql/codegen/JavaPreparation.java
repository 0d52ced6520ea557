package org.segql.codegen;

import java.util.List;
import org.segql.catalog.Type;
import org.segql.plan.Preparation;
import org.segql.plan.Preparation.Missing;
import org.segql.plan.Preparation.Outliers;
import org.segql.plan.SegmentPlan.Variable;

/// The preparation of variables, fitted on the rows that take part, as functions of a row that are
/// added to the list `variables`.
final class JavaPreparation {
  private static final String FUNCTION = "Function<Row, Double>";

  private final Lines lines;
  private final JavaExpr rows;
  private final String table;
  private final String weight;

  /// @param table the rows that take part
  /// @param weight `, weight` where rows are weighted
  JavaPreparation(Lines lines, JavaExpr rows, String table, String weight) {
    this.lines = lines;
    this.rows = rows;
    this.table = table;
    this.weight = weight;
  }

  void of(Variable variable) {
    Preparation p = variable.preparation();
    List<String> levels = variable.value().levels();
    if (variable.value().type() == Type.TEXT && levels.isEmpty()) {
      text(variable, p);
      return;
    }
    String value =
        variable.value().type() == Type.TEXT
            ? rows.ordered(variable.value(), levels) + " + 1"
            : new JavaCall(rows).toNumber(variable.value()).text();
    String transformed =
        switch (p.transform()) {
          case NONE -> value;
          case LOG -> "Math.log1p(" + value + ")";
          case SQRT -> "Math.sqrt(" + value + ")";
          case ASINH -> "asinh(" + value + ")";
        };
    numeric(variable, p, "r -> " + transformed);
  }

  private void numeric(Variable variable, Preparation p, String value) {
    String treated =
        switch (p.outliers()) {
          case Outliers.Winsorize w -> step("winsorized", value, ", " + w.share());
          case Outliers.Exclude e -> step("withoutOutliers", value, ", " + JavaText.plain(e.z()));
          case Outliers.Keep _, Outliers.Flag _ -> value;
        };
    String scaled = variable.value().type() == Type.BOOLEAN ? treated : scaled(p.scale(), treated);
    String fill =
        switch (p.missing()) {
          case Missing.Mean _ -> ".mean()";
          case Missing.Median _ -> ".quantile(0.5)";
          case Missing.Mode _ -> ".mode()";
          case Missing.Exclude _, Missing.Fail _, Missing.Knn _ -> "";
        };
    add(variable, p, scaled, fill);
  }

  private void add(Variable variable, Preparation p, String value, String fill) {
    String result = value;
    if (!fill.isEmpty()) {
      String named = lines.variable(FUNCTION, variable.name(), value);
      result = "filled(" + named + ", sample(" + table + ", " + named + weight + ")" + fill + ")";
    }
    lines.add("variables.add(" + times(result, p.weight()) + ");");
  }

  /// A weight multiplies a variable's share of a squared distance.
  private static String times(String value, double weight) {
    return weight == 1 ? value : "times(" + value + ", Math.sqrt(" + JavaText.plain(weight) + "))";
  }

  private String step(String method, String value, String option) {
    return method + "(" + table + ", " + value + option + weight + ")";
  }

  private String scaled(Preparation.Scale scale, String value) {
    return switch (scale) {
      case ZSCORE -> step("zscore", value, "");
      case MINMAX -> step("minmax", value, "");
      case ROBUST -> step("robust", value, "");
      case NONE -> value;
    };
  }

  private void text(Variable variable, Preparation p) {
    String value =
        lines.variable("Function<Row, String>", variable.name(), rows.lambda(variable.value()));
    String levels =
        lines.variable(
            "TreeMap<String, Double>",
            variable.name() + " levels",
            "levels(" + table + ", " + value + weight + ")");
    boolean mode = p.missing() instanceof Missing.Mode;
    if (p.encode() == Preparation.Encode.ONEHOT) {
      String there =
          mode ? "r -> coalesce(" + value + ".apply(r), commonest(" + levels + "))" : value;
      String indicators = "onehot(" + levels + ".keySet(), " + there + ")";
      lines.add(
          p.weight() == 1
              ? "variables.addAll(" + indicators + ");"
              : indicators + ".forEach(v -> variables.add(" + times("v", p.weight()) + "));");
      return;
    }
    boolean frequency = p.encode() == Preparation.Encode.FREQUENCY;
    String codes =
        frequency
            ? "frequencies(" + levels + ", " + value + ")"
            : "ordinals(" + levels + ".keySet(), " + value + ")";
    Preparation plain =
        new Preparation(
            Preparation.Transform.NONE,
            p.missing(),
            new Outliers.Keep(),
            p.scale(),
            p.encode(),
            p.weight());
    if (mode && frequency) {
      add(variable, plain, scaled(p.scale(), codes), ".max()");
    } else {
      numeric(variable, plain, codes);
    }
  }
}
