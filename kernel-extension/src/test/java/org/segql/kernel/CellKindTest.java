package org.segql.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.grammar.SegQLParser;

class CellKindTest {
  private static final Set<String> TYPES = Set.of("Table", "Segment", "Load", "Set");

  private static CellKind kind(String cell) {
    return CellKind.of(cell, TYPES::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD customers FROM 'customers.csv';",
        "load customers from 'customers.csv'",
        "Load customers FROM 'customers.csv';",
        "SEGMENT customers BY age, income USING kmeans(5);",
        "segment customers\n  by age",
        "Segment customers BY age;",
        "SHOW customers",
        "SHOW TABLES;",
        "show `my table`;",
        "Drop customers;",
        "DROP customers;",
        "PARAM k = 5;",
        "param k = 5;",
        "SET seed = 7;",
        "set threads = 4;",
        "DESCRIBE customers;",
        "PROFILE q1 ON age, income;",
        "PLOT q1 AS map, q1 AS sizes;",
        "RUN 'other.segql' WITH (country = 'UK');",
        "run 'other.segql';",
        "RUN \"other.segql\";",
        "RUN $file;",
        "EXPLAIN JAVA SEGMENT customers BY age;",
        "EXPLAIN",
        "SEGMENT",
        "SEGMENT (customers)",
        "TABLE t AS FROM customers WHERE age > 30;",
        "table t as from customers;",
        "REQUIRE q1 EVERY stability >= 0.75;",
        "SAVE MODEL q1 TO 'q1.segql.json';",
        "APPLY m TO new_customers AS scored;",
        "COMPARE q1 WITH q4;",
        "TARGET q1 WHERE size > 1000;",
        "VALIDATE q1;",
        "LANGUAGE 1;",
        "show 5;",
        "-- only a comment",
        "-- a comment\n-- and one more\n",
        "-- first segments\nSEGMENT customers BY age;",
        "-- a slip below\nSEGMNT customers BY age;",
        "--short\nSHOW customers;",
        "/* both languages have these */ SHOW customers;",
        "\n\n  SHOW customers;",
        "SEGMENT -- which?\n customers BY age;",
        "EXPORT q1 TO 'x.csv';",
        "TABLE = 5",
        "TARGET;",
      })
  void segql(String cell) {
    assertThat(kind(cell)).isEqualTo(CellKind.SEGQL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n",
        "int x = 1;",
        "1 + 1",
        "var t = Table.create();",
        "Table t = customers.first(5);",
        "Table t;",
        "Table copy(Table t) { return t; }",
        "Table a, b;",
        "Table[] tables;",
        "Table.read()",
        "table.print()",
        "table = table.first(5);",
        "table",
        "set.add(3)",
        "set.add(3);",
        "Set<String> names = Set.of();",
        "Set names = Set.of();",
        "run();",
        "run(() -> 5)",
        "load(\"x\")",
        "show(customers);",
        "target = 5;",
        "target += 5",
        "profile++",
        "report::print",
        "REPORT.size()",
        "TABLE[3]",
        "Segment s = new Segment();",
        "table instanceof Table",
        "// a comment\nint x;",
        "/* a comment */",
        "import java.util.*;",
        "SELECT * FROM customers",
        "SEGMNT customers BY age",
        "--counter;",
        "--counter; int x = 1;",
        "%maven g:a:1",
        "%segql SHOW customers;",
        "@Deprecated void f() {}",
        "record Customer(int age) {}",
        "if (true) { }",
        "\"text\"",
        "'c'",
        "{ int x = 1; }",
      })
  void java(String cell) {
    assertThat(kind(cell)).isEqualTo(CellKind.JAVA);
  }

  /// A statement that the grammar learns must be known here, or its cells go to javac.
  @Test
  void theVerbsOfTheGrammarAreKnown() {
    var first =
        SegQLParser._ATN.nextTokens(SegQLParser._ATN.ruleToStartState[SegQLParser.RULE_statement]);
    assertThat(first.toList())
        .filteredOn(type -> type != Token.EPSILON)
        .extracting(SegQLParser.VOCABULARY::getSymbolicName)
        .isSubsetOf(CellKind.VERBS);
  }
}
