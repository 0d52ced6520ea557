package org.segql.kernel.cell;

import java.util.List;

/// What may stand at a cursor.
///
/// @param start where the text that an item replaces begins, in UTF-16 units
/// @param end where it ends, exclusive
public record Completions(int start, int end, List<Item> items) {
  public Completions {
    items = List.copyOf(items);
  }

  public static Completions none(int cursor) {
    return new Completions(cursor, cursor, List.of());
  }

  /// The same, for a text in which this one's text begins at an offset.
  public Completions shift(int offset) {
    return new Completions(start + offset, end + offset, items);
  }

  /// One proposal.
  ///
  /// @param type what it is, as front ends draw icons for it: `function`, `class`, `keyword`,
  ///   `column`
  /// @param signature shown beside it; may be empty
  public record Item(String text, String type, String signature) {
    public Item(String text, String type) {
      this(text, type, "");
    }
  }
}
