package org.segql.kernel.cell;

import java.util.List;
import java.util.Optional;

/// The variables of Java cells, as objects.
public interface JavaVariables {
  /// @param type as written or inferred: `Table`
  record Variable(String name, String type) {}

  List<Variable> variables();

  /// The value of a variable; empty where none is called so, or it is null.
  Optional<Object> value(String name);

  /// Sets a variable, and declares it where none of that name and type is there.
  ///
  /// @param type as Java source with full package names: `tech.tablesaw.api.Table`
  /// @return false where Java does not take the name (a keyword)
  boolean set(String name, String type, Object value);
}
