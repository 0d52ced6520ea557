package org.segql.engine.local;

import java.util.List;
import org.segql.catalog.TableData;
import org.segql.engine.Progress;

/// A table of the local engine that gives its columns when asked.
public interface LocalData extends TableData {
  /// The columns of these exact names, in this order; at least one.
  Frame columns(List<String> names, Progress progress);

  /// All columns.
  default Frame all(Progress progress) {
    return columns(schema().names(), progress);
  }
}
