package org.segql.session;

import java.util.List;
import org.segql.catalog.Catalog;
import org.segql.plan.Command;
import org.segql.plan.explain.PlanPrinter;
import org.segql.result.Part;
import org.segql.result.Result;

/// EXPLAIN: the plan as a tree. EXPLAIN JAVA: the program that does the same.
final class Explanation {
  private Explanation() {}

  static Result of(Command.Explain explain, Catalog catalog) {
    var part = new Part.CodeBlock("", new PlanPrinter(catalog).print(explain.command()));
    return new Result("", null, List.of(part), List.of());
  }
}
