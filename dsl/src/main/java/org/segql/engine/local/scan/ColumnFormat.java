package org.segql.engine.local.scan;

import java.util.Optional;
import org.segql.catalog.Type;

/// The type that a column is read as.
///
/// @param format of DATE and DATETIME, in Java's letters: `dd/MM/yyyy`; empty: the ISO form
public record ColumnFormat(Type type, Optional<String> format) {
  public ColumnFormat(Type type) {
    this(type, Optional.empty());
  }

  public ColumnFormat(Type type, String format) {
    this(type, Optional.of(format));
  }
}
