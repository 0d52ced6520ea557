package org.segql.session;

import java.util.List;
import java.util.Map;
import org.segql.catalog.Catalog;
import org.segql.codegen.JavaProgram;
import org.segql.plan.Command;
import org.segql.plan.explain.PlanPrinter;
import org.segql.result.Part;
import org.segql.result.Result;

/// EXPLAIN: the plan as a tree. EXPLAIN JAVA: the program that does the same.
final class Explanation {
  private Explanation() {}

  /// @param made the LOAD or TABLE that made each table of the session
  static Result of(Command.Explain explain, Catalog catalog, Map<String, Command> made) {
    var part =
        explain.java()
            ? new Part.CodeBlock(
                "java",
                new JavaProgram(
                        name ->
                            new JavaProgram.Origin(
                                made.get(name), catalog.find(name).orElseThrow().schema()))
                    .of(explain.command()))
            : new Part.CodeBlock("", new PlanPrinter(catalog).print(explain.command()));
    return new Result("", null, List.of(part), List.of());
  }
}
