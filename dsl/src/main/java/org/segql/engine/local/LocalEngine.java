package org.segql.engine.local;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Engine;
import org.segql.engine.Outcome;
import org.segql.engine.Work;
import org.segql.engine.local.command.Commands;
import org.segql.engine.local.scan.DuckDb;
import org.segql.engine.local.scan.Hidden;
import org.segql.engine.local.scan.HiddenSource;
import org.segql.engine.local.scan.Sources;
import org.segql.engine.local.scan.TableSource;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.Relation;

/// Executes commands on this machine, in memory.
public final class LocalEngine implements Engine {
  /// Sources that were opened while a script was checked, for the LOAD itself: a file is looked at
  /// once.
  private final Map<Command.Load, TableSource> opened =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /// All that are in use, for the end.
  private final Set<TableSource> sources =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /// What a LOAD reads, kept for it until {@link #forget}.
  public TableSource open(Command.Load load, Work work) {
    var source = look(load, work);
    sources.add(source);
    opened.put(load, source);
    return source;
  }

  /// What a LOAD would read; the caller closes it.
  public TableSource look(Command.Load load, Work work) {
    var spec = new Loading(work.secrets()).spec(load);
    DuckDb.threads(work.threads());
    if (load.location().secret() == null) {
      return Sources.open(spec, work.progress());
    }
    var place = new Hidden(load.location(), spec.location());
    return new HiddenSource(place.during(() -> Sources.open(spec, work.progress())), place);
  }

  /// Closes what was opened for a LOAD that has not come to run.
  public void forget() {
    opened.values().forEach(TableSource::close);
    opened.clear();
  }

  @Override
  public Outcome execute(Command command, Work work) {
    try {
      if (command instanceof Command.Load load) {
        var known = opened.get(load);
        var source = known == null ? open(load, work) : known;
        opened.remove(load);
        return Commands.load(load, source, work);
      }
      return Commands.execute(command, work);
    } catch (OutOfMemoryError e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.OUT_OF_MEMORY,
              "The memory of this process ("
                  + Runtime.getRuntime().maxMemory() / (1 << 20)
                  + " MB) does not suffice.",
              "Use fewer columns or rows, or give Java more: `SEGQL_JAVA_OPTS=-Xmx8g`."),
          e);
    }
  }

  /// The different values of an expression over a relation, in ascending order, without NULL, at
  /// most so many.
  public List<Object> distinct(
      Expr value, Relation input, Relation.AsOf asOf, int most, Work work) {
    return Commands.distinct(value, input, asOf, most, work);
  }

  @Override
  public void close() {
    forget();
    sources.forEach(TableSource::close);
  }
}
