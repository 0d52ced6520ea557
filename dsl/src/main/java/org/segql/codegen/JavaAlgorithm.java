package org.segql.codegen;

import org.segql.algorithm.Algorithm;
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

  /// Writes what makes `labels`, numbers from 0; below 0 is noise.
  void write(Algorithm algorithm) {
    lines.add("MathEx.setSeed(" + seed + "L);");
    if (algorithm instanceof Algorithm.Dbscan a) {
      dbscan(a);
      return;
    }
    K k = k(algorithm);
    if (k.fixed()) {
      if (k.low() == 1) {
        lines.add("int[] labels = new int[data.length];");
      } else {
        fit(algorithm, Integer.toString(k.low()), "data");
      }
      return;
    }
    lines.add(
        "BiFunction<double[][], Integer, int[]> fit = (x, k) -> "
            + labels(algorithm, "x", "k")
            + ";");
    lines.add("int k = choice(" + Math.max(2, k.low()) + ", " + k.high() + ", data, fit);");
    fit(algorithm, "k", "data");
  }

  private void fit(Algorithm algorithm, String k, String data) {
    if (algorithm instanceof Algorithm.Gmm a) {
      lines.add("MultivariateMixture mixture = " + mixture(a, data, k) + ";");
      lines.add("int[] labels = Arrays.stream(data).mapToInt(mixture::map).toArray();");
      return;
    }
    String one = k.equals("k") ? "k == 1 ? new int[data.length] : " : "";
    lines.add("int[] labels = " + one + labels(algorithm, data, k) + ";");
  }

  private static K k(Algorithm algorithm) {
    return switch (algorithm) {
      case Algorithm.KMeans a -> a.k();
      case Algorithm.Ward a -> a.k();
      case Algorithm.Hierarchical a -> a.k();
      case Algorithm.Gmm a -> a.k();
      case Algorithm.Dbscan _, Algorithm.Quantiles _, Algorithm.Rules _ ->
          throw new IllegalArgumentException(algorithm.text() + " has no k");
    };
  }

  private boolean weighs(String data) {
    return weighted && data.equals("data");
  }

  /// An expression that labels rows.
  String labels(Algorithm algorithm, String data, String k) {
    return switch (algorithm) {
      case Algorithm.KMeans a -> kmeans(a, data, k);
      case Algorithm.Ward _ ->
          weighs(data)
              ? "weightedTree(data, weights, " + k + ", true)"
              : tree("WardLinkage", data, k);
      case Algorithm.Hierarchical a ->
          switch (a.linkage()) {
            case SINGLE -> tree("SingleLinkage", data, k);
            case COMPLETE -> tree("CompleteLinkage", data, k);
            case AVERAGE ->
                weighs(data)
                    ? "weightedTree(data, weights, " + k + ", false)"
                    : tree("UPGMALinkage", data, k);
          };
      case Algorithm.Gmm a ->
          "Arrays.stream("
              + data
              + ").mapToInt("
              + mixture(new Algorithm.Gmm(a.k(), 1, 100, 1e-4), data, k)
              + "::map).toArray()";
      case Algorithm.Dbscan _, Algorithm.Quantiles _, Algorithm.Rules _ ->
          throw new IllegalArgumentException(algorithm.text() + " has no k");
    };
  }

  private String kmeans(Algorithm.KMeans a, String data, String k) {
    int starts = data.equals("data") ? Math.max(20, 2 * a.restarts()) : 4;
    return weighs(data)
        ? "weightedKmeans(data, weights, " + k + ", " + starts + ", " + a.maxIterations() + ")"
        : "Clustering.run("
            + starts
            + ", () -> KMeans.fit("
            + data
            + ", new Clustering.Options("
            + k
            + ", "
            + a.maxIterations()
            + ", 1e-9, null))).group()";
  }

  private static String tree(String linkage, String data, String k) {
    return "HierarchicalClustering.fit(" + linkage + ".of(" + data + ")).partition(" + k + ")";
  }

  private String mixture(Algorithm.Gmm a, String data, String k) {
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
        + (weighs(data) ? ", weights" : "")
        + ")";
  }

  private void dbscan(Algorithm.Dbscan a) {
    if (a.minPoints() == 0) {
      lines.add(
          "int minPoints = Math.max(5, Math.max(2 * variables.size(), (int)"
              + " Math.log(data.length)));");
    }
    String points = a.minPoints() == 0 ? "minPoints" : Integer.toString(a.minPoints());
    String epsilon =
        Double.isNaN(a.epsilon()) ? "knee(data, " + points + ")" : Double.toString(a.epsilon());
    String others =
        a.minPoints() == 0 ? "minPoints - 1" : Integer.toString(Math.max(1, a.minPoints() - 1));
    // Smile does not count a row among its own neighbours.
    lines.add("DBSCAN<double[]> model = DBSCAN.fit(data, " + others + ", " + epsilon + ");");
    lines.add("int[] labels = dense(model, data);");
  }
}
