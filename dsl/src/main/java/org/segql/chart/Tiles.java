package org.segql.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides a rectangle into tiles of given areas that are as square as can be.
final class Tiles {
  /// One tile.
  record Tile(double x, double y, double width, double height) {
    double[] xs(double inset) {
      return new double[] {x + inset, x + width - inset, x + width - inset, x + inset};
    }

    double[] ys(double inset) {
      return new double[] {y + inset, y + inset, y + height - inset, y + height - inset};
    }
  }

  private Tiles() {}

  /// A tile for each size, in the same order.
  static List<Tile> of(double[] sizes, double width, double height) {
    double total = Arrays.stream(sizes).sum();
    Tile[] tiles = new Tile[sizes.length];
    List<Integer> order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -sizes[i]))
            .toList();
    double x = 0;
    double y = 0;
    double w = width;
    double h = height;
    int next = 0;
    while (next < order.size()) {
      double side = Math.min(w, h);
      List<Integer> row = new ArrayList<>(List.of(order.get(next)));
      double scale = width * height / total;
      while (next + row.size() < order.size()) {
        List<Integer> longer = new ArrayList<>(row);
        longer.add(order.get(next + row.size()));
        if (worst(longer, sizes, scale, side) > worst(row, sizes, scale, side)) {
          break;
        }
        row = longer;
      }
      double area = row.stream().mapToDouble(i -> sizes[i] * scale).sum();
      double thick = side > 0 ? area / side : 0;
      double along = 0;
      for (int i : row) {
        double length = thick > 0 ? sizes[i] * scale / thick : 0;
        tiles[i] =
            w >= h ? new Tile(x, y + along, thick, length) : new Tile(x + along, y, length, thick);
        along += length;
      }
      if (w >= h) {
        x += thick;
        w -= thick;
      } else {
        y += thick;
        h -= thick;
      }
      next += row.size();
    }
    return List.of(tiles);
  }

  private static double worst(List<Integer> row, double[] sizes, double scale, double side) {
    double sum = row.stream().mapToDouble(i -> sizes[i] * scale).sum();
    double largest = row.stream().mapToDouble(i -> sizes[i] * scale).max().orElse(1);
    double smallest = row.stream().mapToDouble(i -> sizes[i] * scale).min().orElse(1);
    return Math.max(
        side * side * largest / (sum * sum), sum * sum / Math.max(1e-300, side * side * smallest));
  }
}
