package org.segql.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a thing that a script calls by name says of itself.
public interface Definition {
  /// As it is written, an ordinary identifier, never a keyword: `kmeans`, `scatter`,
  /// `DAYS_BETWEEN`. Not called `name`, which enums have already.
  String text();

  /// What it does, in one or two sentences.
  String summary();

  /// In the order in which arguments without names are given.
  List<Parameter> parameters();

  /// A statement or an expression that uses it and runs on the sample data.
  String example();

  /// The parameter of this name, ignoring case.
  default Optional<Parameter> parameter(String name) {
    return parameters().stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  /// The parameters that may be given without their names, in order.
  default List<Parameter> positional() {
    return parameters().stream().filter(p -> !p.named()).toList();
  }

  /// How a call looks: `hierarchical(k, linkage = average)`.
  default String signature() {
    return parameters().stream()
        .map(p -> p.defaultText() == null ? p.name() : p.name() + " = " + p.defaultText())
        .collect(Collectors.joining(", ", text() + "(", ")"));
  }
}
