package org.segql.engine.local;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Reading;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.scan.TableSource;
import org.segql.plan.Expr;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// A table of the session: a frame in memory, or a source whose columns are read when they are
/// first asked for and kept from then on. The first time that only some rows of a large source are
/// asked for, those alone are read, and not kept; from the second time on the columns are. It is
/// what the source held when it was loaded, so that all columns have the same rows and what was
/// made from it stays true: where the source has changed since, columns that were read are given as
/// they were, with a finding, and those that were not are refused. A database on a server cannot be
/// asked whether it has changed: what is read in part may differ from what is read whole later.
/// Rows stand in the order of the source. Safe for use by several threads.
public final class LocalTable implements LocalData {
  private final @Nullable TableSource source;
  private final Schema schema;
  private final String version;
  private OptionalLong rows;
  private boolean changeTold;
  private final Map<String, Column<?>> read = new LinkedHashMap<>();
  private final Set<String> readInPart = new HashSet<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  /// What was found in columns that were read in part, and is found again with the whole.
  private final Set<Diagnostic> told = new HashSet<>();

  private LocalTable(Schema schema, OptionalLong rows, @Nullable TableSource source) {
    this.schema = schema;
    this.rows = rows;
    this.source = source;
    this.version = source == null ? "" : source.version();
  }

  public static LocalTable of(Frame frame) {
    var table = new LocalTable(frame.schema(), OptionalLong.of(frame.rowCount()), null);
    frame.table().columns().forEach(c -> table.read.put(c.name(), c));
    return table;
  }

  public static LocalTable of(TableSource source) {
    var table = new LocalTable(source.schema(), source.rowCount(), source);
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

  @Override
  public synchronized Optional<Reading> reading() {
    return Optional.ofNullable(source).map(TableSource::reading);
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
    var missing = new LinkedHashSet<>(names);
    missing.removeAll(read.keySet());
    boolean changed = source != null && !source.version().equals(version);
    if (!missing.isEmpty()) {
      load(List.copyOf(missing), changed, progress);
    } else if (changed && !changeTold) {
      changeTold = true;
      findings.add(
          Diagnostic.note(
              Code.SOURCE_CHANGED,
              "The file has changed since it was loaded; these are its rows as they were then.",
              "LOAD it again to work with the new ones."));
    }
    Table table = Table.create();
    names.forEach(n -> table.addColumns(read.get(n)));
    return new Frame(
        new Schema(names.stream().map(n -> schema.column(n).orElseThrow()).toList()), table);
  }

  @Override
  public synchronized Optional<Frame> where(List<String> names, Expr condition, Progress progress) {
    if (source == null
        || !source.version().equals(version)
        || read.keySet().containsAll(names)
        || names.stream().anyMatch(readInPart::contains)) {
      return Optional.empty();
    }
    Optional<Frame> some = source.readWhere(names, condition, progress);
    if (some.isPresent()) {
      readInPart.addAll(names);
      source.takeFindings().stream().filter(told::add).forEach(findings::add);
    }
    return some;
  }

  /// All columns.
  @Override
  public synchronized Frame all(Progress progress) {
    return columns(schema.names(), progress);
  }

  private void load(List<String> names, boolean changed, Progress progress) {
    if (source == null) {
      throw new IllegalStateException("columns " + names + " of a table in memory");
    }
    if (changed) {
      throw new SegqlException(
          Diagnostic.error(
              Code.SOURCE_CHANGED,
              "The file has changed since it was loaded, before "
                  + names.stream().limit(3).map(n -> "`" + n + "`").collect(joining(", "))
                  + (names.size() > 3 ? " and others were" : names.size() == 1 ? " was" : " were")
                  + " read.",
              "LOAD it again, and then make anew what was made from it."));
    }
    Frame frame = source.read(names, progress);
    rows = OptionalLong.of(frame.rowCount());
    frame.table().columns().forEach(c -> read.put(c.name(), c));
    source.takeFindings().stream().filter(d -> !told.contains(d)).forEach(findings::add);
    if (read.size() == schema.columns().size()) {
      source.close();
    }
  }
}
