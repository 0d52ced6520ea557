package org.segql.codegen;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.Relation;

/// EXPLAIN JAVA: a complete program on Tablesaw and Smile that reads the files, derives the tables,
/// segments, and prints what came out; with an argument it writes the segment of each row to a file
/// of that name.
public final class JavaProgram {
  /// How a table of the session came to be.
  ///
  /// @param command the LOAD or TABLE that made it; null where it was bound from Java
  public record Origin(@Nullable Command command, Schema schema) {}

  private final Function<String, Origin> origins;
  private final Lines lines = new Lines();
  private final Set<String> written = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();

  /// @param origins of the tables of the session, by name
  public JavaProgram(Function<String, Origin> origins) {
    this.origins = origins;
  }

  /// @throws SegqlException where a part of the command has no form in Java
  public String of(Command command) {
    String name =
        switch (command) {
          case Command.Segment c -> {
            require(c.plan().input());
            asOf(c.plan().asOf());
            new JavaSegment(lines, c.plan(), new JavaRelation(lines).of(c.plan().input())).write();
            yield "Segment" + JavaText.identifier(c.plan().source());
          }
          case Command.DeriveTable c -> {
            require(c.relation());
            asOf(c.asOf());
            show(c.relation());
            yield "Derive" + JavaText.identifier(c.name());
          }
          case Command.ShowTable c -> {
            require(c.relation());
            asOf(c.asOf());
            show(c.relation());
            yield "Show";
          }
          default ->
              throw new SegqlException(
                  Diagnostic.error(
                      Code.NOT_SUPPORTED,
                      "EXPLAIN JAVA writes programs for SEGMENT, TABLE and SHOW."));
        };
    return program(JavaText.identifier(name));
  }

  private void show(Relation relation) {
    lines.add("System.out.println(" + new JavaRelation(lines).of(relation) + ".printAll());");
  }

  private String program(String name) {
    String body = lines.toString();
    return """
    import java.math.*;
    import java.nio.charset.StandardCharsets;
    import java.nio.file.*;
    import java.time.*;
    import java.time.format.*;
    import java.time.temporal.*;
    import java.util.*;
    import java.util.function.*;
    import java.util.regex.Pattern;
    import java.util.stream.*;
    import smile.clustering.*;
    import smile.clustering.linkage.*;
    import smile.math.MathEx;
    import smile.stat.distribution.MultivariateGaussianMixture;
    import tech.tablesaw.api.*;
    import tech.tablesaw.columns.Column;
    import tech.tablesaw.io.csv.CsvReadOptions;

    /** Written by SegQL. Needs tablesaw-core and smile-core on the class path. */
    public class NAME {
      public static void main(String[] args) throws Exception {
    BODY  }
    SUPPORT}
    """
        .replace("NAME", name)
        .replace("SUPPORT", Support.of(body))
        .replace("BODY", body);
  }

  private void require(Relation relation) {
    switch (relation) {
      case Relation.Scan r -> table(r.table());
      case Relation.Join r -> {
        require(r.left());
        require(r.right());
      }
      case Relation.Union r -> {
        require(r.input());
        require(r.other());
      }
      case Relation.Filter r -> {
        inTables(r.condition());
        require(r.input());
      }
      case Relation.Derive r -> {
        r.items().forEach(i -> inTables(i.value()));
        require(r.input());
      }
      case Relation.Project _,
          Relation.Aggregate _,
          Relation.Distinct _,
          Relation.Sort _,
          Relation.Limit _ ->
          relation.inner().ifPresent(this::require);
    }
  }

  private void inTables(Expr expr) {
    switch (expr) {
      case Expr.InTable e -> table(e.table());
      case Expr.Call e -> e.arguments().forEach(this::inTables);
      case Expr.Case e ->
          e.branches()
              .forEach(
                  b -> {
                    inTables(b.condition());
                    inTables(b.result());
                  });
      case Expr.Column _, Expr.Constant _, Expr.Shift _, Expr.Aggregate _, Expr.Fact _ -> {}
    }
  }

  /// Writes what makes a table, once, after what it is made of.
  private void table(String name) {
    if (written.contains(name) || !open.add(name)) {
      return;
    }
    Origin origin = origins.apply(name);
    switch (origin.command()) {
      case Command.Load load -> JavaLoad.write(lines, load, origin.schema());
      case Command.DeriveTable derive -> {
        require(derive.relation());
        lines.comment("TABLE " + name);
        asOf(derive.asOf());
        String made = new JavaRelation(lines).of(derive.relation());
        lines.add("Table " + JavaText.identifier(name) + " = " + made + ";");
      }
      case null, default ->
          throw new SegqlException(
              Diagnostic.error(
                  Code.NOT_SUPPORTED,
                  "`"
                      + name
                      + "` was not read from a file or derived from one, so a program cannot make"
                      + " it.",
                  "EXPORT it to a file and LOAD that."));
    }
    lines.blank();
    written.add(name);
  }

  private boolean asOfDeclared;

  private void asOf(Relation.AsOf asOf) {
    String value =
        switch (asOf) {
          case Relation.AsOf.Fixed f -> "LocalDate.parse(\"" + f.date() + "\")";
          case Relation.AsOf.NewestOf n -> {
            require(n.input());
            yield "newest("
                + new JavaRelation(lines).of(n.input())
                + ", "
                + JavaText.quoted(n.column())
                + ")";
          }
          case Relation.AsOf.Unused _ -> "";
        };
    if (!value.isEmpty()) {
      if (asOfDeclared) {
        throw new SegqlException(
            Diagnostic.error(
                Code.NOT_SUPPORTED,
                "Two statements of this chain have a date of their own, and a program has one.",
                "Give both the same AS OF, or EXPORT the first table and LOAD it."));
      }
      asOfDeclared = true;
      lines.add("LocalDate asOf = " + value + ";");
    }
  }
}
