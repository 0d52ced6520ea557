package org.segql.codegen;

import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan.Variable;

/// The preparation of variables as statements that add columns to the list `columns`.
final class JavaPreparation {
  private final Lines lines;
  private final String table;

  JavaPreparation(Lines lines, String table) {
    this.lines = lines;
    this.table = table;
  }

  void of(Variable variable) {
    lines.comment(variable.name());
    Preparation p = variable.preparation();
    String row = JavaExpr.ofRows(table).lambda(variable.value());
    boolean text = variable.value().type() == Type.TEXT;
    String factor = Double.toString(Math.sqrt(p.weight()));
    if (text && variable.value().levels().isEmpty()) {
      text(p, row, factor);
      return;
    }
    String x =
        text
            ? lines.variable(
                "double[]",
                "x",
                "numbers(n, i -> { Object r = level("
                    + JavaExpr.ofRows(table).of(variable.value())
                    + ", "
                    + JavaText.quoted(variable.value().levels())
                    + "); return r == null ? null : (Double) r + 1; })")
            : lines.variable("double[]", "x", "numbers(n, " + row + ")");
    numeric(p, x, factor, variable.value().type());
  }

  private void text(Preparation p, String row, String factor) {
    String values = lines.variable("List<Object>", "v", "values(n, " + row + ")");
    String fill =
        p.missing() instanceof Preparation.Missing.Mode ? "modeText(" + values + ", in)" : "null";
    if (p.encode() == Preparation.Encode.ONEHOT) {
      lines.add("onehot(columns, " + values + ", in, " + fill + ", " + factor + ");");
      return;
    }
    String codes =
        p.encode() == Preparation.Encode.FREQUENCY
            ? "frequencyCodes(" + values + ", in, " + fill + ")"
            : "ordinalCodes(" + values + ", levels(" + values + ", in), " + fill + ")";
    String x = lines.variable("double[]", "x", codes);
    String scaled = lines.variable("double[]", "x", scale(p.scale(), x));
    add(scaled, factor);
  }

  private void numeric(Preparation p, String x, String factor, Type type) {
    String now = x;
    String transform =
        switch (p.transform()) {
          case NONE -> "";
          case LOG -> "Math::log1p";
          case SQRT -> "Math::sqrt";
          case ASINH -> "v -> Math.copySign(Math.log(Math.abs(v) + Math.sqrt(v * v + 1)), v)";
        };
    if (!transform.isEmpty()) {
      now = lines.variable("double[]", "x", "transform(" + now + ", " + transform + ")");
    }
    now =
        switch (p.outliers()) {
          case Preparation.Outliers.Winsorize w ->
              lines.variable("double[]", "x", "winsorize(" + now + ", in, " + w.share() + ")");
          case Preparation.Outliers.Exclude e ->
              lines.variable("double[]", "x", "withoutOutliers(" + now + ", in, " + e.z() + ")");
          case Preparation.Outliers.Keep _, Preparation.Outliers.Flag _ -> now;
        };
    String unfilled = now;
    String fill =
        switch (p.missing()) {
          case Preparation.Missing.Mean _ -> "mean(taking(" + unfilled + ", in))";
          case Preparation.Missing.Median _ -> "at(taking(" + unfilled + ", in), 0.5)";
          case Preparation.Missing.Mode _ -> "modeOf(taking(" + unfilled + ", in))";
          case Preparation.Missing.Exclude _, Preparation.Missing.Fail _ -> "";
          case Preparation.Missing.Knn _ ->
              throw new SegqlException(
                  Diagnostic.error(
                      Code.NOT_SUPPORTED,
                      "MISSING KNN has no place in programs of EXPLAIN JAVA.",
                      "MISSING MEDIAN has."));
        };
    // Scaled by what is there, filled afterwards: so the engine does it too.
    String scaled =
        type == Type.BOOLEAN
            ? unfilled
            : lines.variable("double[]", "x", scale(p.scale(), unfilled));
    if (!fill.isEmpty()) {
      String filled = lines.variable("double[]", "x", "fill(" + unfilled + ", " + fill + ")");
      scaled =
          type == Type.BOOLEAN
              ? filled
              : lines.variable("double[]", "x", refilled(p.scale(), unfilled, filled));
    }
    add(scaled, factor);
  }

  private void add(String x, String factor) {
    lines.add(
        "columns.add("
            + (factor.equals("1.0") ? x : "transform(" + x + ", v -> v * " + factor + ")")
            + ");");
  }

  private static String scale(Preparation.Scale scale, String x) {
    return switch (scale) {
      case ZSCORE -> "zscore(" + x + ", in)";
      case MINMAX -> "minmax(" + x + ", in)";
      case ROBUST -> "robust(" + x + ", in)";
      case NONE -> x;
    };
  }

  /// The filled values on the scale of those that were there.
  private static String refilled(Preparation.Scale scale, String there, String filled) {
    String t = "taking(" + there + ", in)";
    return switch (scale) {
      case ZSCORE -> "scaled(" + filled + ", mean(" + t + "), deviation(" + t + "))";
      case MINMAX ->
          "scaled(" + filled + ", at(" + t + ", 0), at(" + t + ", 1) - at(" + t + ", 0))";
      case ROBUST ->
          "scaled(" + filled + ", at(" + t + ", 0.5), at(" + t + ", 0.75) - at(" + t + ", 0.25))";
      case NONE -> filled;
    };
  }
}
