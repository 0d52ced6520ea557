package org.segql.codegen;

import java.util.List;
import java.util.Map;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.codegen.JavaProgram.Origin;
import org.segql.function.Redaction;
import org.segql.plan.Command;
import org.segql.plan.Location;

/// Methods for tables that are read or derived.
final class JavaTables {
  private final JavaMethods methods;

  JavaTables(JavaMethods methods) {
    this.methods = methods;
  }

  /// @return the variable of the table in `main`
  String load(Command.Load c, Reading reading) {
    if (reading instanceof Reading.Query q) {
      methods
          .drivers()
          .add(
              q.url().startsWith("jdbc:duckdb:")
                  ? "duckdb_jdbc"
                  : "a driver for " + Redaction.url(q.url()).split("//")[0]);
    } else if (reading instanceof Reading.Texts t && t.sheet() != null) {
      methods.drivers().add("fastexcel-reader");
    }
    String variable = methods.fresh(c.table());
    Lines lines = JavaMethods.body();
    String table = new JavaLoad(lines, c).write(reading);
    lines.add("return " + table + ".setName(" + JavaText.quoted(c.table()) + ");");
    methods.method("read", variable, "LOAD " + c.table(), List.of(), lines);
    methods.call("read", variable, List.of());
    return variable;
  }

  /// A table that was made by no statement that a program is written for: it is read from a file.
  ///
  /// @return the variable of the table in `main`
  String given(String name, Schema schema) {
    String variable = methods.fresh(name);
    Lines lines = JavaMethods.body();
    var fields =
        schema.columns().stream()
            .map(c -> new Reading.Field(c.name(), c.type(), true, "", false))
            .toList();
    var reading =
        new Reading.Texts(
            List.of(name.replaceAll("[^\\p{L}\\p{Nd}_-]", "_") + ".csv"),
            true,
            "UTF-8",
            null,
            false,
            List.of(),
            ',',
            "\"",
            0,
            schema.names(),
            List.of(),
            fields);
    var load = new Command.Load(name, new Location("", null, null), null, Map.of());
    lines.add("return " + new JavaLoad(lines, load).write(reading) + ";");
    methods.method(
        "read",
        variable,
        "`"
            + name
            + "` was bound from Java or made by a statement of another kind: EXPORT "
            + name
            + " TO '"
            + reading.files().getFirst()
            + "' writes what is read here.",
        List.of(),
        lines);
    methods.call("read", variable, List.of());
    return variable;
  }

  /// @return the variable of the table in `main`
  String derive(Command.DeriveTable c, Map<String, Origin> known) {
    References references = new References().of(c.relation());
    var scoped = methods.scoped(references, c.asOf(), known, List.of());
    String variable = methods.fresh(c.name());
    Lines lines = scoped.lines();
    scoped.asOf(references, c.asOf());
    lines.add("return " + new JavaRelation(lines, scoped).of(c.relation()) + ";");
    methods.method("derive", variable, "TABLE " + c.name(), scoped.parameters(), lines);
    methods.call("derive", variable, scoped.parameters());
    return variable;
  }
}
