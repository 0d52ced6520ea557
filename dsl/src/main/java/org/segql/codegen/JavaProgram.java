package org.segql.codegen;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.plan.Command;
import org.segql.plan.ExprColumns;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentationSchema;

/// EXPLAIN JAVA: a complete program on Tablesaw and Smile that reads the files, derives the tables,
/// segments, and prints what came out; with an argument it writes the rows and their segments to a
/// CSV file of that name.
public final class JavaProgram {
  /// How a table of the session came to be.
  ///
  /// @param command the statement that made it; null where it was bound from Java
  /// @param reading how its source is read; null where it was not loaded
  /// @param before the tables that there were when it was made
  public record Origin(
      @Nullable Command command,
      Schema schema,
      @Nullable Reading reading,
      Map<String, Origin> before) {}

  private final Map<String, Origin> known;
  private final JavaMethods methods = new JavaMethods();

  /// @param known the tables of the session, by name
  public JavaProgram(Map<String, Origin> known) {
    this.known = known;
  }

  /// @throws SegqlException where the command is none that a program is written for
  public String of(Command command) {
    methods.ask(columns(command));
    String name =
        switch (command) {
          case Command.Segment c -> {
            String result = new JavaSegmentation(methods, known, true).of(c.plan());
            methods.main().add("if (args.length > 0) {");
            methods.main().add(result + ".write().csv(args[0]);");
            methods.main().add("}");
            yield "Segment " + c.plan().source();
          }
          case Command.DeriveTable c -> {
            methods.show(c.relation(), c.asOf(), known);
            yield "Derive " + c.name();
          }
          case Command.ShowTable c -> {
            methods.show(c.relation(), c.asOf(), known);
            yield "Show";
          }
          default ->
              throw new SegqlException(
                  Diagnostic.error(
                      Code.NOT_SUPPORTED,
                      "EXPLAIN JAVA writes programs for SEGMENT, TABLE and SHOW."));
        };
    return program(Identifiers.capital(new Identifiers(Set.of()).variable(name)));
  }

  /// Every column that a command or what it is made of reads: those of segmentations are only made
  /// where one of them is meant.
  private Set<String> columns(Command command) {
    var found = new LinkedHashSet<String>();
    collect(command, known, found);
    return found;
  }

  private static void collect(
      @Nullable Command command, Map<String, Origin> known, Set<String> into) {
    References references =
        switch (command) {
          case Command.Segment c -> {
            used(c.plan(), into);
            if (c.plan().naming() instanceof SegmentPlan.Naming.From f) {
              into.add(SegmentationSchema.SEGMENT_NAME);
              collect(f.segmentation(), known, into);
            }
            yield new References().of(c.plan());
          }
          case Command.DeriveTable c -> scanned(c.relation(), into);
          case Command.ShowTable c -> scanned(c.relation(), into);
          case Command.Apply c -> {
            collect(c.model(), known, into);
            collect(c.table(), known, into);
            yield new References();
          }
          case null, default -> new References();
        };
    references.tables().forEach(t -> collect(t, known, into));
  }

  private static void collect(String table, Map<String, Origin> known, Set<String> into) {
    Origin origin = known.get(table);
    if (origin != null) {
      collect(origin.command(), origin.before(), into);
    }
  }

  /// The columns that a plan reads but for those that it only describes segments by.
  private static void used(SegmentPlan plan, Set<String> into) {
    var found = new LinkedHashMap<String, ColumnInfo>();
    ExprColumns.of(plan).forEach(c -> found.put(c.name(), c));
    plan.gates().forEach(g -> ExprColumns.collect(g.condition(), found));
    if (plan.naming() instanceof SegmentPlan.Naming.ByRule n) {
      n.rules().forEach(r -> ExprColumns.collect(r.condition(), found));
    }
    if (plan.target() != null) {
      ExprColumns.collect(plan.target().where(), found);
      plan.target().orderBy().forEach(k -> ExprColumns.collect(k.value(), found));
    }
    into.addAll(found.keySet());
    into.add(String.valueOf(plan.weight()));
    into.add(plan.per().orElse(""));
  }

  private static References scanned(Relation relation, Set<String> into) {
    relation.scans().forEach(s -> into.addAll(s.schema().names()));
    return new References().of(relation);
  }

  private String program(String name) {
    String body = methods.main() + "  }\n" + methods.methods();
    String support = Support.of(body);
    String needs =
        methods.drivers().isEmpty() ? "" : ", and " + String.join(", ", methods.drivers());
    return Imports.of(body + support)
        + "\n/** Written by SegQL. Needs tablesaw-core and smile-core"
        + JavaText.comment(needs)
        + " on the class path. */\npublic class "
        + name
        + " {\n  public static void main(String[] args) throws Exception {\n"
        + body
        + support
        + "}\n";
  }
}
