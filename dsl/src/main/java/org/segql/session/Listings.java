package org.segql.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.analysis.ClauseHelp;
import org.segql.analysis.Definitions;
import org.segql.analysis.StatementDefinition;
import org.segql.ast.Statement;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.chart.ChartDefinition;
import org.segql.chart.Charts;
import org.segql.chart.Fits;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;
import org.segql.function.AggregateFunction;
import org.segql.function.Literals;
import org.segql.function.ScalarFunction;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import org.segql.result.Result;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// SHOW TABLES and its like, and DESCRIBE of what the language has.
final class Listings {
  private Listings() {}

  static Result of(Statement.ShowCatalog.Kind kind, Catalog catalog) {
    return switch (kind) {
      case TABLES ->
          entries("Tables", catalog, List.of(CatalogEntry.Kind.TABLE, CatalogEntry.Kind.BOARD));
      case SEGMENTATIONS ->
          entries(
              "Segmentations and models",
              catalog,
              List.of(CatalogEntry.Kind.SEGMENTATION, CatalogEntry.Kind.MODEL));
      case ALGORITHMS -> algorithms();
      case CHARTS -> charts();
      case FUNCTIONS -> functions();
      case PARAMS -> parameters(catalog);
    };
  }

  private static Result entries(String title, Catalog catalog, List<CatalogEntry.Kind> kinds) {
    var all = catalog.entries().stream().filter(e -> kinds.contains(e.kind())).toList();
    if (all.isEmpty()) {
      return Result.text(
          "There are none. LOAD name FROM 'file' reads a table; SEGMENT makes segmentations.");
    }
    Table table =
        Table.create(
            StringColumn.create("name", all.stream().map(CatalogEntry::name).toList()),
            StringColumn.create("kind", all.stream().map(e -> e.kind().text()).toList()),
            DoubleColumn.create(
                "rows",
                all.stream()
                    .mapToDouble(
                        e ->
                            e.data() == null || e.data().rowCount().isEmpty()
                                ? Double.NaN
                                : e.data().rowCount().getAsLong())
                    .toArray()),
            DoubleColumn.create(
                "columns", all.stream().mapToDouble(e -> e.schema().columns().size()).toArray()),
            StringColumn.create(
                "origin",
                all.stream().map(e -> e.origin() + (e.stale() ? " (stale)" : "")).toList()));
    return Result.of(
        title,
        Part.table(
            table,
            Map.of(
                "rows",
                ColumnFormat.WHOLE,
                "columns",
                ColumnFormat.WHOLE,
                "origin",
                ColumnFormat.PROSE)));
  }

  /// What is to be read whole, however narrow the screen is.
  private static Part sentences(Table table) {
    return Part.table(
        table,
        table.columnNames().stream().collect(Collectors.toMap(n -> n, _ -> ColumnFormat.PROSE)));
  }

  private static Result algorithms() {
    var all = List.of(AlgorithmDefinition.values());
    return Result.of(
        "Algorithms",
        sentences(
            Table.create(
                StringColumn.create("algorithm", all.stream().map(Definition::signature).toList()),
                StringColumn.create("what it does", all.stream().map(Definition::summary).toList()),
                StringColumn.create(
                    "cost", all.stream().map(AlgorithmDefinition::cost).toList()))));
  }

  private static Result charts() {
    var all = Charts.ALL;
    return Result.of(
        "Charts",
        sentences(
            Table.create(
                StringColumn.create("chart", all.stream().map(Definition::signature).toList()),
                StringColumn.create("of", all.stream().map(Listings::fits).toList()),
                StringColumn.create(
                    "what it shows", all.stream().map(Definition::summary).toList()))));
  }

  private static String fits(ChartDefinition chart) {
    return String.join(", ", chart.fits().stream().sorted().map(Fits::text).toList());
  }

  private static Result functions() {
    List<Definition> all =
        Stream.<Definition>concat(ScalarFunction.callables(), Stream.of(AggregateFunction.values()))
            .toList();
    return Result.of(
        "Functions and aggregates",
        sentences(
            Table.create(
                StringColumn.create("function", all.stream().map(Definition::text).toList()),
                StringColumn.create(
                    "kind",
                    all.stream()
                        .map(d -> d instanceof AggregateFunction ? "aggregate" : "function")
                        .toList()),
                StringColumn.create(
                    "what it gives", all.stream().map(Definition::summary).toList()),
                StringColumn.create("example", all.stream().map(Definition::example).toList()))));
  }

  private static Result parameters(Catalog catalog) {
    var names = catalog.parameters().keySet().stream().sorted().toList();
    if (names.isEmpty()) {
      return Result.text("There are no parameters. PARAM name = value; declares one.");
    }
    var values = names.stream().map(n -> catalog.parameter(n).orElseThrow()).toList();
    return Result.table(
        "Parameters",
        Table.create(
            StringColumn.create("parameter", names.stream().map(n -> "$" + n).toList()),
            StringColumn.create(
                "type",
                values.stream().map(v -> v.type().name().toLowerCase(Locale.ROOT)).toList()),
            StringColumn.create("value", values.stream().map(v -> shown(v.value())).toList()),
            StringColumn.create("from", values.stream().map(v -> v.giver().text()).toList())));
  }

  private static String shown(Object value) {
    return value instanceof Double d ? Literals.text(d) : value.toString();
  }

  /// DESCRIBE of an algorithm, a function, a chart or a statement.
  static Result of(Definition definition) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Paragraph(definition.summary()));
    for (Definition other : Definitions.namesakes(definition)) {
      parts.add(new Part.Paragraph("Written so it is something else: `" + other.text() + "`."));
    }
    if (definition instanceof AlgorithmDefinition a) {
      parts.add(new Part.Paragraph(capabilities(a)));
    }
    if (definition instanceof ChartDefinition c) {
      parts.add(new Part.Paragraph("It is drawn of " + fits(c) + "."));
    }
    if (definition instanceof StatementDefinition s) {
      parts.addAll(statement(s));
    }
    List<Parameter> parameters =
        definition.parameters().stream().filter(p -> !p.summary().isEmpty()).toList();
    if (!parameters.isEmpty()) {
      parts.add(
          sentences(
              Table.create(
                  StringColumn.create(
                      "parameter", parameters.stream().map(Parameter::name).toList()),
                  StringColumn.create(
                      "value", parameters.stream().map(p -> p.kind().text()).toList()),
                  StringColumn.create(
                      "default",
                      parameters.stream()
                          .map(
                              p ->
                                  p.required()
                                      ? "required"
                                      : p.defaultText() == null ? "" : p.defaultText())
                          .toList()),
                  StringColumn.create(
                      "meaning", parameters.stream().map(Parameter::summary).toList()))));
    }
    parts.add(new Part.CodeBlock("segql", definition.example()));
    return new Result(definition.signature(), null, parts, List.of());
  }

  private static List<Part> statement(StatementDefinition statement) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.CodeBlock("", statement.syntax()));
    List<ClauseHelp> clauses = statement.clauses();
    if (!clauses.isEmpty()) {
      parts.add(
          sentences(
              Table.create(
                  StringColumn.create("clause", clauses.stream().map(ClauseHelp::text).toList()),
                  StringColumn.create(
                      "meaning", clauses.stream().map(ClauseHelp::summary).toList()),
                  StringColumn.create(
                      "without it", clauses.stream().map(ClauseHelp::otherwise).toList()))));
    }
    return parts;
  }

  private static String capabilities(AlgorithmDefinition a) {
    var c = a.capabilities();
    return "Cost: "
        + a.cost()
        + ". "
        + (c.needsNumbers() ? "Texts are encoded (ENCODE). " : "")
        + (c.choosesK() ? "k may be a number, a range or AUTO. " : "")
        + (c.probabilities() ? "Gives each row a probability. " : "Gives no probabilities. ")
        + (c.distances() ? "Numbers are scaled (SCALE, ZSCORE by default). " : "")
        + a.scoring();
  }
}
