package org.segql.engine.local.export;

/// How a CSV file is written.
///
/// @param delimiter stands between fields
/// @param decimal the decimal sign of numbers
/// @param header whether the first line names the columns
/// @param formulas whether texts that a spreadsheet would run stay as they are
public record CsvStyle(char delimiter, char decimal, boolean header, boolean formulas) {
  public static final CsvStyle USUAL = new CsvStyle(',', '.', true, false);

  CsvStyle delimiter(char other) {
    return new CsvStyle(other, decimal, header, formulas);
  }
}
