package org.segql.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;

/// The columns of a segmentation where it stands for a table: its source's, then its own. A column
/// of the source that is called like one of its own becomes `<source>_<name>`.
public final class SegmentationSchema {
  /// The number of the segment; NULL where the row took no part, 0 for noise.
  public static final String SEGMENT = "segment";

  public static final String SEGMENT_NAME = "segment_name";

  /// Whether the segment is among the targets.
  public static final String TARGETED = "targeted";

  /// To the centre of the segment, in prepared units.
  public static final String DISTANCE = "distance";

  /// The probability of the segment; NULL where the algorithm has none.
  public static final String CONFIDENCE = "confidence";

  /// Why a row took no part: `where`, `missing` or `outlier`.
  public static final String EXCLUDED = "excluded";

  /// Its own columns, in order.
  public static final List<ColumnInfo> OWN =
      List.of(
          new ColumnInfo(SEGMENT, Type.NUMBER),
          new ColumnInfo(SEGMENT_NAME, Type.TEXT),
          new ColumnInfo(TARGETED, Type.BOOLEAN),
          new ColumnInfo(DISTANCE, Type.NUMBER),
          new ColumnInfo(CONFIDENCE, Type.NUMBER),
          new ColumnInfo(EXCLUDED, Type.TEXT));

  private SegmentationSchema() {}

  /// The schema of a segmentation of a table.
  public static Schema of(String source, Schema schema) {
    Map<String, String> names = names(source, schema);
    var columns = new ArrayList<ColumnInfo>();
    schema.columns().forEach(c -> columns.add(c.named(names.getOrDefault(c.name(), c.name()))));
    columns.addAll(OWN);
    return new Schema(columns, schema.open());
  }

  /// The names that the source's columns have in a segmentation of it, in order.
  public static Map<String, String> names(String source, Schema schema) {
    var names = new LinkedHashMap<String, String>();
    var taken = new HashSet<String>();
    for (ColumnInfo column : schema.columns()) {
      String name = column.name();
      for (int i = 1; isTaken(name, schema, taken, column.name()); i++) {
        name = source + "_" + column.name() + (i == 1 ? "" : "_" + i);
      }
      names.put(column.name(), name);
      taken.add(name);
    }
    return names;
  }

  private static boolean isTaken(String name, Schema schema, Set<String> given, String own) {
    boolean extra = OWN.stream().anyMatch(c -> c.name().equalsIgnoreCase(name));
    boolean other = !name.equals(own) && schema.column(name).isPresent();
    return extra || other || given.contains(name);
  }
}
