package org.segql.kernel.cell;

import java.util.Optional;

/// A language whose cells a notebook runs. One cell runs at a time, and completion and the like are
/// asked on the same thread; it looks at {@link RunningCell#isStopped} while a cell runs. What a
/// user can get wrong is an {@link Outcome.Failed}, not an exception.
public interface CellLanguage {
  Outcome execute(Cell cell, CellOutput output);

  /// @param cursor in UTF-16 units
  Completions complete(String code, int cursor);

  /// What is known of the name at a cursor.
  ///
  /// @param more whether all shall be told (a second press of the key)
  Optional<MimeBundle> inspect(String code, int cursor, boolean more);

  Completeness isComplete(String code);
}
