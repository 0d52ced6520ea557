package org.segql.engine.local.report;

import static org.segql.result.ColumnFormat.CHIP;
import static org.segql.result.ColumnFormat.PERCENT;
import static org.segql.result.ColumnFormat.PROSE;
import static org.segql.result.ColumnFormat.WHOLE;
import static org.segql.result.ColumnFormat.WORDS;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.engine.local.segment.SegmentRule;
import org.segql.engine.local.segment.SegmentRules;
import org.segql.plan.Expr;
import org.segql.plan.ExprText;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// The rules of segments, each as WHERE takes it.
public final class RuleReport {
  private RuleReport() {}

  /// @param table where the rules can be used as they stand
  /// @param where what rows had to meet to take part
  public static List<Part> parts(
      SegmentRules rules, List<SegmentInfo> segments, String table, @Nullable Expr where) {
    if (rules.each().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Part.Heading("A rule for each segment"),
        table(rules, segments),
        new Part.Paragraph(explained(rules, table, where)));
  }

  private static Part table(SegmentRules rules, List<SegmentInfo> segments) {
    var numbers = DoubleColumn.create("segment");
    var names = StringColumn.create("name");
    var texts = StringColumn.create("rule");
    var precision = DoubleColumn.create("precision");
    var coverage = DoubleColumn.create("coverage");
    var conditions = DoubleColumn.create("conditions");
    for (SegmentRule rule : rules.each()) {
      numbers.append(rule.segment());
      names.append(segments.get(rule.segment() - 1).name());
      texts.append(text(rule));
      precision.append(rule.precision());
      coverage.append(rule.coverage());
      conditions.append(rule.conditions());
    }
    return Part.table(
        Table.create("rules", numbers, names, texts, precision, coverage, conditions),
        Map.of(
            "segment", CHIP,
            "name", WORDS,
            "rule", PROSE,
            "precision", PERCENT,
            "coverage", PERCENT,
            "conditions", WHOLE));
  }

  /// "" where there is none.
  static String text(SegmentRule rule) {
    Expr condition = rule.condition();
    return condition == null ? "" : ExprText.of(condition);
  }

  private static String explained(SegmentRules rules, String table, @Nullable Expr where) {
    String sampled =
        rules.sampled() < rules.rows()
            ? " They were found on "
                + NumberText.count(rules.sampled(), "row")
                + "; the figures are of all."
            : "";
    return "Precision is how much of what meets a rule is of the segment, coverage how much of the"
        + " segment meets it. Each can follow `SHOW FROM "
        + ExprText.name(table)
        + " WHERE`"
        + (where == null ? "." : " beside `" + ExprText.of(where) + "`, for which it was made.")
        + sampled;
  }

  /// What tells one segment from another, as a sentence; empty where nothing does.
  public static List<Part> sentence(SegmentRule rule) {
    return rule.condition() == null
        ? List.of()
        : List.of(
            new Part.Paragraph(
                "A rule for it: `"
                    + text(rule)
                    + "` (precision "
                    + NumberText.percent(rule.precision())
                    + ", coverage "
                    + NumberText.percent(rule.coverage())
                    + ")."));
  }
}
