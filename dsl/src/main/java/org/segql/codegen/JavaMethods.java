package org.segql.codegen;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.codegen.JavaProgram.Origin;
import org.segql.plan.Command;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;
import org.segql.plan.SegmentationSchema;

/// The methods of a program, one for each table, and the calls that `main` makes of them in order.
final class JavaMethods {
  /// Words that methods use for themselves.
  private static final Set<String> OWN =
      Set.of(
          "args",
          "r",
          "s",
          "x",
          "k",
          "v",
          "g",
          "all",
          "asOf",
          "automatic",
          "cell",
          "complete",
          "data",
          "everyone",
          "filled",
          "fit",
          "found",
          "fresh",
          "freshLabels",
          "freshPlaces",
          "labels",
          "members",
          "minPoints",
          "mixture",
          "model",
          "names",
          "open",
          "order",
          "places",
          "prepared",
          "result",
          "rows",
          "rule",
          "segment",
          "segments",
          "silhouettes",
          "stable",
          "summary",
          "takesPart",
          "targets",
          "total",
          "variables",
          "verdict",
          "weight",
          "weights");

  private final Identifiers names = new Identifiers(OWN);
  private final StringBuilder methods = new StringBuilder();
  private final Lines main = new Lines(Set.of());
  private final Map<Origin, String> made = new IdentityHashMap<>();
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Set<String> drivers = new LinkedHashSet<>();

  Lines main() {
    return main;
  }

  String methods() {
    return methods.toString();
  }

  /// What a program needs beside Tablesaw and Smile.
  Set<String> drivers() {
    return drivers;
  }

  /// The variable in `main` of a table, whose method is written first where it is not yet.
  String table(String name, Map<String, Origin> known) {
    Origin origin = known.get(name);
    if (origin == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    String before = origin.command() == null ? given.get(name) : made.get(origin);
    if (before != null) {
      return before;
    }
    String variable =
        switch (origin.command()) {
          case Command.Load c when origin.reading() != null -> load(c, origin.reading());
          case Command.DeriveTable c -> derive(c, origin.before());
          case Command.Segment c when c.plan().name().equals(name) && c.plan().per().isEmpty() ->
              segmentation(c.plan(), origin.before(), false);
          case Command.Segment c when c.plan().name().equals(name) ->
              stacked(c.plan(), origin.before(), false);
          case Command.Apply c when scores(c.model(), origin.before()) ->
              scored(name, c, origin.before());
          case null, default -> given(name, origin.schema());
        };
    made.put(origin, variable);
    return variable;
  }

  private String load(Command.Load c, Reading reading) {
    if (reading instanceof Reading.Query q) {
      drivers.add(
          q.url().startsWith("jdbc:duckdb:")
              ? "duckdb_jdbc"
              : "a driver for " + org.segql.function.Redaction.url(q.url()).split("//")[0]);
    } else if (reading instanceof Reading.Texts t && t.sheet() != null) {
      drivers.add("fastexcel-reader");
    }
    String variable = names.variable(c.table());
    Lines lines = new Lines(OWN);
    String table = new JavaLoad(lines, c).write(reading);
    lines.add("return " + table + ".setName(" + JavaText.quoted(c.table()) + ");");
    method("read", variable, "LOAD " + c.table(), List.of(), lines);
    call("read", variable, List.of());
    return variable;
  }

  /// A table that was made by none of these: it is read from a file.
  private String given(String name, Schema schema) {
    String variable = names.variable(name);
    Lines lines = new Lines(OWN);
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
    var load = new Command.Load(name, new org.segql.plan.Location("", null, null), null, Map.of());
    lines.add("return " + new JavaLoad(lines, load).write(reading) + ";");
    method(
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
    call("read", variable, List.of());
    given.put(name, variable);
    return variable;
  }

  private String derive(Command.DeriveTable c, Map<String, Origin> known) {
    References references = new References().of(c.relation());
    Scoped scoped = scoped(references, c.asOf(), known);
    String variable = names.variable(c.name());
    Lines lines = scoped.lines();
    asOf(lines, references, c.asOf(), scoped);
    String out = new JavaRelation(lines, scoped).of(c.relation());
    lines.add("return " + out + ";");
    method("derive", variable, "TABLE " + c.name(), scoped.parameters(), lines);
    call("derive", variable, scoped.parameters());
    return variable;
  }

  /// Writes a method for a segmentation.
  ///
  /// @param last whether it is the one that the program is for, which shows what came out
  String segmentation(SegmentPlan plan, Map<String, Origin> known, boolean last) {
    Segmented method = segmented(plan, known, last);
    String variable = names.variable(plan.name());
    has.put(variable, method.own());
    method(
        "segment",
        variable,
        "SEGMENT " + plan.source() + using(plan),
        method.parameters(),
        method.lines());
    call("segment", variable, method.parameters());
    return variable;
  }

  private static String using(SegmentPlan plan) {
    String by =
        plan.variables().isEmpty()
            ? ""
            : " BY "
                + String.join(
                    ", ", plan.variables().stream().map(SegmentPlan.Variable::name).toList());
    return by + " USING " + plan.algorithm().text();
  }

  /// SEGMENT … PER x: the method runs for each value, and the results are stacked.
  String stacked(SegmentPlan plan, Map<String, Origin> known, boolean last) {
    String per = plan.per().orElseThrow();
    ColumnInfo column = plan.input().schema().column(per).orElseThrow();
    Segmented method = segmented(plan, known, last);
    String variable = names.variable(plan.name());
    has.put(variable, method.own());
    method(
        "segment",
        variable,
        "SEGMENT " + plan.source() + using(plan) + " PER " + per,
        method.parameters(),
        method.lines());
    String source = table(plan.source(), known);
    var tables = new Scoped(main, known);
    var rows = new JavaExpr(Scope.rows(main, source, tables));
    var there =
        new org.segql.plan.Expr.Call(
            org.segql.function.ScalarFunction.NOT,
            org.segql.catalog.Type.BOOLEAN,
            new org.segql.plan.Expr.Call(
                org.segql.function.ScalarFunction.IS_NULL,
                org.segql.catalog.Type.BOOLEAN,
                new org.segql.plan.Expr.Column(column)));
    var condition =
        plan.where() == null
            ? there
            : new org.segql.plan.Expr.Call(
                org.segql.function.ScalarFunction.AND,
                org.segql.catalog.Type.BOOLEAN,
                there,
                plan.where());
    String key = rows.lambda(new org.segql.plan.Expr.Column(column)).substring("r -> ".length());
    main.add("Table " + variable + " = null;");
    String part = main.fresh(per);
    main.add(
        "for (Table "
            + part
            + " : groups(sort(where("
            + source
            + ", "
            + rows.predicate(condition)
            + "), List.of(new Key<Row>(r -> "
            + key
            + ", false))), r -> List.of("
            + key
            + "))) {");
    main.add(
        "System.out.println("
            + JavaText.quoted(per + " = ")
            + " + "
            + part
            + ".column("
            + JavaText.quoted(per)
            + ").get(0));");
    var arguments = method.parameters().stream().map(p -> p.equals(source) ? part : p).toList();
    main.add(
        "Table segmented = segment"
            + Identifiers.capital(variable)
            + "("
            + String.join(", ", arguments)
            + ");");
    main.add(
        variable + " = " + variable + " == null ? segmented : " + variable + ".append(segmented);");
    main.add("}");
    return variable;
  }

  private record Segmented(Lines lines, List<String> parameters, Set<String> own) {}

  private Segmented segmented(SegmentPlan written, Map<String, Origin> known, boolean last) {
    var lifting = new Lifting();
    SegmentPlan plan = lifting.of(written);
    References references = new References().of(plan);
    String older =
        plan.naming() instanceof SegmentPlan.Naming.From f && scores(f.segmentation(), known)
            ? f.segmentation()
            : null;
    if (older != null) {
      references.tables().add(older);
      references
          .tables()
          .add(
              ((Command.Segment) java.util.Objects.requireNonNull(command(older, known)))
                  .plan()
                  .source());
    }
    Scoped scoped = scoped(references, plan.asOf(), known);
    Lines lines = scoped.lines();
    String whole = scoped.variable(plan.source());
    asOf(lines, references, plan.asOf(), scoped);
    String source = lifting.columns(lines, whole, scoped);
    var segment = new JavaSegment(lines, plan, source, scoped);
    segment.fit();
    var facts = new JavaFacts(lines, plan, segment, source, scoped);
    facts.members();
    boolean named = facts.asksForNames() || !last && asked(SegmentationSchema.SEGMENT_NAME);
    if (named || !segment.clusters()) {
      named = true;
      facts.names(older == null ? null : older(older, known, whole));
    }
    if (plan.target() != null) {
      facts.target(plan.target());
    }
    if (last) {
      facts.summary(named);
    }
    facts.gates();
    result(lines, plan, whole, segment, named, known, last);
    return new Segmented(lines, scoped.parameters(), own(plan, named));
  }

  private JavaFacts.Older older(String name, Map<String, Origin> known, String source) {
    Origin origin = java.util.Objects.requireNonNull(known.get(name));
    SegmentPlan plan =
        ((Command.Segment) java.util.Objects.requireNonNull(origin.command())).plan();
    String call = scoreMethod(plan, origin.before(), source);
    return new JavaFacts.Older(table(name, known), call);
  }

  private static @Nullable Command command(String name, Map<String, Origin> known) {
    Origin origin = known.get(name);
    return origin == null ? null : origin.command();
  }

  /// Whether a program can score rows by what has this name: by a segmentation that it can fit.
  private static boolean scores(String name, Map<String, Origin> known) {
    return command(name, known) instanceof Command.Segment c
        && c.plan().per().isEmpty()
        && c.plan().name().equals(name);
  }

  private final Set<String> asked = new LinkedHashSet<>();

  /// Which of a segmentation's own columns the statements after it use.
  void ask(Set<String> columns) {
    asked.addAll(columns);
  }

  private boolean asked(String column) {
    return asked.contains(column);
  }

  /// The columns of a segmentation that a program does not make, as nothing asks for them.
  private Set<String> lacks(@Nullable Origin origin) {
    var lacks = new LinkedHashSet<String>();
    boolean scored = origin != null && origin.command() instanceof Command.Apply;
    if (scored || origin != null && origin.command() instanceof Command.Segment) {
      SegmentationSchema.OWN.forEach(c -> lacks.add(c.name()));
      lacks.remove(SegmentationSchema.SEGMENT);
      lacks.removeAll(has.getOrDefault(String.valueOf(made.get(origin)), Set.of()));
    }
    return lacks;
  }

  private Set<String> own(SegmentPlan plan, boolean named) {
    var own = new LinkedHashSet<>(asked);
    own.remove(SegmentationSchema.SEGMENT_NAME);
    if (named) {
      own.add(SegmentationSchema.SEGMENT_NAME);
    }
    if (plan.target() != null) {
      own.add(SegmentationSchema.TARGETED);
    }
    return own;
  }

  /// The own columns that the method of each segmentation makes, by its variable.
  private final Map<String, Set<String>> has = new LinkedHashMap<>();

  /// The source's rows with what the segmentation says of them.
  private void result(
      Lines lines,
      SegmentPlan plan,
      String source,
      JavaSegment segment,
      boolean named,
      Map<String, Origin> known,
      boolean last) {
    Origin origin = known.get(plan.source());
    Schema schema = origin == null ? plan.input().schema() : origin.schema();
    lines.blank();
    lines.add(
        "Table result = Table.create("
            + JavaText.quoted(plan.name())
            + ", "
            + source
            + ".copy().columns());");
    Set<String> absent = lacks(known.get(plan.source()));
    SegmentationSchema.names(plan.source(), schema)
        .forEach(
            (old, renamed) -> {
              if (!old.equals(renamed) && !absent.contains(old)) {
                lines.add(
                    "result.column("
                        + JavaText.quoted(old)
                        + ").setName("
                        + JavaText.quoted(renamed)
                        + ");");
              }
            });
    lines.add("result.addColumns(segment);");
    String number = "segment.isMissing(r.getRowNumber()) || segment.getInt(r.getRowNumber()) < 1";
    if (named) {
      lines.add(
          "result.addColumns(computed(StringColumn.create(\"segment_name\"), "
              + source
              + ", r -> "
              + number.replace("getInt", "getDouble")
              + " ? \"\" : names.get((int) segment.getDouble(r.getRowNumber()) - 1)));");
    }
    if (plan.target() != null || !last && asked(SegmentationSchema.TARGETED)) {
      lines.add(
          "result.addColumns(computed(BooleanColumn.create(\"targeted\"), "
              + source
              + ", r -> segment.isMissing(r.getRowNumber()) ? (Boolean) null : (Boolean) "
              + (plan.target() == null
                  ? "false"
                  : "targets.contains((int) segment.getDouble(r.getRowNumber()))")
              + "));");
    }
    if (!last) {
      extras(lines, plan, source, segment);
    }
    lines.add("return result;");
  }

  private void extras(Lines lines, SegmentPlan plan, String source, JavaSegment segment) {
    String n = source + ".rowCount()";
    String none = "DoubleStream.generate(() -> Double.NaN).limit(" + n + ").toArray()";
    if (asked(SegmentationSchema.DISTANCE)) {
      lines.add(
          "result.addColumns(DoubleColumn.create(\"distance\", "
              + (segment.clusters()
                  ? "spreadDoubles(centerDistances(data, segments"
                      + (plan.weight() == null ? "" : ", weights")
                      + "), places, "
                      + n
                      + ")"
                  : none)
              + "));");
    }
    if (asked(SegmentationSchema.CONFIDENCE)) {
      boolean mixture = plan.algorithm() instanceof org.segql.algorithm.Algorithm.Gmm;
      lines.add(
          "result.addColumns(DoubleColumn.create(\"confidence\", "
              + (mixture
                  ? "spreadDoubles(Arrays.stream(data).mapToDouble(x ->"
                      + " MathEx.max(mixture.posteriori(x))).toArray(), places, "
                      + n
                      + ")"
                  : none)
              + "));");
    }
    if (asked(SegmentationSchema.EXCLUDED)) {
      lines.add(
          segment.clusters()
              ? "result.addColumns(exclusions(prepared));"
              : "result.addColumns(computed(StringColumn.create(\"excluded\"), "
                  + source
                  + ", r -> "
                  + (plan.where() == null ? "\"\"" : "takesPart.test(r) ? \"\" : \"where\"")
                  + "));");
    }
  }

  /// Writes a method that scores a table by a segmentation fitted anew.
  ///
  /// @return a call of it
  private String scoreMethod(SegmentPlan written, Map<String, Origin> known, String fresh) {
    var lifting = new Lifting();
    SegmentPlan plan = lifting.of(written);
    References references = new References().of(plan);
    Scoped scoped = scoped(references, plan.asOf(), known);
    Lines lines = scoped.lines();
    String parameter = lines.fresh("newRows");
    asOf(lines, references, plan.asOf(), scoped);
    String source = lifting.columns(lines, scoped.variable(plan.source()), scoped);
    var segment = new JavaSegment(lines, plan, source, scoped);
    segment.fit();
    lines.blank();
    segment.score(lifting.columns(lines, parameter, scoped));
    lines.add("return found;");
    String variable = names.variable(plan.name());
    var parameters = new ArrayList<>(scoped.parameters());
    parameters.add(parameter);
    method(
        "int[] ",
        "score",
        variable,
        "The segments of other rows by " + plan.name(),
        parameters,
        lines);
    var arguments = new ArrayList<>(scoped.parameters());
    arguments.add(fresh);
    return "score" + Identifiers.capital(variable) + "(" + String.join(", ", arguments) + ")";
  }

  private String scored(String name, Command.Apply c, Map<String, Origin> known) {
    Origin model = java.util.Objects.requireNonNull(known.get(c.model()));
    SegmentPlan plan = ((Command.Segment) java.util.Objects.requireNonNull(model.command())).plan();
    String old = table(c.model(), known);
    String fresh = table(c.table(), known);
    String call = scoreMethod(plan, model.before(), fresh);
    String variable = names.variable(name);
    Lines lines = new Lines(OWN);
    Origin source = java.util.Objects.requireNonNull(known.get(c.table()));
    lines.add("Table result = table.copy();");
    Set<String> absent = lacks(source);
    SegmentationSchema.names(c.table(), source.schema())
        .forEach(
            (before, renamed) -> {
              if (!before.equals(renamed) && !absent.contains(before)) {
                lines.add(
                    "result.column("
                        + JavaText.quoted(before)
                        + ").setName("
                        + JavaText.quoted(renamed)
                        + ");");
              }
            });
    lines.add("DoubleColumn segment = segmentColumn(found);");
    lines.add("result.addColumns(segment);");
    for (String column : List.of(SegmentationSchema.DISTANCE, SegmentationSchema.CONFIDENCE)) {
      if (asked(column) && source.schema().column(column).isEmpty()) {
        throw new org.segql.diagnostic.SegqlException(
            org.segql.diagnostic.Diagnostic.error(
                org.segql.diagnostic.Code.NOT_SUPPORTED,
                "A program does not compute `" + column + "` of scored rows.",
                "EXPORT `" + name + "` to a file and LOAD that."));
      }
    }
    if (asked(SegmentationSchema.TARGETED)) {
      lines.add(
          "result.addColumns(computed(BooleanColumn.create(\"targeted\"), table, r -> false));");
    }
    has.put(variable, Set.copyOf(asked));
    if (asked(SegmentationSchema.SEGMENT_NAME)) {
      lines.add("List<String> names = namesOf(model);");
      lines.add(
          "result.addColumns(computed(StringColumn.create(\"segment_name\"), table, r ->"
              + " found[r.getRowNumber()] < 1 ? \"\" : names.get(found[r.getRowNumber()] - 1)));");
    }
    lines.add("return result;");
    methods
        .append("\n  /** APPLY ")
        .append(JavaText.comment(c.model()))
        .append(" TO ")
        .append(JavaText.comment(c.table()))
        .append(" */\n  static Table apply")
        .append(Identifiers.capital(variable))
        .append("(Table model, Table table, int[] found) {\n")
        .append(lines)
        .append("  }\n");
    main.add(
        "Table "
            + variable
            + " = apply"
            + Identifiers.capital(variable)
            + "("
            + old
            + ", "
            + fresh
            + ", "
            + call
            + ");");
    return variable;
  }

  /// What a program that only shows a table does.
  void show(Relation relation, Relation.AsOf asOf, Map<String, Origin> known) {
    References references = new References().of(relation);
    Scoped scoped = scoped(references, asOf, known);
    var own = new Scoped(main, known);
    asOf(main, references, asOf, own);
    main.add("System.out.println(" + new JavaRelation(main, own).of(relation) + ".printAll());");
  }

  private void asOf(Lines lines, References references, Relation.AsOf asOf, Tables tables) {
    String value =
        switch (asOf) {
          case Relation.AsOf.Fixed f -> "LocalDate.parse(\"" + f.date() + "\")";
          case Relation.AsOf.NewestOf n ->
              "newest("
                  + new JavaRelation(lines, tables).of(n.input())
                  + ".column("
                  + JavaText.quoted(n.column())
                  + "))";
          case Relation.AsOf.Unused _ -> "";
        };
    if (!value.isEmpty() && references.asksForDate()) {
      lines.add("LocalDate asOf = " + value + ";");
    }
  }

  /// The tables that a method is given: those that it speaks of, made before it in `main`.
  private Scoped scoped(References references, Relation.AsOf asOf, Map<String, Origin> known) {
    if (asOf instanceof Relation.AsOf.NewestOf n && references.asksForDate()) {
      references.of(n.input());
    }
    var parameters = references.tables().stream().map(t -> table(t, known)).distinct().toList();
    var reserved = new LinkedHashSet<>(OWN);
    reserved.addAll(parameters);
    return new Scoped(new Lines(reserved), parameters, known);
  }

  /// Tables by name, as one method sees them.
  private final class Scoped implements Tables {
    private final Lines lines;
    private final List<String> parameters;
    private final Map<String, Origin> known;

    Scoped(Lines lines, Map<String, Origin> known) {
      this(lines, List.of(), known);
    }

    Scoped(Lines lines, List<String> parameters, Map<String, Origin> known) {
      this.lines = lines;
      this.parameters = parameters;
      this.known = known;
    }

    Lines lines() {
      return lines;
    }

    List<String> parameters() {
      return parameters;
    }

    @Override
    public String variable(String name) {
      return table(name, known);
    }

    @Override
    public List<String> columns(String name) {
      Origin origin = known.get(name);
      return origin == null ? List.of() : origin.schema().names();
    }
  }

  private void method(
      String verb, String variable, String said, List<String> parameters, Lines body) {
    method("Table ", verb, variable, said, parameters, body);
  }

  private void method(
      String returns,
      String verb,
      String variable,
      String said,
      List<String> parameters,
      Lines body) {
    methods
        .append("\n  /** ")
        .append(JavaText.comment(said))
        .append(" */\n  static ")
        .append(returns)
        .append(verb)
        .append(Identifiers.capital(variable))
        .append("(")
        .append(String.join(", ", parameters.stream().map(p -> "Table " + p).toList()))
        .append(")")
        .append(verb.equals("read") ? " throws Exception" : "")
        .append(" {\n")
        .append(body)
        .append("  }\n");
  }

  private void call(String verb, String variable, List<String> arguments) {
    main.add(
        "Table "
            + variable
            + " = "
            + verb
            + Identifiers.capital(variable)
            + "("
            + String.join(", ", arguments)
            + ");");
  }
}
