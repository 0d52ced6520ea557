package org.segql.chart;

import java.util.List;
import java.util.Set;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;

/// What a chart says of itself.
///
/// @param fits the objects that it can be drawn of
public record ChartDefinition(
    String text, String summary, Set<Fits> fits, List<Parameter> parameters, String example)
    implements Definition {
  public ChartDefinition {
    fits = Set.copyOf(fits);
    parameters = List.copyOf(parameters);
  }
}
