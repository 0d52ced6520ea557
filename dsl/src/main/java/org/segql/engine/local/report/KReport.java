package org.segql.engine.local.report;

import static org.segql.result.ColumnFormat.decimals;
import static org.segql.result.ColumnFormat.significant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.segql.engine.local.cluster.KChoice;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// The figures by which k was chosen, one row a k.
final class KReport {
  private KReport() {}

  static Part.TablePart table(KChoice choice) {
    Table table = Table.create();
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    add(table, formats, choice, "k", KChoice.Row::k, ColumnFormat.WHOLE);
    add(table, formats, choice, "within_ss", KChoice.Row::within, significant(5));
    add(table, formats, choice, "silhouette", KChoice.Row::silhouette, decimals(3));
    add(table, formats, choice, "calinski_harabasz", KChoice.Row::calinskiHarabasz, significant(4));
    add(table, formats, choice, "davies_bouldin", KChoice.Row::daviesBouldin, decimals(3));
    add(table, formats, choice, "gap", KChoice.Row::gap, decimals(3));
    if (choice.rows().stream().anyMatch(row -> !Double.isNaN(row.separation()))) {
      add(table, formats, choice, "separation", KChoice.Row::separation, decimals(3));
    }
    add(table, formats, choice, "stability", KChoice.Row::stability, decimals(3));
    table.addColumns(
        StringColumn.create(
            "votes",
            choice.rows().stream()
                .map(
                    r ->
                        String.join(
                            ", ",
                            choice.votes().entrySet().stream()
                                .filter(v -> v.getValue() == r.k())
                                .map(v -> v.getKey().label())
                                .toList()))
                .toList()));
    formats.put("votes", ColumnFormat.PROSE);
    return Part.table(table, formats);
  }

  private static void add(
      Table table,
      Map<String, ColumnFormat> formats,
      KChoice choice,
      String name,
      ToDoubleFunction<KChoice.Row> value,
      ColumnFormat format) {
    table.addColumns(
        DoubleColumn.create(name, choice.rows().stream().mapToDouble(value).toArray()));
    formats.put(name, format);
  }
}
