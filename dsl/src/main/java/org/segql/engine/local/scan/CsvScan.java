package org.segql.engine.local.scan;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Readings of a large delimited file. The types come from its first rows; where later rows do not
/// fit them, the whole file is looked at once, and a column that must be something else is an
/// error: what follows was analysed with the type it had.
final class CsvScan implements Scan.Scanned.From {
  private final SourceSpec spec;
  private final Delimited.Csv csv;
  private final List<String> names;
  private final List<ColumnPlan> plans;
  private final String fileName;
  private final Set<ColumnPlan> looked = new HashSet<>();
  private boolean careful;
  private @Nullable BitSet zeros;

  CsvScan(
      SourceSpec spec,
      Delimited.Csv csv,
      List<String> names,
      List<ColumnPlan> plans,
      String fileName) {
    this.spec = spec;
    this.csv = csv;
    this.names = names;
    this.plans = plans;
    this.fileName = fileName;
  }

  @Override
  public Scan.Scanned.Source source(
      DuckDBConnection connection, List<ColumnPlan> wanted, Progress progress) throws SQLException {
    if (!careful) {
      lookAtAll(connection, losingZeros(wanted, progress), progress);
      return typed(wanted);
    }
    lookAtAll(connection, wanted, progress);
    return casting(wanted);
  }

  @Override
  public Scan.Scanned.Source afterFailure(
      DuckDBConnection connection, List<ColumnPlan> wanted, SQLException failure, Progress progress)
      throws SQLException {
    if (careful || !String.valueOf(failure.getMessage()).contains("Error when converting")) {
      throw failure;
    }
    lookAtAll(connection, wanted, progress);
    careful = true;
    return casting(wanted);
  }

  /// The columns that are numbers by their first rows, and hold `01067` somewhere. What the user
  /// calls a number is one.
  private List<ColumnPlan> losingZeros(List<ColumnPlan> wanted, Progress progress) {
    List<ColumnPlan> numbers =
        wanted.stream()
            .filter(p -> p.type() == Type.NUMBER && p.plain().isPresent())
            .filter(p -> spec.options().type(p.name()).isEmpty())
            .toList();
    if (numbers.isEmpty()) {
      return List.of();
    }
    BitSet found = zeros;
    if (found == null) {
      found = zerosIn(progress);
      zeros = found;
    }
    BitSet columns = found;
    return numbers.stream().filter(p -> columns.get(plans.indexOf(p))).toList();
  }

  private BitSet zerosIn(Progress progress) {
    try {
      return LeadingZeros.in(csv.paths(), csv.dialect(), progress);
    } catch (IOException _) {
      return new BitSet(); // reading it for good says what is wrong
    }
  }

  private Scan.Scanned.Source casting(List<ColumnPlan> wanted) {
    return new Scan.Scanned.Source(
        csv.texts(), wanted.stream().map(ColumnPlan::expression).toList());
  }

  /// Lets the CSV reader make the values where it gives the same as the expressions.
  private Scan.Scanned.Source typed(List<ColumnPlan> wanted) {
    List<String> types = new ArrayList<>(Collections.nCopies(csv.columns(), "VARCHAR"));
    List<String> expressions = new ArrayList<>();
    for (ColumnPlan plan : wanted) {
      plan.plain().ifPresent(t -> types.set(plans.indexOf(plan), t));
      expressions.add(plan.plain().isPresent() ? plan.field() : plan.expression());
    }
    return new Scan.Scanned.Source(csv.read(types), expressions);
  }

  /// Finds the types of columns by all their values, where that has not been done.
  private void lookAtAll(DuckDBConnection connection, List<ColumnPlan> asked, Progress progress)
      throws SQLException {
    List<ColumnPlan> wanted = asked.stream().filter(p -> !looked.contains(p)).toList();
    if (wanted.isEmpty()) {
      return;
    }
    List<Diagnostic> found = new ArrayList<>();
    List<String> fields = wanted.stream().map(ColumnPlan::field).toList();
    List<String> wantedNames =
        fields.stream().map(f -> names.get(csv.fields().indexOf(f))).toList();
    List<ColumnPlan> whole =
        new TypeDetection(connection, csv.texts(), true, onlyTypesOf(wantedNames), found, progress)
            .detect(fields, wantedNames);
    for (int i = 0; i < wanted.size(); i++) {
      if (whole.get(i).type() != wanted.get(i).type()) {
        throw unexpected(wanted.get(i), whole.get(i), found);
      }
    }
    looked.addAll(wanted);
  }

  private LoadOptions onlyTypesOf(List<String> wantedNames) {
    var o = spec.options();
    var types =
        o.types().entrySet().stream()
            .filter(e -> wantedNames.stream().anyMatch(n -> n.equalsIgnoreCase(e.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return o.withTypes(types);
  }

  private SegqlException unexpected(ColumnPlan before, ColumnPlan now, List<Diagnostic> found) {
    String name = before.name();
    List<String> hints = new ArrayList<>();
    found.stream()
        .filter(d -> d.message().startsWith("`" + name + "`"))
        .forEach(
            d -> {
              hints.add(d.message());
              hints.addAll(d.hints());
            });
    hints.add(
        "LOAD with `types = (%s = %s)` or `types = (%s = %s)` decides it."
            .formatted(
                TypeDetection.written(name),
                before.type(),
                TypeDetection.written(name),
                now.type()));
    return new SegqlException(
        Diagnostic.error(
            Code.VALUES_UNEXPECTED,
            "`"
                + name
                + "` of `"
                + fileName
                + "` is "
                + before.type()
                + " in the first rows, and other values follow further down.",
            hints.toArray(String[]::new)));
  }
}
