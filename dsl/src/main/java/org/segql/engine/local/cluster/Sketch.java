package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.segql.measure.RowOrder;

/// The different rows of a matrix, each once with the weight of all its copies, in an order that
/// depends on their values alone: sorted by a hash of the values. Where there are more than `limit`
/// different rows, those with the smallest hashes: a simple random sample of the different rows,
/// the same whatever the order of the rows (a bottom-k sketch: Cohen and Kaplan 2007).
///
/// @param points the different rows, weighted
/// @param complete whether all different rows with a weight above 0 are in it
/// @param hashes of the points, ascending
/// @param seed of the hashes
record Sketch(Matrix points, boolean complete, long[] hashes, long seed) {

  static Sketch of(Matrix data, int limit, long seed) {
    var table = new Table(Math.clamp(limit, 1, Math.max(1, data.rows())));
    double heaviest = 0;
    for (int i = 0; i < data.rows(); i++) {
      heaviest = Math.max(heaviest, data.weight(i));
    }
    FixedPoint units = FixedPoint.of(heaviest, data.rows());
    long[] hashes = new long[Matrix.TILE];
    for (int t = 0; t < data.tiles(); t++) {
      int n = data.rowsOf(t);
      RowOrder.hash(data.tile(t), 0, n, seed, hashes);
      for (int i = 0; i < n; i++) {
        int row = t * Matrix.TILE + i;
        double weight = data.weight(row);
        if (hashes[i] <= table.threshold && weight > 0) {
          table.add(hashes[i], row, units.units(weight));
        }
      }
    }
    return table.sketch(data, units, seed);
  }

  /// The number of each row's point; -1 where the point is not in the sketch.
  int[] pointOf(Matrix data) {
    int[] points = new int[data.rows()];
    long[] part = new long[Matrix.TILE];
    for (int t = 0; t < data.tiles(); t++) {
      RowOrder.hash(data.tile(t), 0, data.rowsOf(t), seed, part);
      for (int i = 0; i < data.rowsOf(t); i++) {
        points[t * Matrix.TILE + i] = Math.max(-1, Arrays.binarySearch(hashes, part[i]));
      }
    }
    return points;
  }

  /// An open hash table from hash to first row and weight, which drops the largest hashes when it
  /// is full.
  private static final class Table {
    final int limit;
    long threshold = Long.MAX_VALUE;
    private final int mask;
    private long[] keys;
    private int[] rows;
    private long[] weights;
    private int size;
    private boolean complete = true;

    Table(int limit) {
      this.limit = limit;
      // At most 2 · limit + 1 entries, so at least half stays free.
      int capacity = Integer.highestOneBit(Math.max(8, limit)) * 8;
      mask = capacity - 1;
      keys = new long[capacity];
      rows = new int[capacity];
      weights = new long[capacity];
    }

    void add(long hash, int row, long weight) {
      int slot = slot(hash);
      if (weights[slot] == 0) {
        keys[slot] = hash;
        rows[slot] = row;
        size++;
      }
      weights[slot] += weight;
      if (size > 2 * limit) {
        compact();
      }
    }

    private int slot(long hash) {
      int slot = (int) hash & mask;
      while (weights[slot] != 0 && keys[slot] != hash) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private long[] sortedHashes() {
      long[] sorted = new long[size];
      for (int i = 0, at = 0; i <= mask; i++) {
        if (weights[i] != 0) {
          sorted[at++] = keys[i];
        }
      }
      Arrays.sort(sorted);
      return sorted;
    }

    private void compact() {
      complete = false;
      threshold = sortedHashes()[limit - 1];
      long[] oldKeys = keys;
      int[] oldRows = rows;
      long[] oldWeights = weights;
      keys = new long[mask + 1];
      rows = new int[mask + 1];
      weights = new long[mask + 1];
      size = 0;
      for (int i = 0; i <= mask; i++) {
        if (oldWeights[i] != 0 && oldKeys[i] <= threshold) {
          int slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          rows[slot] = oldRows[i];
          weights[slot] = oldWeights[i];
          size++;
        }
      }
    }

    Sketch sketch(Matrix data, FixedPoint units, long seed) {
      if (size > limit) {
        compact();
      }
      long[] sorted = sortedHashes();
      int[] chosen = new int[size];
      double[] weight = new double[size];
      boolean single = true;
      for (int i = 0; i < size; i++) {
        int slot = slot(sorted[i]);
        chosen[i] = rows[slot];
        weight[i] = units.value(weights[slot]);
        single &= weight[i] == 1;
      }
      Matrix points = data.subset(chosen).withWeights(single ? null : weight);
      return new Sketch(points, complete, sorted, seed);
    }
  }
}
