package org.segql.codegen;

import org.segql.algorithm.Algorithm;
import org.segql.algorithm.Algorithm.Hierarchical.Linkage;
import org.segql.algorithm.K;

/// USING as statements: Smile's algorithms over `data`, with `weights` where rows have some. Smile
/// takes no weights; where they matter a method of the support part does it.
final class JavaAlgorithm {
  private final Lines lines;
  private final boolean weighted;
  private final long seed;

  JavaAlgorithm(Lines lines, boolean weighted, long seed) {
    this.lines = lines;
    this.weighted = weighted;
    this.seed = seed;
  }

  /// Writes what makes `labels`, numbers from 0; below 0 is noise. What is needed to label other
  /// rows stays in `tree`, `mixture`, or `model` and `epsilon`.
  void write(Algorithm algorithm) {
    lines.add("MathEx.setSeed(" + seed + "L);");
    if (algorithm instanceof Algorithm.Dbscan a) {
      dbscan(a);
      return;
    }
    K k = algorithm.count().orElseThrow();
    if (!k.fixed()) {
      lines.add("Fitter fit = " + fitter(algorithm) + ";");
      lines.add(
          "int k = choice("
              + Math.max(2, k.low())
              + ", "
              + k.high()
              + ", data, fit"
              + weights()
              + ");");
    }
    fit(algorithm, count(k));
  }

  /// How many segments there are: a number, or the variable that {@link #write} leaves.
  static String count(K k) {
    return k.fixed() ? Integer.toString(k.low()) : "k";
  }

  private String weights() {
    return weighted ? ", weights" : "";
  }

  private void fit(Algorithm algorithm, String k) {
    String all = weighted ? "weights" : "";
    switch (algorithm) {
      case Algorithm.KMeans a -> {
        String labels = kmeans(a, "data", k, all, Math.max(20, 2 * a.restarts()));
        String one = "new int[data.length]";
        lines.add(
            "int[] labels = "
                + (k.equals("1")
                    ? one
                    : k.equals("k") ? "k == 1 ? " + one + " : " + labels : labels)
                + ";");
      }
      case Algorithm.Ward _, Algorithm.Hierarchical _ -> {
        lines.add("Tree tree = " + tree(algorithm, "data", all) + ";");
        lines.add("int[] labels = clusters(data, tree, " + k + weights() + ");");
      }
      case Algorithm.Gmm a -> {
        lines.add("MultivariateMixture mixture = " + mixture(a, "data", k, all) + ";");
        lines.add("int[] labels = Arrays.stream(data).mapToInt(mixture::map).toArray();");
      }
      case Algorithm.Dbscan _, Algorithm.Quantiles _, Algorithm.Rules _ ->
          throw new IllegalArgumentException(algorithm.text() + " has no k");
    }
  }

  /// A `Fitter`: the algorithm for the many small fits of a bootstrap, with fewer starts.
  String fitter(Algorithm algorithm) {
    String w = weighted ? "w" : "";
    String more = weighted ? ", w" : "";
    return "(x, w, k) -> "
        + switch (algorithm) {
          case Algorithm.KMeans a ->
              "byCentroids(x, " + kmeans(a, "x", "k", w, 4) + ", k" + more + ")";
          case Algorithm.Ward _, Algorithm.Hierarchical _ ->
              "byParts(x, " + tree(algorithm, "x", w) + ", k" + more + ")";
          case Algorithm.Gmm a ->
              "byMixture(x, " + mixture(new Algorithm.Gmm(a.k(), 1, 100, 1e-4), "x", "k", w) + ")";
          case Algorithm.Dbscan _, Algorithm.Quantiles _, Algorithm.Rules _ ->
              throw new IllegalArgumentException(algorithm.text() + " has no k");
        };
  }

  /// @param w the weights of the rows; empty where they have none
  private static String kmeans(Algorithm.KMeans a, String data, String k, String w, int starts) {
    return w.isEmpty()
        ? "Clustering.run("
            + starts
            + ", () -> KMeans.fit("
            + data
            + ", new Clustering.Options("
            + k
            + ", "
            + a.maxIterations()
            + ", 1e-9, null))).group()"
        : "weightedKmeans("
            + data
            + ", "
            + w
            + ", "
            + k
            + ", "
            + starts
            + ", "
            + a.maxIterations()
            + ")";
  }

  /// Trees of more rows than the engine's are made of a sample too.
  private static String tree(Algorithm algorithm, String data, String w) {
    boolean ward = algorithm instanceof Algorithm.Ward;
    String most = ward ? "20_000" : "5_000";
    boolean average =
        algorithm instanceof Algorithm.Hierarchical a && a.linkage() == Linkage.AVERAGE;
    if (!w.isEmpty() && (ward || average)) {
      return "weightedTree(" + data + ", " + most + ", " + ward + ", " + w + ")";
    }
    String smile =
        algorithm instanceof Algorithm.Hierarchical a
            ? switch (a.linkage()) {
              case SINGLE -> "SingleLinkage";
              case COMPLETE -> "CompleteLinkage";
              case AVERAGE -> "UPGMALinkage";
            }
            : "WardLinkage";
    return "tree("
        + data
        + ", "
        + most
        + ", "
        + smile
        + "::of"
        + (w.isEmpty() ? "" : ", " + w)
        + ")";
  }

  private static String mixture(Algorithm.Gmm a, String data, String k, String w) {
    return "mixture("
        + data
        + ", "
        + k
        + ", "
        + a.restarts()
        + ", "
        + a.maxIterations()
        + ", "
        + a.tolerance()
        + (w.isEmpty() ? "" : ", " + w)
        + ")";
  }

  private void dbscan(Algorithm.Dbscan a) {
    lines.add(
        "int minPoints = "
            + (a.minPoints() == 0
                ? "Math.max(5, Math.max(2 * variables.size(), (int) Math.log(data.length)))"
                : Integer.toString(a.minPoints()))
            + ";");
    lines.add(
        "double epsilon = "
            + (Double.isNaN(a.epsilon()) ? "knee(data, minPoints)" : Double.toString(a.epsilon()))
            + ";");
    // Smile does not count a row among its own neighbours.
    lines.add("DBSCAN<double[]> model = DBSCAN.fit(data, Math.max(1, minPoints - 1), epsilon);");
    lines.add("int[] labels = dense(model, data);");
  }
}
