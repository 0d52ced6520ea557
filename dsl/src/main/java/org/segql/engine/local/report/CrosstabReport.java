package org.segql.engine.local.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    int[] from = new int[a.length];
    int[] to = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      boolean both = a[i] >= 0 && b[i] >= 0;
      if (both) {
        counts[a[i]][b[i]]++;
      }
      from[i] = both ? a[i] : -1;
      to[i] = both ? b[i] : -1;
    }
    var parts = new ArrayList<Part>();
    parts.add(table(counts));
    parts.add(
        new Part.Paragraph(
            "Adjusted Rand index "
                + Counts.figure(Agreement.adjustedRand(from, to))
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

  /// Survived where 70% stay together, split where two parts have 30% each.
  private List<String> fates(double[][] counts) {
    var out = new ArrayList<String>();
    for (int i = 1; i <= left.k(); i++) {
      double total = sum(counts[i]);
      String name = i + " '" + left.segments().get(i - 1).name() + "'";
      if (total == 0) {
        out.add(name + " has no row in common.");
        continue;
      }
      var parts = new ArrayList<String>();
      boolean survived = false;
      for (int j = 1; j <= right.k(); j++) {
        double share = counts[i][j] / total;
        if (share >= 0.3) {
          parts.add(
              Counts.percent(share) + " in " + j + " '" + right.segments().get(j - 1).name() + "'");
        }
        survived |= share >= 0.7;
      }
      out.add(
          name
              + (survived ? " survives: " : parts.size() > 1 ? " is split: " : " dissolves: ")
              + (parts.isEmpty() ? "no part of 30%" : String.join(", ", parts))
              + ".");
    }
    return out;
  }
}
