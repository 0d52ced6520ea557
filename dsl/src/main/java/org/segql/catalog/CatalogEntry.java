package org.segql.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that a session knows by name.
///
/// @param data what stands behind it; null while a script is only checked
/// @param origin how it came to be, in a few words: `loaded from customers.csv`
/// @param madeFrom the names that it was made of; when one of them is replaced or dropped it is
///   stale
public record CatalogEntry(
    String name,
    Kind kind,
    Schema schema,
    @Nullable TableData data,
    String origin,
    List<String> madeFrom,
    boolean stale) {
  public CatalogEntry {
    madeFrom = List.copyOf(madeFrom);
  }

  public enum Kind {
    TABLE,
    /// A segmentation; wherever a table can stand it can.
    SEGMENTATION,
    /// A model that was loaded: it scores rows, it has none.
    MODEL,
    /// The leaderboard of a COMPARE.
    BOARD;

    /// `table`, for messages.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CatalogEntry staled() {
    return new CatalogEntry(name, kind, schema, data, origin, madeFrom, true);
  }
}
