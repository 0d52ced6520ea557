package org.segql.engine.local.eval;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.plan.Expr;

/// What evaluating needs beside the rows.
///
/// @param asOf what AS_OF() is; null where the statement does not ask
public record Context(
    @Nullable LocalDate asOf, Tables tables, Progress progress, Findings findings) {

  /// The tables of the session.
  public interface Tables {
    Frame columns(String table, List<String> columns);

    /// The rows for which a condition is TRUE, where reading leaves the others out.
    default Optional<Frame> where(String table, List<String> columns, Expr condition) {
      return Optional.empty();
    }
  }

  /// The same with findings of its own, for what has been told already or is no news.
  public Context quiet() {
    return new Context(asOf, tables, progress, new Findings());
  }

  public Context asOf(@Nullable LocalDate date) {
    return new Context(date, tables, progress, findings);
  }
}
