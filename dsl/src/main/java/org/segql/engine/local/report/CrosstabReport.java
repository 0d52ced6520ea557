package org.segql.engine.local.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.measure.Agreement;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Two segmentations of the same rows: a crosstab, the adjusted Rand index, and what became of each
/// segment.
public final class CrosstabReport {
  private final LocalSegmentation left;
  private final LocalSegmentation right;
  private final int[] a;
  private final int[] b;

  /// @param a the left segment of each row: 0 noise, below 0 none
  /// @param b the right one
  public CrosstabReport(LocalSegmentation left, LocalSegmentation right, int[] a, int[] b) {
    this.left = left;
    this.right = right;
    this.a = a;
    this.b = b;
  }

  public List<Part> parts() {
    double[][] counts = new double[left.k() + 1][right.k() + 1];
    int[] both = IntStream.range(0, a.length).filter(i -> a[i] >= 0 && b[i] >= 0).toArray();
    for (int i : both) {
      counts[a[i]][b[i]]++;
    }
    // Rows that take part in one alone are no agreement.
    int[] from = Arrays.stream(both).map(i -> a[i]).toArray();
    int[] to = Arrays.stream(both).map(i -> b[i]).toArray();
    var parts = new ArrayList<Part>();
    parts.add(table(counts));
    parts.add(
        new Part.Paragraph(
            "Adjusted Rand index "
                + NumberText.figure(Agreement.adjustedRand(from, to))
                + " (1: the same segments, 0: no more alike than by chance)."));
    parts.add(new Part.Bullets(fates(counts)));
    return parts;
  }

  private Part.TablePart table(double[][] counts) {
    var names = new ArrayList<String>();
    var rows = new ArrayList<double[]>();
    for (int i = 1; i <= left.k(); i++) {
      names.add(i + " " + left.segments().get(i - 1).name());
      rows.add(counts[i]);
    }
    if (sum(counts[0]) > 0) {
      names.add("0 noise");
      rows.add(counts[0]);
    }
    Table table = Table.create(StringColumn.create("segment", names));
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    for (int j = 0; j <= right.k(); j++) {
      int column = j;
      double[] values = rows.stream().mapToDouble(r -> r[column]).toArray();
      if (j > 0 || sum(values) > 0) {
        String name = j == 0 ? "0 noise" : j + " " + right.segments().get(j - 1).name();
        table.addColumns(DoubleColumn.create(name, values));
        formats.put(name, ColumnFormat.WHOLE);
      }
    }
    return Part.table(table, formats);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /// Where a part of 70% is, a segment has survived, or is merged where another has come there too;
  /// it is split where two parts have 30% each; a segment that no other gave 30% to is new.
  private List<String> fates(double[][] counts) {
    int[] home = new int[left.k() + 1];
    var fed = new TreeSet<Integer>();
    var parts = new ArrayList<List<String>>();
    parts.add(List.of());
    for (int i = 1; i <= left.k(); i++) {
      var places = new ArrayList<String>();
      for (int j = 1; j <= right.k(); j++) {
        double share = counts[i][j] / sum(counts[i]);
        if (share >= 0.3) {
          places.add(NumberText.percent(share) + " in " + name(right, j));
          fed.add(j);
        }
        home[i] = share >= 0.7 ? j : home[i];
      }
      parts.add(places);
    }
    var out = new ArrayList<String>();
    for (int i = 1; i <= left.k(); i++) {
      out.add(
          name(left, i)
              + (sum(counts[i]) == 0
                  ? " has no row in common."
                  : fate(i, home, parts.get(i))
                      + (parts.get(i).isEmpty()
                          ? "no part of 30%"
                          : String.join(", ", parts.get(i)))
                      + "."));
    }
    for (int j = 1; j <= right.k(); j++) {
      if (!fed.contains(j)) {
        out.add(name(right, j) + " is new: no segment before it gives 30% of its rows to it.");
      }
    }
    return out;
  }

  private String fate(int i, int[] home, List<String> parts) {
    if (home[i] == 0) {
      return parts.size() > 1 ? " is split: " : " dissolves: ";
    }
    var others =
        IntStream.rangeClosed(1, left.k())
            .filter(o -> o != i && home[o] == home[i])
            .mapToObj(o -> name(left, o))
            .toList();
    return others.isEmpty()
        ? " survives: "
        : " is merged with " + String.join(" and ", others) + ": ";
  }

  private static String name(LocalSegmentation of, int segment) {
    return segment + " '" + of.segments().get(segment - 1).name() + "'";
  }
}
