package org.segql.engine.local.scan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.plan.Expr;

/// A place that a table is read from: its columns and types are known once it is open, values are
/// read when they are asked for.
public interface TableSource extends AutoCloseable {
  Schema schema();

  /// What was noticed since the last call: formats detected, columns left as text, names made
  /// unique, values that became NULL.
  List<Diagnostic> takeFindings();

  /// The number of rows; empty where only reading everything would tell.
  OptionalLong rowCount();

  /// Reads columns, rows in the order of the file.
  ///
  /// @param columns exact names, without repetition; an empty list gives a table without columns
  Frame read(List<String> columns, Progress progress);

  /// Reads the rows for which a condition is TRUE, where the source is large and can leave the
  /// others out itself; what is noticed is still of all rows. Empty where the caller has to read
  /// everything.
  ///
  /// @param columns exact names, without repetition, those of the condition among them
  default Optional<Frame> readWhere(List<String> columns, Expr condition, Progress progress) {
    return Optional.empty();
  }

  /// How another program reads it.
  Reading reading();

  /// Gives up what is held for further readings; what is known of the table stays.
  @Override
  default void close() {}

  /// Something that differs once the place holds other data: the sizes and times of files. Equal
  /// for ever where it cannot be told.
  String version();
}
