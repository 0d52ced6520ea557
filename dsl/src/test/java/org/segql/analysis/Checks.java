package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.plan.Command;
import org.segql.plan.Location;
import org.segql.syntax.Parser;

/// Scripts analysed against two small tables, without any data.
public final class Checks {
  static final Schema CUSTOMERS =
      schema(
          "customer_id:NUMBER age:NUMBER income:NUMBER gender:TEXT region:TEXT visits:NUMBER"
              + " spend:NUMBER email_opt_in:BOOLEAN signup:DATE q1:NUMBER q2:NUMBER q3:NUMBER");
  static final Schema ORDERS =
      schema(
          "order_id:NUMBER customer_id:NUMBER order_date:DATE quantity:NUMBER price:NUMBER"
              + " category:TEXT channel:TEXT cancelled:BOOLEAN region:TEXT");

  private Checks() {}

  static Schema schema(String columns) {
    var all = new ArrayList<ColumnInfo>();
    for (String column : columns.split(" ")) {
      String[] parts = column.split(":");
      all.add(new ColumnInfo(parts[0], Type.valueOf(parts[1])));
    }
    return new Schema(all);
  }

  public static Catalog catalog() {
    var catalog = new Catalog();
    catalog.put(table("customers", CUSTOMERS));
    catalog.put(table("orders", ORDERS));
    return catalog;
  }

  static CatalogEntry table(String name, Schema schema) {
    return new CatalogEntry(name, CatalogEntry.Kind.TABLE, schema, null, "", List.of(), false);
  }

  /// Files whose names begin with `no` are not there; scripts show themselves.
  static final Sources SOURCES =
      new Sources() {
        @Override
        public Description describe(Command.Load load) {
          return new Description(there(load.location()).isEmpty() ? ORDERS : CUSTOMERS, List.of());
        }

        @Override
        public Description describe(Command.LoadModel load) {
          there(load.location());
          return new Description(CUSTOMERS, List.of());
        }

        @Override
        public Source script(Location location) {
          there(location);
          return new Source(location.text(), "RUN '" + location.text() + "';");
        }

        private String there(Location location) {
          if (location.text().startsWith("no")) {
            throw new SegqlException(
                Diagnostic.error(
                    Code.FILE_NOT_FOUND, "There is no file `" + location.text() + "`."));
          }
          return location.text();
        }
      };

  public static Context context() {
    return new Context(catalog(), new Origins(), SOURCES, null, 42);
  }

  public static List<Diagnostic> check(String script) {
    var source = new Source("script", script);
    return ScriptChecker.check(Parser.parse(source), source, context());
  }

  /// Each diagnostic as `code: marked text`, but `note-code` and `warning-code` for what is no
  /// error.
  static List<String> found(String script) {
    return check(script).stream()
        .map(d -> prefix(d) + d.code().text() + ": " + marked(d, script))
        .toList();
  }

  private static String prefix(Diagnostic d) {
    return d.severity() == Severity.ERROR ? "" : d.severity().text() + "-";
  }

  private static String marked(Diagnostic d, String script) {
    Span span = d.span();
    return span == null ? "" : script.substring(span.start(), span.end());
  }

  /// The command of the last statement of a script without errors.
  public static Command command(String script) {
    var source = new Source("script", script);
    var parsed = Parser.parse(source);
    Command last = new Command.Nothing();
    for (var statement : parsed.script().statements()) {
      var analyzed = new Analyzer(context(), source).analyze(statement);
      if (analyzed.command().isEmpty()) {
        throw new AssertionError(script + "\n" + analyzed.diagnostics());
      }
      last = analyzed.command().get();
    }
    if (!parsed.isClean()) {
      throw new AssertionError(parsed.diagnostics());
    }
    return last;
  }
}
