package org.segql.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.chart.Charts;
import org.segql.definition.Definition;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;

/// Everything that DESCRIBE finds by one word, in the order in which it looks.
public final class Definitions {
  private Definitions() {}

  public static Stream<Definition> all() {
    Stream<Definition> algorithms = Stream.of(AlgorithmDefinition.values());
    Stream<Definition> functions =
        Stream.concat(ScalarFunction.callables(), Stream.of(AggregateFunction.values()));
    Stream<Definition> charts = Charts.ALL.stream().map(Definition.class::cast);
    Stream<Definition> statements = Stream.of(StatementDefinition.values());
    return Stream.of(algorithms, functions, charts, statements).flatMap(s -> s);
  }

  /// As it is written first: `PROFILE` is a statement and `profile` a chart; then whatever its
  /// case.
  public static Optional<Definition> find(String name) {
    List<Definition> found = all().filter(d -> d.text().equalsIgnoreCase(name)).toList();
    return found.stream()
        .filter(d -> d.text().equals(name))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /// What has the same name but for its case.
  public static List<Definition> namesakes(Definition definition) {
    return all()
        .filter(d -> d.text().equalsIgnoreCase(definition.text()))
        .filter(d -> !d.text().equals(definition.text()))
        .toList();
  }

  static List<String> names() {
    return all().map(Definition::text).distinct().toList();
  }
}
