package org.segql.engine.local.eval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;

/// What evaluating needs beside the rows.
///
/// @param asOf what AS_OF() is; null where the statement does not ask
public record Context(
    @Nullable LocalDate asOf, Tables tables, Progress progress, Findings findings) {

  /// The tables of the session.
  public interface Tables {
    Frame columns(String table, List<String> columns);
  }

  public Context asOf(@Nullable LocalDate date) {
    return new Context(date, tables, progress, findings);
  }
}
