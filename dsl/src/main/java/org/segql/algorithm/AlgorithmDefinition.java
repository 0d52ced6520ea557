package org.segql.algorithm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.segql.definition.Definition;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;

/// The registry of algorithms: one entry each.
public enum AlgorithmDefinition implements Definition {
  KMEANS(
      "Splits rows into k compact segments around centroids (Lloyd's iterations from k-means++"
          + " starts).",
      List.of(Options.k(), Options.restarts(10), Options.iterations(300), Options.TOLERANCE),
      "SEGMENT customers BY age, income USING kmeans(5)",
      "rows × k × variables × iterations",
      new Capabilities(true, true, false, true),
      a ->
          new Algorithm.KMeans(
              a.k(), a.whole("restarts"), a.whole("max_iterations"), a.number("tolerance"))),
  WARD(
      "Joins the two segments that raise the within-segment sum of squares least, again and again;"
          + " with a dendrogram.",
      List.of(Options.k()),
      "SEGMENT customers BY age, income USING ward(2..8)",
      "rows² × variables",
      new Capabilities(true, true, false, true),
      a -> new Algorithm.Ward(a.k())),
  HIERARCHICAL(
      "Joins the two nearest segments, again and again; with a dendrogram.",
      List.of(
          Options.k(),
          Parameter.optional(
              "linkage",
              new Kind.Choice("single", "complete", "average"),
              "average",
              "What the distance of two segments is: of the nearest rows, of the furthest, or the"
                  + " mean.")),
      "SEGMENT customers BY age, income USING hierarchical(5, linkage = complete)",
      "rows² × variables",
      new Capabilities(true, true, false, true),
      a ->
          new Algorithm.Hierarchical(
              a.k(),
              Algorithm.Hierarchical.Linkage.valueOf(
                  a.choice("linkage").toUpperCase(Locale.ROOT)))),
  GMM(
      "Fits a mixture of normal distributions (EM); each row gets the probability of its segment.",
      List.of(Options.k(), Options.restarts(5), Options.iterations(500), Options.GAIN),
      "SEGMENT customers BY age, income USING gmm(2..6)",
      "rows × k × variables² × iterations",
      new Capabilities(true, true, true, true),
      a ->
          new Algorithm.Gmm(
              a.k(), a.whole("restarts"), a.whole("max_iterations"), a.number("tolerance"))),
  DBSCAN(
      "Finds dense regions; rows between them are `noise`. The number of segments is found, not"
          + " given.",
      List.of(
          Parameter.optional(
              "epsilon",
              new Kind.Number(Double.MIN_VALUE, Double.POSITIVE_INFINITY).orAuto(),
              "AUTO",
              "How near neighbours are, in prepared units; AUTO takes the bend of the distances to"
                  + " the nearest neighbours."),
          Parameter.optional(
              "min_points",
              Kind.Number.whole(2, 1e6).orAuto(),
              "AUTO",
              "How many rows, itself included, make a row part of a dense region; AUTO is twice the"
                  + " number of prepared columns, at least ln(rows) and 5.")),
      "SEGMENT customers BY age, income USING dbscan(epsilon = 0.3, min_points = 10)",
      "rows × log(rows) to rows²",
      new Capabilities(true, false, false, true),
      a ->
          new Algorithm.Dbscan(
              a.number("epsilon"),
              Double.isNaN(a.number("min_points")) ? 0 : a.whole("min_points"))),
  QUANTILES(
      "Cuts a variable into bands of equal size; several variables give the grid of their bands.",
      List.of(
          Parameter.required(
              "bands", Kind.Number.whole(2, 100), "How many bands each variable gets.")),
      "SEGMENT customers BY spend USING quantiles(4)",
      "rows × log(rows)",
      new Capabilities(true, false, false, false),
      a -> new Algorithm.Quantiles(a.whole("bands"))),
  RULES(
      "Segments by named conditions, first match wins; checked for gaps, overlaps and rules that"
          + " can never match.",
      List.of(),
      "SEGMENT customers USING rules('VIP' WHEN spend > 1000, OTHERWISE 'Core')",
      "rows × rules",
      new Capabilities(false, false, false, false),
      _ -> new Algorithm.Rules());

  /// What an algorithm can and needs.
  ///
  /// @param needsNumbers whether texts must be encoded
  /// @param choosesK whether k may be a range or AUTO
  /// @param probabilities whether rows get a confidence
  /// @param distances whether scale matters, so that ZSCORE is the default
  public record Capabilities(
      boolean needsNumbers, boolean choosesK, boolean probabilities, boolean distances) {}

  private final String summary;
  private final List<Parameter> parameters;
  private final String example;
  private final String cost;
  private final Capabilities capabilities;
  private final Function<Arguments, Algorithm> make;

  AlgorithmDefinition(
      String summary,
      List<Parameter> parameters,
      String example,
      String cost,
      Capabilities capabilities,
      Function<Arguments, Algorithm> make) {
    this.summary = summary;
    this.parameters = parameters;
    this.example = example;
    this.cost = cost;
    this.capabilities = capabilities;
    this.make = make;
  }

  /// As it is written: `kmeans`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public String example() {
    return example;
  }

  /// How the work grows.
  public String cost() {
    return cost;
  }

  public Capabilities capabilities() {
    return capabilities;
  }

  /// How a new row finds its segment, and how faithful that is to the fit.
  public String scoring() {
    return switch (this) {
      case KMEANS ->
          "A new row goes to the segment with the nearest centroid, as every row of the fit did.";
      case WARD, HIERARCHICAL ->
          "A new row goes to the segment with the nearest centroid. A tree does not divide space"
              + " so: a few rows of the fit itself would be placed otherwise.";
      case GMM -> "A new row goes to its most probable segment, as every row of the fit did.";
      case DBSCAN ->
          "A new row goes to the segment of the nearest row of a dense region, and is noise where"
              + " none lies within epsilon.";
      case QUANTILES -> "The cut points are kept: a new row goes to the band that it falls into.";
      case RULES -> "The rules are kept: the first that a new row meets decides.";
    };
  }

  /// The algorithm of checked arguments.
  public Algorithm with(Arguments arguments) {
    return make.apply(arguments);
  }

  public static Optional<AlgorithmDefinition> find(String name) {
    return Stream.of(values()).filter(d -> d.text().equalsIgnoreCase(name)).findFirst();
  }

  /// Parameters that several share.
  private static final class Options {
    static final Parameter TOLERANCE =
        Parameter.option(
            "tolerance",
            new Kind.Number(0, 1),
            "1e-4",
            "Iterations end once the squared moves of the centroids add up to less than this times"
                + " the mean variance of the columns; 0: once no row changes its segment.");

    static final Parameter GAIN =
        Parameter.option(
            "tolerance",
            new Kind.Number(0, 1),
            "1e-6",
            "Iterations end once the mean log-likelihood of a row grows by less than this.");

    static Parameter restarts(int count) {
      return Parameter.option(
          "restarts",
          Kind.Number.whole(1, 1000),
          Integer.toString(count),
          "How many starts are tried; the best is kept.");
    }

    static Parameter k() {
      return Parameter.required(
          "k",
          new Kind.K(1, 1000, true),
          "How many segments: a number, a range such as 2..8, or AUTO (2..10).");
    }

    static Parameter iterations(int count) {
      return Parameter.option(
          "max_iterations",
          Kind.Number.whole(1, 100_000),
          Integer.toString(count),
          "The most iterations of a start.");
    }
  }
}
