package org.segql.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.TableData;
import org.segql.codegen.JavaProgram;
import org.segql.plan.Command;
import org.segql.plan.explain.PlanPrinter;
import org.segql.result.Part;
import org.segql.result.Result;

/// EXPLAIN: the plan as a tree. EXPLAIN JAVA: the program that does the same.
final class Explanation {
  private Explanation() {}

  /// @param made how each table of the session was made
  static Result of(Command.Explain explain, Catalog catalog, Map<String, JavaProgram.Origin> made) {
    var part =
        explain.java()
            ? new Part.CodeBlock(
                "java", new JavaProgram(known(catalog, made)).of(explain.command()))
            : new Part.CodeBlock("", new PlanPrinter(catalog).print(explain.command()));
    return new Result("", null, List.of(part), List.of());
  }

  /// Tables that no statement made were bound from Java.
  private static Map<String, JavaProgram.Origin> known(
      Catalog catalog, Map<String, JavaProgram.Origin> made) {
    var known = new HashMap<String, JavaProgram.Origin>();
    for (CatalogEntry entry : catalog.entries()) {
      known.put(entry.name(), new JavaProgram.Origin(null, entry.schema(), null, Map.of()));
    }
    known.putAll(made);
    return known;
  }

  /// How a statement made a table, for programs to be written later.
  static JavaProgram.Origin origin(
      Command command,
      CatalogEntry entry,
      Catalog catalog,
      Map<String, JavaProgram.Origin> before) {
    TableData data = entry.data();
    return new JavaProgram.Origin(
        command,
        entry.schema(),
        data == null ? null : data.reading().orElse(null),
        known(catalog, before));
  }
}
