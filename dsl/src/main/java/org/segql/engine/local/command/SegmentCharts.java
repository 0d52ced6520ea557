package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.segql.catalog.Type;
import org.segql.chart.Boxes;
import org.segql.chart.Chart;
import org.segql.chart.Choice;
import org.segql.chart.Column;
import org.segql.chart.DecisionTree;
import org.segql.chart.Dendrogram;
import org.segql.chart.Figure;
import org.segql.chart.Importance;
import org.segql.chart.Numbers;
import org.segql.chart.Parallel;
import org.segql.chart.Profiles;
import org.segql.chart.SegmentMap;
import org.segql.chart.Segments;
import org.segql.chart.Sizes;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.cluster.KChoice;
import org.segql.engine.local.segment.Board;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.engine.local.segment.Profile;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.engine.local.segment.SegmentQuestions;
import org.segql.engine.local.segment.SegmentRules;
import org.segql.engine.local.segment.Segmentations;
import org.segql.measure.Metric;
import org.segql.measure.Silhouette;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.ExprText;
import org.segql.plan.Named;

/// Charts of a segmentation as a whole, and of how its k was chosen.
final class SegmentCharts {
  private final Command.Plot.Item item;
  private final LocalSegmentation s;
  private final Execution execution;

  SegmentCharts(Execution execution, Command.Plot.Item item) {
    this.execution = execution;
    this.item = item;
    this.s =
        execution.entry(item.object()).data() instanceof Board.Data board
            ? board.board().winner().made()
            : execution.segmentation(item.object());
  }

  /// The labels of all rows of the source, and the names of the segments.
  static Segments segments(LocalSegmentation s) {
    return new Segments(
        s.membership().segments(), s.segments().stream().map(SegmentInfo::name).toList());
  }

  Figure draw() {
    return switch (item.chart()) {
      case "elbow", "silhouette_by_k", "gap", "stability", "votes" -> new Figure(choice());
      case "dendrogram" -> new Figure(dendrogram());
      case "map" -> new Figure(map());
      case "sizes" -> new Figure(Sizes.of(names(), populations(), noise(), unit()));
      case "treemap" -> new Figure(Sizes.treemap(names(), populations()));
      case "silhouette" -> new Figure(silhouette());
      case "profile" -> Profiles.profile(variables(), names());
      case "heatmap" -> new Figure(Profiles.heatmap(variables(), names()));
      case "snake" -> new Figure(Profiles.snake(variables(), names()));
      case "radar" -> new Figure(Profiles.radar(variables(), names()));
      case "boxes" -> Boxes.of(numbers(), segments(s));
      case "parallel" -> new Figure(Parallel.of(numbers(), segments(s)));
      case "importance" -> new Figure(importance());
      case "tree" -> new Figure(tree());
      default -> throw new IllegalArgumentException("no chart of segments: " + item.chart());
    };
  }

  private List<String> names() {
    return s.segments().stream().map(SegmentInfo::name).toList();
  }

  private double[] populations() {
    return s.segments().stream().mapToDouble(SegmentInfo::population).toArray();
  }

  private double noise() {
    int[] segments = s.membership().segments();
    double[] weights = s.weights();
    return IntStream.range(0, segments.length)
        .filter(i -> segments[i] == 0)
        .mapToDouble(i -> weights == null ? 1 : weights[i])
        .sum();
  }

  private String unit() {
    var plan = s.plan();
    return plan == null || plan.weight() == null ? "rows" : plan.weight();
  }

  private Chart choice() {
    KChoice choice = s.choice();
    if (choice == null) {
      throw new SegqlException(
          Diagnostic.error(
              Code.CHART_DOES_NOT_FIT,
              "`" + item.object() + "` was made with a fixed k, so there is no choice to draw.",
              "Give a range: `USING kmeans(2..8)`."));
    }
    int[] k = choice.rows().stream().mapToInt(KChoice.Row::k).toArray();
    Integer chosen = choice.k();
    return switch (item.chart()) {
      case "elbow" ->
          Choice.elbow(
              k,
              figures(choice, KChoice.Row::within),
              choice.elbow().isPresent() ? (Integer) choice.elbow().getAsInt() : null);
      case "silhouette_by_k" ->
          Choice.silhouetteByK(k, figures(choice, KChoice.Row::silhouette), chosen);
      case "gap" ->
          Choice.gap(
              k, figures(choice, KChoice.Row::gap), figures(choice, KChoice.Row::gapError), chosen);
      case "stability" -> Choice.stability(k, figures(choice, KChoice.Row::stability), chosen);
      default -> {
        var metrics = List.copyOf(choice.votes().keySet());
        yield Choice.votes(
            k,
            metrics.stream().map(Metric::label).toList(),
            metrics.stream().mapToInt(m -> choice.votes().get(m)).toArray(),
            chosen);
      }
    };
  }

  private static double[] figures(KChoice choice, ToDoubleFunction<KChoice.Row> of) {
    return choice.rows().stream().mapToDouble(of).toArray();
  }

  private Chart dendrogram() {
    var tree = s.tree();
    if (tree == null) {
      throw new SegqlException(
          Diagnostic.error(
              Code.CHART_DOES_NOT_FIT,
              "`" + item.object() + "` has no tree: only `ward` and `hierarchical` make one.",
              "Segment with `USING ward(5)`."));
    }
    int shown = item.arguments().get("leaves") instanceof Double d ? d.intValue() : 30;
    int[] labels = new int[tree.leaves()];
    Arrays.fill(labels, -1);
    for (int i = 0; i < tree.leafOf().length; i++) {
      if (tree.leafOf()[i] >= 0) {
        labels[tree.leafOf()[i]] = s.membership().segments()[s.rows()[i]];
      }
    }
    return Dendrogram.of(tree.merges(), tree.heights(), new Segments(labels, names()), shown);
  }

  private Chart tree() {
    List<Named> variables = SegmentRules.variables(s);
    var columns = ExprColumns.of(variables.stream().map(Named::value).toList());
    int leaves =
        item.arguments().get("leaves") instanceof Double d
            ? d.intValue()
            : Math.clamp(s.k() + 2, 4, 12);
    SegmentQuestions root =
        SegmentQuestions.of(
            s,
            variables,
            s.source()
                .columns(
                    Execution.names(columns, s.source().schema()), execution.work().progress()),
            execution.contextOf(s.plan()),
            leaves);
    return root == null
        ? Chart.empty("tree", "What tells the segments apart", "there is one segment.")
        : DecisionTree.of(node(root, ""), root.accuracy());
  }

  private DecisionTree.Node node(SegmentQuestions of, String answer) {
    Expr question = of.question();
    SegmentQuestions yes = of.yes();
    SegmentQuestions no = of.no();
    String share = Numbers.percent(of.share());
    return question == null || yes == null || no == null
        ? new DecisionTree.Node(
            of.segment() + " " + s.model().segmentName(of.segment()),
            share + ", " + Math.round(100 * of.right()) + "% right",
            answer,
            of.segment(),
            List.of())
        : new DecisionTree.Node(
            ExprText.of(question), share, answer, 0, List.of(node(yes, "yes"), node(no, "no")));
  }

  private Chart map() {
    requireMatrix();
    var matrix = Objects.requireNonNull(s.matrix());
    int[] labels = Arrays.stream(s.rows()).map(r -> s.membership().segments()[r]).toArray();
    return SegmentMap.of(
        matrix.toRows(), s.model().preparation().columnNames(), new Segments(labels, names()));
  }

  private void requireMatrix() {
    if (s.matrix() == null) {
      throw new SegqlException(
          Diagnostic.error(
              Code.CHART_DOES_NOT_FIT,
              "`"
                  + item.chart()
                  + "` needs distances, and `"
                  + item.object()
                  + "` was made without them.",
              "`sizes`, `profile`, `heatmap` and `boxes` fit every segmentation."));
    }
  }

  private Chart silhouette() {
    requireMatrix();
    var matrix = Objects.requireNonNull(s.matrix());
    int[] segments = Arrays.stream(s.rows()).map(r -> s.membership().segments()[r]).toArray();
    int[] labels = Arrays.stream(segments).map(x -> Math.max(-1, x - 1)).toArray();
    double[] values =
        Silhouette.of(matrix.toColumns(), labels, s.k(), matrix.weights(), s.model().seed()).rows();
    return org.segql.chart.Silhouette.of(values, new Segments(segments, names()));
  }

  /// The variables asked for, or all that formed the segments; of texts each level.
  private List<Profiles.Variable> variables() {
    var wanted = wanted();
    var out = new ArrayList<Profiles.Variable>();
    for (Profile.Variable variable : s.profile().variables()) {
      boolean shown = wanted.isEmpty() ? variable.forming() : wanted.contains(variable.name());
      boolean date = variable.type() == Type.DATE || variable.type() == Type.DATETIME;
      if (shown && !date) {
        variable.lines().forEach(line -> out.add(variable(variable, line)));
      }
    }
    return out;
  }

  private static Profiles.Variable variable(Profile.Variable variable, Profile.Line line) {
    boolean[] marks = new boolean[line.marker().length];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = line.marker()[i] != 0;
    }
    return new Profiles.Variable(
        line.level().isEmpty() ? variable.name() : variable.name() + " = " + line.level(),
        line.values(),
        line.total(),
        line.deviation(),
        marks,
        line.rate());
  }

  private List<String> wanted() {
    var names = new ArrayList<String>();
    Object given = item.arguments().get("variables");
    if (given instanceof Expr.Column c) {
      names.add(c.name());
    } else if (given instanceof List<?> list) {
      list.forEach(
          x -> {
            if (x instanceof Expr.Column c) {
              names.add(c.name());
            }
          });
    }
    return names;
  }

  private Chart importance() {
    var names = new ArrayList<String>();
    var effects = new ArrayList<Double>();
    for (Profile.Variable variable : s.profile().variables()) {
      if (variable.association() != null) {
        names.add(variable.name());
        effects.add(variable.association().effect());
      }
    }
    return Importance.of(names, effects.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// The numbers asked for, or all that formed the segments.
  private List<Column.Number> numbers() {
    var wanted = wanted();
    var columns = new ArrayList<Column.Number>();
    var names =
        s.schema().columns().stream()
            .filter(c -> c.type() == Type.NUMBER)
            .map(c -> c.name())
            .filter(n -> wanted.isEmpty() ? forming(n) : wanted.contains(n))
            .toList();
    if (!names.isEmpty()) {
      var frame = s.columns(names, execution.work().progress());
      names.forEach(
          n -> columns.add(new Column.Number(n, frame.table().doubleColumn(n).asDoubleArray())));
    }
    return columns;
  }

  private boolean forming(String column) {
    return Segmentations.forming(s).contains(column);
  }
}
