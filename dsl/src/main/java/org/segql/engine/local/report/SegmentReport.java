package org.segql.engine.local.report;

import static org.segql.result.ColumnFormat.CHIP;
import static org.segql.result.ColumnFormat.PROSE;
import static org.segql.result.ColumnFormat.WHOLE;
import static org.segql.result.ColumnFormat.WORDS;
import static org.segql.result.ColumnFormat.decimals;
import static org.segql.result.ColumnFormat.shareBar;
import static org.segql.result.ColumnFormat.significant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segql.catalog.Type;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.engine.local.segment.Profile;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.plan.SegmentPlan;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import org.segql.result.Result;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// What SEGMENT shows: the segments with the means of what formed them, how good they are, a
/// sentence each, the targets.
public final class SegmentReport {
  private final LocalSegmentation s;

  public SegmentReport(LocalSegmentation segmentation) {
    this.s = segmentation;
  }

  public Result result(List<Diagnostic> notes) {
    var parts = new ArrayList<Part>();
    parts.add(segments());
    String quality = quality();
    if (!quality.isEmpty()) {
      parts.add(new Part.Paragraph(quality));
    }
    if (s.choice() != null) {
      parts.add(new Part.Heading("Choice of k"));
      parts.add(KReport.table(s.choice()));
    }
    parts.add(new Part.Bullets(Sentences.of(s.profile(), s.segments())));
    if (s.hasTarget()) {
      parts.add(new Part.Paragraph(targets()));
    }
    return new Result(title(), s.model().name(), parts, notes);
  }

  private String title() {
    long rows = s.segments().stream().mapToLong(SegmentInfo::size).sum();
    return NumberText.count(s.k(), "segment")
        + " of `"
        + s.model().source()
        + "` ("
        + NumberText.count(rows, "row")
        + ")";
  }

  /// One row a segment.
  public Part.TablePart segments() {
    List<SegmentInfo> all = rows();
    Table table =
        Table.create(
            DoubleColumn.create("segment", all.stream().mapToDouble(SegmentInfo::number).toArray()),
            StringColumn.create("name", all.stream().map(SegmentInfo::name).toList()),
            DoubleColumn.create("size", all.stream().mapToDouble(SegmentInfo::size).toArray()));
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    formats.put("segment", CHIP);
    formats.put("name", PROSE);
    formats.put("size", WHOLE);
    if (s.weights() != null) {
      table.addColumns(
          DoubleColumn.create(
              "population", all.stream().mapToDouble(SegmentInfo::population).toArray()));
      formats.put("population", significant(4));
    }
    table.addColumns(
        DoubleColumn.create("share", all.stream().mapToDouble(SegmentInfo::share).toArray()));
    formats.put("share", shareBar());
    addMeans(table, formats, all);
    if (all.stream().anyMatch(i -> !Double.isNaN(i.silhouette()))) {
      table.addColumns(
          DoubleColumn.create(
              "silhouette", all.stream().mapToDouble(SegmentInfo::silhouette).toArray()));
      formats.put("silhouette", decimals(2));
    }
    if (all.stream().anyMatch(i -> !Double.isNaN(i.stability()))) {
      table.addColumns(
          DoubleColumn.create(
              "stability", all.stream().mapToDouble(SegmentInfo::stability).toArray()));
      formats.put("stability", decimals(2));
    }
    if (s.hasTarget()) {
      table.addColumns(
          StringColumn.create(
              "target",
              all.stream().map(i -> s.targeted().contains(i.number()) ? "yes" : "").toList()));
      formats.put("target", WORDS);
    }
    return Part.table(table, formats);
  }

  /// The segments, and noise as a last row where there is some.
  private List<SegmentInfo> rows() {
    var all = new ArrayList<>(s.segments());
    long noise = Arrays.stream(s.membership().segments()).filter(x -> x == 0).count();
    if (noise > 0) {
      long taking = noise + all.stream().mapToLong(SegmentInfo::size).sum();
      all.add(
          new SegmentInfo(
              0, "noise", noise, noise, (double) noise / taking, Double.NaN, Double.NaN));
    }
    return all;
  }

  /// The means of the variables that formed the segments; of texts the most typical level.
  private void addMeans(Table table, Map<String, ColumnFormat> formats, List<SegmentInfo> all) {
    for (Profile.Variable variable : s.profile().variables()) {
      if (!variable.forming() || table.containsColumn(variable.name())) {
        continue;
      }
      if (variable.type() == Type.NUMBER || variable.type() == Type.BOOLEAN) {
        Profile.Line line = variable.lines().getFirst();
        double[] means =
            all.stream()
                .mapToDouble(i -> i.number() == 0 ? Double.NaN : line.values()[i.number() - 1])
                .toArray();
        table.addColumns(DoubleColumn.create(variable.name(), means));
        formats.put(variable.name(), line.rate() ? ColumnFormat.PERCENT : significant(4));
      } else if (variable.type() == Type.TEXT && !variable.lines().isEmpty()) {
        table.addColumns(
            StringColumn.create(
                variable.name(),
                all.stream().map(i -> i.number() == 0 ? "" : typical(variable, i)).toList()));
        formats.put(variable.name(), WORDS);
      }
    }
  }

  private static String typical(Profile.Variable variable, SegmentInfo segment) {
    Profile.Line line =
        variable.lines().stream()
            .max(Comparator.comparingDouble(l -> l.values()[segment.number() - 1]))
            .orElseThrow();
    return line.level() + " " + NumberText.percent(line.values()[segment.number() - 1]);
  }

  private String quality() {
    var q = s.model().quality();
    var parts = new ArrayList<String>();
    if (!Double.isNaN(q.silhouette())) {
      String sampled =
          q.sampled() < s.rows().length
              ? " on a sample of " + NumberText.count(q.sampled(), "row")
              : "";
      parts.add("silhouette " + two(q.silhouette()) + sampled + " (" + words(q.silhouette()) + ")");
    }
    if (!Double.isNaN(q.explained())) {
      parts.add("explains " + NumberText.percent(q.explained()) + " of the variance");
    }
    if (!Double.isNaN(q.calinskiHarabasz())) {
      parts.add("Calinski-Harabasz " + NumberText.figure(q.calinskiHarabasz()));
    }
    if (!Double.isNaN(q.daviesBouldin())) {
      parts.add("Davies-Bouldin " + two(q.daviesBouldin()));
    }
    return parts.isEmpty() ? "" : "Quality: " + String.join(", ", parts) + ".";
  }

  /// Kaufman and Rousseeuw (1990), table 4 of chapter 2.
  private static String words(double silhouette) {
    return silhouette > 0.7
        ? "strong structure"
        : silhouette > 0.5
            ? "reasonable structure"
            : silhouette > 0.25 ? "weak structure" : "no substantial structure";
  }

  private static String two(double x) {
    return new BigDecimal(x).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private String targets() {
    SegmentPlan.Target target = s.plan() == null ? null : s.plan().target();
    String asked = target == null ? "" : " (" + target.text().replaceFirst("^TARGET ", "") + ")";
    if (s.targeted().isEmpty()) {
      return "Targets" + asked + ": none.";
    }
    var chosen = s.segments().stream().filter(i -> s.targeted().contains(i.number())).toList();
    long rows = chosen.stream().mapToLong(SegmentInfo::size).sum();
    double share = chosen.stream().mapToDouble(SegmentInfo::share).sum();
    return "Targets"
        + asked
        + ": "
        + String.join(", ", chosen.stream().map(i -> i.number() + " '" + i.name() + "'").toList())
        + "; "
        + NumberText.count(rows, "row")
        + ", "
        + NumberText.percent(share)
        + " of all.";
  }
}
