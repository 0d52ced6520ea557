package org.segql.codegen;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segql.plan.Expr;

/// Where an expression stands in a program.
///
/// @param lines takes what must be computed before the statement that the expression is part of
/// @param row the variable of the row that columns are of
/// @param table the variable of the table that the row is of
/// @param group the variable of the rows that aggregates are over; null: there are none
/// @param grouped whether the row is one of a group's and not at its place in the table
/// @param weight the column that weighs rows in aggregates; null: none
/// @param facts Java for a fact about a segment
/// @param tables the variable of each table of the session
record Scope(
    Lines lines,
    String row,
    String table,
    @Nullable String group,
    boolean grouped,
    @Nullable String weight,
    Function<Expr.Fact.Kind, Piece> facts,
    Tables tables) {

  /// Over the rows of a table.
  static Scope rows(Lines lines, String table, Tables tables) {
    return new Scope(
        lines,
        "r",
        table,
        null,
        false,
        null,
        fact -> {
          throw new IllegalArgumentException(fact + " where rows are seen");
        },
        tables);
  }

  /// Over groups of a table's rows; keys are those of the first row.
  Scope groups(String rows) {
    return new Scope(lines, rows + ".row(0)", table, rows, true, weight, facts, tables);
  }

  /// Over the rows inside an aggregate.
  Scope inner() {
    return new Scope(lines, "r", table, null, grouped, weight, facts, tables);
  }

  Scope with(Function<Expr.Fact.Kind, Piece> newFacts, @Nullable String newWeight) {
    return new Scope(lines, row, table, group, grouped, newWeight, newFacts, tables);
  }
}
