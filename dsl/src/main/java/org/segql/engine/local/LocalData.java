package org.segql.engine.local;

import java.util.List;
import java.util.Optional;
import org.segql.catalog.TableData;
import org.segql.engine.Progress;
import org.segql.plan.Expr;

/// A table of the local engine that gives its columns when asked.
public interface LocalData extends TableData {
  /// The columns of these exact names, in this order; at least one.
  Frame columns(List<String> names, Progress progress);

  /// The rows for which a condition is TRUE, where the place that they are read from leaves the
  /// others out; empty where there is no gain in that.
  ///
  /// @param names exact names, without repetition, those of the condition among them
  default Optional<Frame> where(List<String> names, Expr condition, Progress progress) {
    return Optional.empty();
  }

  /// All columns.
  default Frame all(Progress progress) {
    return columns(schema().names(), progress);
  }
}
