package org.segql.catalog;

import java.util.List;

/// How another program reads what a session has loaded: all that was detected is said.
public sealed interface Reading {
  List<Field> fields();

  /// A column.
  ///
  /// @param plain true where its texts are of the type as they stand: ISO dates, decimal points
  /// @param format of the texts of DATE and DATETIME, in Java's letters; empty: ISO
  /// @param comma whether decimals follow a comma
  record Field(String name, Type type, boolean plain, String format, boolean comma) {}

  /// Delimited texts, all of one form.
  ///
  /// @param direct whether they can be read as they are: UTF-8 without a mark, not packed
  /// @param sheet of a workbook, "" its first; null: no workbook
  /// @param blanks whether runs of blanks divide the fields
  /// @param widths of fields without delimiters; else empty
  /// @param header the names in the first line; empty where there is none
  record Texts(
      List<String> files,
      boolean direct,
      String charset,
      @org.jspecify.annotations.Nullable String sheet,
      boolean blanks,
      List<Integer> widths,
      char delimiter,
      String quote,
      int skip,
      List<String> header,
      List<String> nulls,
      List<Field> fields)
      implements Reading {
    public Texts {
      files = List.copyOf(files);
      widths = List.copyOf(widths);
      header = List.copyOf(header);
      nulls = List.copyOf(nulls);
      fields = List.copyOf(fields);
    }
  }

  /// A query of a database, or of files that DuckDB reads as one.
  ///
  /// @param url of JDBC
  record Query(String url, String sql, List<Field> fields) implements Reading {
    public Query {
      fields = List.copyOf(fields);
    }
  }
}
