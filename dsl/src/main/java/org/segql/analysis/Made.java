package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Name;
import org.segql.ast.Statement;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.CatalogEntry.Kind;
import org.segql.catalog.Schema;
import org.segql.plan.SegmentationSchema;

/// What a statement makes known by a name, as it looks before anything runs.
final class Made {
  private static final Schema UNKNOWN = new Schema(List.of(), true);

  private Made() {}

  /// @param from the tables it is made from
  record Shape(Schema schema, List<String> from) {}

  /// Something of which nothing can be told but its name: names looked up in it are passed over in
  /// silence.
  static CatalogEntry unresolved(String name, Kind kind) {
    return entry(name, kind, new Shape(UNKNOWN, List.of()));
  }

  static CatalogEntry entry(String name, Kind kind, Shape shape) {
    return new CatalogEntry(name, kind, shape.schema(), null, "", shape.from(), false);
  }

  /// The segmentations of each value of a column, stacked: that column in front.
  static @Nullable Shape stacked(Catalog catalog, Name source, Name per) {
    Shape one = segmentation(catalog, source);
    if (one == null) {
      return null;
    }
    var columns = new ArrayList<>(one.schema().columns());
    var first = columns.stream().filter(c -> c.name().equalsIgnoreCase(per.text())).toList();
    columns.removeAll(first);
    columns.addAll(0, first);
    return new Shape(new Schema(columns, one.schema().open()), one.from());
  }

  static @Nullable Shape segmentation(Catalog catalog, Name source) {
    return catalog
        .find(source.text())
        .map(e -> new Shape(SegmentationSchema.of(e.name(), e.schema()), List.of(e.name())))
        .orElse(null);
  }

  /// The entry of a statement that makes one.
  ///
  /// @param shape null where it cannot be told
  /// @param stacked whether a SEGMENT has PER, its own or that of its LIKE
  static Optional<CatalogEntry> of(Statement statement, @Nullable Shape shape, boolean stacked) {
    Shape known = shape == null ? new Shape(UNKNOWN, List.of()) : shape;
    return switch (statement) {
      case Statement.Load s -> Optional.of(entry(s.table().text(), Kind.TABLE, known));
      case Statement.DeriveTable s -> Optional.of(entry(s.name().text(), Kind.TABLE, known));
      case Statement.Segment s ->
          Optional.of(
              entry(
                  name(s.as(), s.clauses().source(), "_segments"),
                  stacked ? Kind.TABLE : Kind.SEGMENTATION,
                  known));
      case Statement.CompareAlgorithms s ->
          Optional.of(entry(name(s.as(), s.clauses().source(), "_comparison"), Kind.BOARD, known));
      case Statement.LoadModel s -> Optional.of(entry(s.name().text(), Kind.MODEL, known));
      case Statement.Apply s -> s.as().map(n -> entry(n.text(), Kind.SEGMENTATION, known));
      case Statement.Describe s -> s.as().map(n -> entry(n.text(), Kind.TABLE, known));
      case Statement.Profile s -> s.as().map(n -> entry(n.text(), Kind.TABLE, known));
      case Statement.CompareSegmentations s -> s.as().map(n -> entry(n.text(), Kind.TABLE, known));
      case Statement.Language _,
          Statement.SetOption _,
          Statement.Parameter _,
          Statement.ShowCatalog _,
          Statement.ShowTable _,
          Statement.Export _,
          Statement.Drop _,
          Statement.Plot _,
          Statement.Require _,
          Statement.Explain _,
          Statement.SaveModel _,
          Statement.Run _ ->
          Optional.empty();
    };
  }

  private static String name(Optional<Name> as, Name source, String suffix) {
    return as.map(Name::text).orElse(source.text() + suffix);
  }
}
