package org.segql.engine.local.cluster;

import java.util.Arrays;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Hierarchical segments: the different rows are the leaves, the two nearest clusters are joined
/// until one is left, and the tree is cut.
///
/// Ward's tree takes O(n²) time and O(n) memory up to {@link #WARD_ROWS} different rows, the other
/// linkages O(n²) of both up to {@link #MATRIX_ROWS}. Beyond that the tree is made of a sample and
/// the other rows go where {@link NearestPart} puts them.
public final class Hierarchical {
  public static final int WARD_ROWS = 20_000;
  public static final int MATRIX_ROWS = 5_000;

  private Hierarchical() {}

  /// @throws SegqlException `too-few-rows` where there are fewer different rows than segments;
  ///   `cancelled`
  public static Fit fit(Matrix data, HierarchicalOptions options, Progress progress) {
    int limit = options.linkage() == Linkage.WARD ? WARD_ROWS : MATRIX_ROWS;
    Sketch sketch = Sketch.of(data, limit, options.seed());
    Matrix points = sketch.points();
    if (points.rows() < options.k()) {
      throw new TooFewRows(points.rows(), options.k());
    }
    List<Merge> merges =
        options.linkage() == Linkage.WARD
            ? new WardChain(points, progress).run()
            : new MatrixChain(points, options.linkage(), progress).run();
    Dendrogram tree = Merge.tree(merges, sketch.pointOf(data));
    List<Diagnostic> notes =
        sketch.complete() ? List.of() : List.of(sampled(points.rows(), data.rows()));
    return cut(data, tree, options, notes, progress);
  }

  /// The same tree cut into another number of segments, without a new fit.
  ///
  /// @param data the rows that were fitted
  public static Fit cut(Matrix data, Fit fit, HierarchicalOptions options, Progress progress) {
    if (fit.tree() == null) {
      throw new IllegalArgumentException("no tree");
    }
    return cut(data, fit.tree(), options, fit.notes(), progress);
  }

  private static Fit cut(
      Matrix data,
      Dendrogram tree,
      HierarchicalOptions options,
      List<Diagnostic> notes,
      Progress progress) {
    if (tree.leaves() < options.k()) {
      throw new TooFewRows(tree.leaves(), options.k());
    }
    int[] labels = tree.cut(options.k());
    var workers = new Workers(options.threads(), progress);
    NearestPart scorer = NearestPart.of(data, tree, labels, options.k(), workers);
    if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
      int[] nearest = scorer.labels(data, workers);
      Arrays.setAll(labels, i -> labels[i] < 0 ? nearest[i] : labels[i]);
    }
    var partition = new Partition(data, labels, options.k());
    return partition.fit(scorer.renumbered(partition.order(), partition.centroids()), tree, notes);
  }

  private static Diagnostic sampled(int points, int rows) {
    return Diagnostic.note(
        Code.SAMPLED,
        "The tree was made of a sample of %,d of %,d rows; the others went to the segment of its nearest part."
            .formatted(points, rows),
        "`kmeans` looks at all rows.");
  }
}
