package org.segql.kernel.segql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.segql.catalog.CatalogEntry;
import org.segql.kernel.cell.JavaVariables;
import org.segql.kernel.cell.RunningCell;
import org.segql.session.Session;
import smile.data.DataFrame;
import tech.tablesaw.api.Table;

/// Lets both languages see the other's names. Only names that a cell mentions are handed over, and
/// only when they changed since: a table of SegQL may not be read yet, and a table bound anew makes
/// what was made from it stale.
public final class SharedNames {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern PARAMETER = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");

  private final Session session;
  private final Map<String, CatalogEntry> given = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();

  private final Map<DataFrame, Table> frames = new IdentityHashMap<>();

  /// A Java table as it was when SegQL last saw it.
  private record Seen(Table table, int rows, List<String> columns) {
    static Seen of(Table table) {
      return new Seen(table, table.rowCount(), table.columnNames());
    }

    boolean same(Table other) {
      return table == other && rows == other.rowCount() && columns.equals(other.columnNames());
    }
  }

  public SharedNames(Session session) {
    this.session = session;
  }

  /// Before a Java cell: the tables of SegQL that it mentions become variables.
  public void toJava(String code, JavaVariables java) {
    give(words(code)::contains, java);
  }

  /// Where Java cells cannot be seen before they run: all tables become variables.
  public void allToJava(JavaVariables java) {
    give(_ -> true, java);
  }

  /// @param wanted of a name in lower case
  private void give(Predicate<String> wanted, JavaVariables java) {
    for (var entry : session.entries()) {
      boolean hasRows =
          switch (entry.kind()) {
            case TABLE, SEGMENTATION, BOARD -> true;
            case MODEL -> false;
          };
      String name = entry.name();
      if (!hasRows || !wanted.test(name.toLowerCase(Locale.ROOT)) || given.get(name) == entry) {
        continue;
      }
      var table = session.table(name);
      boolean taken = java.set(name, Table.class.getName(), table);
      if (taken) {
        seen.put(name, Seen.of(table));
      }
      if (taken || !RunningCell.isStopped()) {
        given.put(name, entry); // also where Java does not take the name: it never will
      }
    }
  }

  /// Before a SegQL cell: the Java tables and scalars that it mentions become tables and
  /// parameters.
  public void toSegql(String code, JavaVariables java) {
    Set<String> words = words(code);
    Set<String> parameters =
        PARAMETER.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toSet());
    for (var variable : java.variables()) {
      String name = variable.name();
      boolean mentioned = words.contains(name.toLowerCase(Locale.ROOT));
      if (!mentioned && !parameters.contains(name)) {
        continue;
      }
      switch (java.value(name).orElse(null)) {
        case Table table -> bind(name, table);
        case DataFrame frame -> bind(name, frames.computeIfAbsent(frame, DataFrames::table));
        case Number n when parameters.contains(name) -> session.parameter(name, n);
        case String s when parameters.contains(name) -> session.parameter(name, s);
        case Boolean b when parameters.contains(name) -> session.parameter(name, b);
        case LocalDate d when parameters.contains(name) -> session.parameter(name, d);
        case LocalDateTime d when parameters.contains(name) -> session.parameter(name, d);
        case null, default -> {}
      }
    }
  }

  private void bind(String name, Table table) {
    var before = seen.get(name);
    if (before == null || !before.same(table)) {
      session.bind(name, table);
      seen.put(name, Seen.of(table));
      session.entry(name).ifPresent(e -> given.put(name, e));
    }
  }

  private static Set<String> words(String code) {
    return WORD.matcher(code)
        .results()
        .map(m -> m.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
