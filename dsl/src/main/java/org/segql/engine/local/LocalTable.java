package org.segql.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.scan.TableSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A table of the session: a frame in memory, or a source whose columns are read when they are
/// first asked for and kept from then on. Rows stand in the order of the source. Where the source
/// has changed since the last reading everything is read anew, and a finding says so. Safe for use
/// by several threads.
public final class LocalTable implements LocalData {
  private @Nullable TableSource source;
  private Schema schema;
  private String version = "";
  private OptionalLong rows;
  private final Map<String, Column<?>> read = new LinkedHashMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private LocalTable(Schema schema, OptionalLong rows, @Nullable TableSource source) {
    this.schema = schema;
    this.rows = rows;
    this.source = source;
  }

  public static LocalTable of(Frame frame) {
    var table = new LocalTable(frame.schema(), OptionalLong.of(frame.rowCount()), null);
    frame.table().columns().forEach(c -> table.read.put(c.name(), c));
    return table;
  }

  public static LocalTable of(TableSource source) {
    var table = new LocalTable(source.schema(), source.rowCount(), source);
    table.version = source.version();
    table.findings.addAll(source.takeFindings());
    return table;
  }

  @Override
  public synchronized Schema schema() {
    return schema;
  }

  @Override
  public synchronized OptionalLong rowCount() {
    return rows;
  }

  /// What was noticed since the last call; asking empties the list.
  public synchronized List<Diagnostic> takeFindings() {
    var taken = List.copyOf(findings);
    findings.clear();
    return taken;
  }

  /// The columns of these exact names, in this order. An empty list gives no columns and so no
  /// rows: ask for a column to count.
  @Override
  public synchronized Frame columns(List<String> names, Progress progress) {
    refresh(progress);
    var missing = new LinkedHashSet<>(names);
    missing.removeAll(read.keySet());
    if (!missing.isEmpty()) {
      load(List.copyOf(missing), progress);
    }
    Table table = Table.create();
    names.forEach(n -> table.addColumns(read.get(n)));
    return new Frame(
        new Schema(names.stream().map(n -> schema.column(n).orElseThrow()).toList()), table);
  }

  /// All columns.
  @Override
  public synchronized Frame all(Progress progress) {
    refresh(progress);
    return columns(schema.names(), progress);
  }

  private void load(List<String> names, Progress progress) {
    for (String name : names) {
      if (schema.column(name).isEmpty()) {
        throw new SegqlException(
            Diagnostic.error(
                Code.UNKNOWN_COLUMN,
                "`" + name + "` is not a column of the table any more.",
                "Its columns are now: " + String.join(", ", schema.names()) + "."));
      }
    }
    if (source == null) {
      throw new IllegalStateException("columns " + names + " of a table in memory");
    }
    Frame frame = source.read(names, progress);
    rows = OptionalLong.of(frame.rowCount());
    frame.table().columns().forEach(c -> read.put(c.name(), c));
    findings.addAll(source.takeFindings());
    if (read.size() == schema.columns().size()) {
      source.allRead();
    }
  }

  /// Forgets what was read where the source holds other data by now.
  private void refresh(Progress progress) {
    if (source == null || source.version().equals(version)) {
      return;
    }
    TableSource fresh = source.reopen(progress);
    source = fresh;
    version = fresh.version();
    schema = fresh.schema();
    rows = fresh.rowCount();
    boolean hadRead = !read.isEmpty();
    read.clear();
    if (hadRead) {
      findings.add(
          Diagnostic.note(
              Code.SOURCE_CHANGED, "The source has changed since it was read; it is read anew."));
    }
    findings.addAll(fresh.takeFindings());
  }
}
