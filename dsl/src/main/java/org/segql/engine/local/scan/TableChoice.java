package org.segql.engine.local.scan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// Which table of a database file, or sheet of a workbook, is meant.
final class TableChoice {
  private TableChoice() {}

  /// The one that is named, else the only one.
  ///
  /// @param query whether the place takes a QUERY
  static String choose(List<String> tables, Optional<String> named, String file, boolean query) {
    if (named.isPresent()) {
      return tables.stream()
          .filter(t -> t.equals(named.get()))
          .findFirst()
          .or(() -> tables.stream().filter(t -> t.equalsIgnoreCase(named.get())).findFirst())
          .orElseThrow(
              () ->
                  new SegqlException(
                      Diagnostic.error(
                          Code.SOURCE_TABLE,
                          "`" + file + "` has no table `" + named.get() + "`.",
                          "It has " + list(tables) + ".")));
    }
    if (tables.size() != 1) {
      throw new SegqlException(
          tables.isEmpty()
              ? Diagnostic.error(Code.SOURCE_TABLE, "`" + file + "` holds no table.")
              : Diagnostic.error(
                  Code.SOURCE_TABLE,
                  "`" + file + "` holds several tables: " + list(tables) + ".",
                  "Choose one: `WITH (table = '"
                      + tables.getFirst()
                      + (query ? "')`, or give a QUERY." : "')`.")));
    }
    return tables.getFirst();
  }

  private static String list(List<String> tables) {
    return tables.stream().limit(12).map(t -> "`" + t + "`").collect(Collectors.joining(", "))
        + (tables.size() > 12 ? " and %d more".formatted(tables.size() - 12) : "");
  }
}
