package org.segql.engine.local.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Prepared numbers, n rows × d columns, all finite, with an optional weight a row. They lie in
/// tiles of {@link #TILE} rows, each column of a tile an array of its own, because that is the
/// shape in which the loops over rows become vector instructions and stay in the cache. Never
/// changed after it is made.
public final class Matrix {
  /// Rows in a tile.
  public static final int TILE = 512;

  private final int rows;
  private final int columns;
  private final double[][][] tiles;
  private final double @Nullable [] weights;
  private final double[] low;
  private final double[] high;

  private Matrix(int rows, int columns, double[][][] tiles, double @Nullable [] weights) {
    this.rows = rows;
    this.columns = columns;
    this.tiles = tiles;
    this.weights = weights;
    this.low = new double[columns];
    this.high = new double[columns];
    for (int j = 0; j < columns; j++) {
      bounds(j);
    }
  }

  /// @param columns d arrays of n values each; copied
  public static Matrix of(double[][] columns) {
    return of(columns, null);
  }

  /// @param columns d arrays of n values each; copied
  /// @param weights n values, finite and not negative, or null where each row counts once; copied
  public static Matrix of(double[][] columns, double @Nullable [] weights) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one column");
    }
    int n = columns[0].length;
    double[][][] tiles = empty(n, columns.length);
    for (int j = 0; j < columns.length; j++) {
      if (columns[j].length != n) {
        throw new IllegalArgumentException("column " + j + " has " + columns[j].length + " rows");
      }
      for (int t = 0; t < tiles.length; t++) {
        System.arraycopy(columns[j], t * TILE, tiles[t][j], 0, tiles[t][j].length);
      }
    }
    return new Matrix(n, columns.length, tiles, checked(weights, n));
  }

  /// @param data n arrays of d values each, n at least 1; copied
  public static Matrix ofRows(double[][] data, double @Nullable [] weights) {
    double[][][] tiles = empty(data.length, data[0].length);
    for (int i = 0; i < data.length; i++) {
      for (int j = 0; j < data[i].length; j++) {
        tiles[i / TILE][j][i % TILE] = data[i][j];
      }
    }
    return new Matrix(data.length, data[0].length, tiles, checked(weights, data.length));
  }

  /// @param data n arrays of d values each, n at least 1; copied
  public static Matrix ofRows(double[][] data) {
    return ofRows(data, null);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double at(int row, int column) {
    return tiles[row / TILE][column][row % TILE];
  }

  /// The d values of a row, a new array.
  public double[] row(int row) {
    double[] values = new double[columns];
    row(row, values);
    return values;
  }

  /// Puts the d values of a row into an array.
  public void row(int row, double[] into) {
    double[][] tile = tiles[row / TILE];
    int i = row % TILE;
    for (int j = 0; j < columns; j++) {
      into[j] = tile[j][i];
    }
  }

  /// The n values of a column, a new array.
  public double[] column(int column) {
    double[] values = new double[rows];
    for (int t = 0; t < tiles.length; t++) {
      System.arraycopy(tiles[t][column], 0, values, t * TILE, tiles[t][column].length);
    }
    return values;
  }

  /// All values as d arrays of n: the shape that `org.segql.measure` takes.
  public double[][] toColumns() {
    double[][] all = new double[columns][];
    Arrays.setAll(all, this::column);
    return all;
  }

  /// All values as n arrays of d: the shape that Smile takes.
  public double[][] toRows() {
    double[][] all = new double[rows][];
    Arrays.setAll(all, this::row);
    return all;
  }

  public boolean weighted() {
    return weights != null;
  }

  /// The weight of a row; 1 where the matrix has no weights.
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /// n weights, a new array, or null.
  public double @Nullable [] weights() {
    return weights == null ? null : weights.clone();
  }

  public Matrix withWeights(double @Nullable [] newWeights) {
    return new Matrix(rows, columns, tiles, checked(newWeights, rows));
  }

  /// The named rows in the named order; a row may be named twice.
  public Matrix subset(int[] chosen) {
    double[][][] part = empty(chosen.length, columns);
    double[] partWeights = weights == null ? null : new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      int from = chosen[i];
      for (int j = 0; j < columns; j++) {
        part[i / TILE][j][i % TILE] = tiles[from / TILE][j][from % TILE];
      }
      if (partWeights != null && weights != null) {
        partWeights[i] = weights[from];
      }
    }
    return new Matrix(chosen.length, columns, part, partWeights);
  }

  /// The same rows with a constant taken from each column.
  Matrix minus(double[] shift) {
    double[][][] moved = empty(rows, columns);
    for (int t = 0; t < tiles.length; t++) {
      for (int j = 0; j < columns; j++) {
        for (int i = 0; i < moved[t][j].length; i++) {
          moved[t][j][i] = tiles[t][j][i] - shift[j];
        }
      }
    }
    return new Matrix(rows, columns, moved, weights);
  }

  /// The smallest value of a column.
  double low(int column) {
    return low[column];
  }

  /// The largest value of a column.
  double high(int column) {
    return high[column];
  }

  int tiles() {
    return tiles.length;
  }

  /// A tile's columns; not to be changed. The last tile is as short as its rows are few.
  double[][] tile(int tile) {
    return tiles[tile];
  }

  int rowsOf(int tile) {
    return Math.min(TILE, rows - tile * TILE);
  }

  private static double[][][] empty(int rows, int columns) {
    double[][][] tiles = new double[(rows + TILE - 1) / TILE][columns][];
    for (int t = 0; t < tiles.length; t++) {
      for (int j = 0; j < columns; j++) {
        tiles[t][j] = new double[Math.min(TILE, rows - t * TILE)];
      }
    }
    return tiles;
  }

  private void bounds(int column) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double[][] tile : tiles) {
      for (double value : tile[column]) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    // NaN passes through min and max, so this sees missing values too.
    if (rows > 0 && !(Double.isFinite(min) && Double.isFinite(max))) {
      throw new IllegalArgumentException("column " + column + " holds a value that is not finite");
    }
    low[column] = rows == 0 ? 0 : min;
    high[column] = rows == 0 ? 0 : max;
  }

  private static double @Nullable [] checked(double @Nullable [] weights, int rows) {
    if (weights == null) {
      return null;
    }
    if (weights.length != rows) {
      throw new IllegalArgumentException(weights.length + " weights for " + rows + " rows");
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight " + weight);
      }
    }
    return weights.clone();
  }
}
