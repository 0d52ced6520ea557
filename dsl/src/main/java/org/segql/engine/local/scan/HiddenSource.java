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

/// A source at a hidden place: all that it says names the variable that holds the place.
public record HiddenSource(TableSource source, Hidden place) implements TableSource {
  @Override
  public Schema schema() {
    return source.schema();
  }

  @Override
  public List<Diagnostic> takeFindings() {
    return place.of(source.takeFindings());
  }

  @Override
  public OptionalLong rowCount() {
    return place.during(source::rowCount);
  }

  @Override
  public Frame read(List<String> columns, Progress progress) {
    return place.during(() -> source.read(columns, progress));
  }

  @Override
  public Optional<Frame> readWhere(List<String> columns, Expr condition, Progress progress) {
    return place.during(() -> source.readWhere(columns, condition, progress));
  }

  @Override
  public Reading reading() {
    return source.reading();
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public String version() {
    return source.version();
  }
}
