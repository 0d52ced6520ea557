package org.segql.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The other end of {@link Interpreter} for SQL: a process of its own, because DuckDB takes
/// relative paths from where the process runs.
final class DuckDbBlocks {
  private DuckDbBlocks() {}

  public static void main(String[] arguments) throws Exception {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (String block = next(in); block != null; block = next(in)) {
        String end = "ok";
        try (Statement statement = connection.createStatement()) {
          print(statement, block, out);
        } catch (SQLException e) {
          out.println(e.getMessage());
          end = "failed";
        }
        out.println(Interpreter.MARK + end);
      }
    }
  }

  private static @Nullable String next(BufferedReader in) throws IOException {
    var block = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(Interpreter.MARK)) {
        return block.toString();
      }
      block.append(line).append('\n');
    }
    return null;
  }

  /// Prints the rows of a block's last statement.
  private static void print(Statement statement, String block, PrintStream out)
      throws SQLException {
    if (!statement.execute(block)) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      int columns = result.getMetaData().getColumnCount();
      List<String> head = new ArrayList<>();
      for (int c = 1; c <= columns; c++) {
        head.add(result.getMetaData().getColumnLabel(c));
      }
      rows.add(head);
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
          String value = result.getString(c);
          row.add(value == null ? "NULL" : value);
        }
        rows.add(row);
      }
    }
    rows.add(1, rows.getFirst().stream().map(_ -> "").toList());
    print(rows, out);
  }

  private static void print(List<List<String>> rows, PrintStream out) {
    for (int r = 0; r < rows.size(); r++) {
      var line = new StringBuilder();
      for (int c = 0; c < rows.get(r).size(); c++) {
        int column = c;
        int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String cell = rows.get(r).get(c);
        line.append(c == 0 ? "" : "  ").append(r == 1 ? "-".repeat(width) : cell);
        line.append(" ".repeat(r == 1 ? 0 : width - cell.length()));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
