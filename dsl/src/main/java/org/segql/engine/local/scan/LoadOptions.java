package org.segql.engine.local.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What LOAD's `WITH (…)` says; whatever is absent is detected.
///
/// @param delimiter one character, or {@link #BLANKS}
/// @param quote one character; empty text: no quotes
/// @param decimal `.` or `,`
/// @param skip lines to pass over before the header
/// @param nulls texts that mean NULL, blank cells always do
/// @param types by column name
/// @param names for the columns, in order; empty: those of the file
/// @param cleanNames `Annual Income (k$)` becomes `annual_income_k`
/// @param widths of the fields of a file without delimiters, in characters
/// @param sheet of an Excel file: its name, or its number from 1
/// @param table of a database file that has several
/// @param connection user, password and the like of a JDBC connection
public record LoadOptions(
    Optional<String> delimiter,
    Optional<String> quote,
    Optional<Boolean> header,
    Optional<String> encoding,
    Optional<String> decimal,
    OptionalInt skip,
    Optional<List<String>> nulls,
    Map<String, ColumnFormat> types,
    List<String> names,
    boolean cleanNames,
    List<Integer> widths,
    Optional<String> sheet,
    Optional<String> table,
    Connection connection) {
  /// The delimiter that stands for runs of blanks.
  public static final String BLANKS = "blanks";

  public static final LoadOptions NONE = new Builder().build();

  public LoadOptions {
    nulls = nulls.map(List::copyOf);
    types = Map.copyOf(types);
    names = List.copyOf(names);
    widths = List.copyOf(widths);
  }

  /// Whether one of them is about delimited texts alone: who writes it says that the file is one.
  boolean saysText() {
    return delimiter.isPresent()
        || quote.isPresent()
        || header.isPresent()
        || skip.isPresent()
        || !widths.isEmpty();
  }

  /// The type that the user gives a column.
  Optional<ColumnFormat> type(String column) {
    return types.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(column))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The same with other types.
  LoadOptions withTypes(Map<String, ColumnFormat> others) {
    return new LoadOptions(
        delimiter,
        quote,
        header,
        encoding,
        decimal,
        skip,
        nulls,
        others,
        names,
        cleanNames,
        widths,
        sheet,
        table,
        connection);
  }

  /// Properties of a JDBC connection. Their values are secrets: no text of this object shows them.
  public record Connection(Map<String, String> properties) {
    public Connection {
      properties = Map.copyOf(properties);
    }

    @Override
    public String toString() {
      return "Connection" + properties.keySet();
    }
  }

  /// Collects options one at a time.
  public static final class Builder {
    private Optional<String> delimiter = Optional.empty();
    private Optional<String> quote = Optional.empty();
    private Optional<Boolean> header = Optional.empty();
    private Optional<String> encoding = Optional.empty();
    private Optional<String> decimal = Optional.empty();
    private OptionalInt skip = OptionalInt.empty();
    private Optional<List<String>> nulls = Optional.empty();
    private final Map<String, ColumnFormat> types = new LinkedHashMap<>();
    private List<String> names = List.of();
    private boolean cleanNames;
    private List<Integer> widths = List.of();
    private Optional<String> sheet = Optional.empty();
    private Optional<String> table = Optional.empty();
    private final Map<String, String> connection = new LinkedHashMap<>();

    public Builder delimiter(String value) {
      delimiter = Optional.of(value);
      return this;
    }

    public Builder quote(String value) {
      quote = Optional.of(value);
      return this;
    }

    public Builder header(boolean value) {
      header = Optional.of(value);
      return this;
    }

    public Builder encoding(String value) {
      encoding = Optional.of(value);
      return this;
    }

    public Builder decimal(String value) {
      decimal = Optional.of(value);
      return this;
    }

    public Builder skip(int lines) {
      skip = OptionalInt.of(lines);
      return this;
    }

    public Builder nulls(List<String> values) {
      nulls = Optional.of(values);
      return this;
    }

    public Builder type(String column, ColumnFormat format) {
      types.put(column, format);
      return this;
    }

    public Builder names(List<String> values) {
      names = values;
      return this;
    }

    public Builder cleanNames() {
      cleanNames = true;
      return this;
    }

    public Builder widths(List<Integer> values) {
      widths = values;
      return this;
    }

    public Builder sheet(String value) {
      sheet = Optional.of(value);
      return this;
    }

    public Builder table(String value) {
      table = Optional.of(value);
      return this;
    }

    public Builder connection(String property, String value) {
      connection.put(property, value);
      return this;
    }

    public LoadOptions build() {
      return new LoadOptions(
          delimiter,
          quote,
          header,
          encoding,
          decimal,
          skip,
          nulls,
          types,
          names,
          cleanNames,
          widths,
          sheet,
          table,
          new Connection(connection));
    }
  }
}
