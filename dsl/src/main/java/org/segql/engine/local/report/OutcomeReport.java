package org.segql.engine.local.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.eval.Grouping;
import org.segql.engine.local.eval.Vector;
import org.segql.measure.Anova;
import org.segql.measure.Association;
import org.segql.measure.ChiSquare;
import org.segql.measure.Holm;
import org.segql.measure.Pearson;
import org.segql.plan.Expr;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// DESCRIBE … BY an outcome: each column against it, the strongest first. Number against number:
/// Pearson's r²; number against groups: η²; groups against groups: Cramér's V.
public final class OutcomeReport {
  private OutcomeReport() {}

  private record Line(String column, String measure, double effect, double p) {}

  public static Part.TablePart table(Frame frame, Evaluator rows, Expr outcome) {
    Vector y = rows.eval(outcome);
    Progress progress = rows.context().progress();
    var lines = new ArrayList<Line>();
    for (ColumnInfo info : frame.schema().columns()) {
      boolean itself = outcome instanceof Expr.Column c && c.name().equals(info.name());
      Line line = itself ? null : line(info.name(), rows.eval(new Expr.Column(info)), y, progress);
      if (line != null) {
        lines.add(line);
      }
    }
    lines.sort(
        Comparator.comparingDouble(
            (Line l) -> Double.isNaN(l.effect()) ? Double.POSITIVE_INFINITY : -l.effect()));
    double[] p = Holm.adjust(lines.stream().mapToDouble(Line::p).toArray());
    Table table =
        Table.create(
            StringColumn.create("column", lines.stream().map(Line::column).toList()),
            StringColumn.create("measure", lines.stream().map(Line::measure).toList()),
            DoubleColumn.create("strength", lines.stream().mapToDouble(Line::effect).toArray()),
            DoubleColumn.create("p", p));
    return Part.table(
        table, Map.of("strength", ColumnFormat.decimals(3), "p", ColumnFormat.P_VALUE));
  }

  private static @Nullable Line line(String name, Vector x, Vector y, Progress progress) {
    double[] xs = numbers(x);
    double[] ys = numbers(y);
    if (xs != null && ys != null) {
      double r = Pearson.of(xs, ys);
      return new Line(name, "r²", r * r, Double.NaN);
    }
    if (xs == null && ys == null) {
      int[] labels = codes(y, progress);
      int[] codes = codes(x, progress);
      int k = count(labels);
      int values = count(codes);
      if (values > 200 || k > 200 || k < 2) {
        return null; // as many groups as rows tell nothing
      }
      return line(name, ChiSquare.of(codes, values, labels, k, null));
    }
    double[] numbers = xs == null ? Objects.requireNonNull(ys) : xs;
    int[] labels = codes(xs == null ? x : y, progress);
    int k = count(labels);
    return k < 2 || k > 200 ? null : line(name, Anova.of(numbers, labels, k, null));
  }

  private static Line line(String name, Association a) {
    return new Line(name, a.test().effect(), a.effect(), a.p());
  }

  private static double @Nullable [] numbers(Vector v) {
    return v instanceof Vector.Numbers n ? n.values() : null;
  }

  private static int count(int[] codes) {
    return Arrays.stream(codes).max().orElse(-1) + 1;
  }

  private static int[] codes(Vector v, Progress progress) {
    return switch (v) {
      case Vector.Texts t -> t.codes();
      case Vector.Booleans b -> IntStream.range(0, b.size()).map(i -> b.values()[i]).toArray();
      case Vector.Numbers _, Vector.Dates _, Vector.Moments _ -> {
        int[] out = new int[v.size()];
        var grouping = Grouping.by(List.of(v), v.size(), progress);
        for (int i = 0; i < out.length; i++) {
          out[i] = v.missing(i) ? -1 : grouping.groupOf()[i];
        }
        yield out;
      }
    };
  }
}
