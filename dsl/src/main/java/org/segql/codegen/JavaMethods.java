package org.segql.codegen;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.codegen.JavaProgram.Origin;
import org.segql.plan.Command;
import org.segql.plan.Relation;
import org.segql.plan.SegmentationSchema;

/// The methods of a program, one for each table, and the calls that `main` makes of them in order.
final class JavaMethods {
  /// Words that methods use for themselves.
  private static final Set<String> OWN =
      Set.of(
          """
          all args asOf automatic cell centers complete data epsilon everyone filled fit found
          fresh freshLabels freshPlaces g k labels members minPoints mixture model names open order
          places prepared r result rows rule s scores segment segments silhouettes stable summary
          takesPart targets told total tree v variables verdict w weight weights x
          """
              .split("\\s+"));

  private final Identifiers names = new Identifiers(OWN);
  private final StringBuilder methods = new StringBuilder();
  private final Lines main = new Lines(Set.of());
  private final Map<Origin, String> made = new IdentityHashMap<>();
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Set<String> drivers = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /// The own columns that the method of each segmentation makes, by its variable.
  private final Map<String, Set<String>> has = new LinkedHashMap<>();

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

  /// A variable of `main`.
  String fresh(String name) {
    return names.variable(name);
  }

  static Lines body() {
    return new Lines(OWN);
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
    var tables = new JavaTables(this);
    String variable =
        switch (origin.command()) {
          case Command.Load c when origin.reading() != null -> tables.load(c, origin.reading());
          case Command.DeriveTable c -> tables.derive(c, origin.before());
          case Command.Segment c when c.plan().name().equals(name) ->
              new JavaSegmentation(this, origin.before(), false).of(c.plan());
          case Command.Apply c when scores(c.model(), origin.before()) ->
              new JavaScores(this, origin.before()).of(name, c);
          case null, default -> tables.given(name, origin.schema());
        };
    if (origin.command() == null) {
      given.put(name, variable);
    }
    made.put(origin, variable);
    return variable;
  }

  static @Nullable Command command(String name, Map<String, Origin> known) {
    Origin origin = known.get(name);
    return origin == null ? null : origin.command();
  }

  /// Whether a program can score rows by what has this name: by a segmentation that it can fit.
  static boolean scores(String name, Map<String, Origin> known) {
    return command(name, known) instanceof Command.Segment c
        && c.plan().per().isEmpty()
        && c.plan().name().equals(name);
  }

  /// Which of a segmentation's own columns the statements after it use.
  void ask(Set<String> columns) {
    asked.addAll(columns);
  }

  Set<String> asked() {
    return asked;
  }

  boolean asked(String column) {
    return asked.contains(column);
  }

  /// Says which own columns the table of a variable has beside the segment.
  void has(String variable, Set<String> columns) {
    has.put(variable, columns);
  }

  /// The columns of a segmentation that a program does not make, as nothing asks for them.
  Set<String> lacks(@Nullable Origin origin) {
    var lacks = new LinkedHashSet<String>();
    Command command = origin == null ? null : origin.command();
    if (command instanceof Command.Apply || command instanceof Command.Segment) {
      SegmentationSchema.OWN.forEach(c -> lacks.add(c.name()));
      lacks.remove(SegmentationSchema.SEGMENT);
      lacks.removeAll(has.getOrDefault(String.valueOf(made.get(origin)), Set.of()));
    }
    return lacks;
  }

  /// Writes what gives the columns of `result` that are called like a segmentation's own the names
  /// that they have in one.
  void rename(Lines lines, String source, @Nullable Origin origin, Relation input) {
    Set<String> absent = lacks(origin);
    SegmentationSchema.names(source, origin == null ? input.schema() : origin.schema())
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
  }

  /// What a program that only shows a table does.
  void show(Relation relation, Relation.AsOf asOf, Map<String, Origin> known) {
    References references = new References().of(relation);
    scoped(references, asOf, known, List.of());
    var own = new Scoped(main, List.of(), known);
    own.asOf(references, asOf);
    main.add("System.out.println(" + new JavaRelation(main, own).of(relation) + ".printAll());");
  }

  /// The tables that a method is given: those that it speaks of, made before it in `main`.
  ///
  /// @param more variables in `main` of others that it is given
  Scoped scoped(
      References references, Relation.AsOf asOf, Map<String, Origin> known, List<String> more) {
    if (asOf instanceof Relation.AsOf.NewestOf n && references.asksForDate()) {
      references.of(n.input());
    }
    var parameters =
        Stream.concat(references.tables().stream().map(t -> table(t, known)), more.stream())
            .distinct()
            .toList();
    var reserved = new LinkedHashSet<>(OWN);
    reserved.addAll(parameters);
    return new Scoped(new Lines(reserved), parameters, known);
  }

  /// In `main`.
  Scoped scoped(Map<String, Origin> known) {
    return new Scoped(main, List.of(), known);
  }

  /// Tables by name, as one method sees them.
  final class Scoped implements Tables {
    private final Lines lines;
    private final List<String> parameters;
    private final Map<String, Origin> known;

    private Scoped(Lines lines, List<String> parameters, Map<String, Origin> known) {
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

    /// Writes what makes `asOf`, where a statement asks for it.
    void asOf(References references, Relation.AsOf asOf) {
      String value =
          switch (asOf) {
            case Relation.AsOf.Fixed f -> "LocalDate.parse(\"" + f.date() + "\")";
            case Relation.AsOf.NewestOf n ->
                "newest("
                    + new JavaRelation(lines, this).of(n.input())
                    + ".column("
                    + JavaText.quoted(n.column())
                    + "))";
            case Relation.AsOf.Unused _ -> "";
          };
      if (!value.isEmpty() && references.asksForDate()) {
        lines.add("LocalDate asOf = " + value + ";");
      }
    }
  }

  /// Writes a method that gives a table.
  ///
  /// @param parameters the tables that it is given
  void method(String verb, String variable, String said, List<String> parameters, Lines body) {
    methods
        .append("\n  /** ")
        .append(JavaText.comment(said))
        .append(" */\n  static Table ")
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

  /// Calls a method in `main`, whose table the variable holds.
  void call(String verb, String variable, List<String> arguments) {
    main.add("Table " + variable + " = " + called(verb, variable, arguments) + ";");
  }

  static String called(String verb, String variable, List<String> arguments) {
    return verb + Identifiers.capital(variable) + "(" + String.join(", ", arguments) + ")";
  }
}
