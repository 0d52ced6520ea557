package org.segql.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.segql.analysis.Lookup;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.TableData;
import org.segql.engine.Progress;
import org.segql.engine.local.LocalData;
import tech.tablesaw.api.StringColumn;

/// What completion asks of tables and of the file system.
final class SessionLookup implements Lookup {
  private static final int ROWS_LOOKED_AT = 100_000;
  private static final int VALUES_KEPT = 200;

  private final Session session;
  private final Map<TableData, Map<String, List<String>>> known = new ConcurrentHashMap<>();

  SessionLookup(Session session) {
    this.session = session;
  }

  /// Counts the values of tables that are not large; the answer is kept with the table.
  @Override
  public List<String> values(String table, String column, int limit) {
    TableData data = session.seen().find(table).map(CatalogEntry::data).orElse(null);
    if (!(data instanceof LocalData local)
        || data.rowCount().orElse(Long.MAX_VALUE) > ROWS_LOOKED_AT) {
      return List.of();
    }
    known.keySet().removeIf(d -> session.seen().entries().stream().noneMatch(e -> e.data() == d));
    List<String> all =
        known
            .computeIfAbsent(data, _ -> new ConcurrentHashMap<>())
            .computeIfAbsent(column, c -> values(local, c));
    return all.subList(0, Math.min(limit, all.size()));
  }

  private static List<String> values(LocalData data, String column) {
    try {
      if (!(data.columns(List.of(column), Progress.NONE).table().column(0)
          instanceof StringColumn texts)) {
        return List.of();
      }
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.isMissing(i)) {
          counts.merge(texts.get(i), 1, Integer::sum);
        }
      }
      return counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(VALUES_KEPT)
          .map(Map.Entry::getKey)
          .toList();
    } catch (RuntimeException _) {
      return List.of(); // the file has gone; running says so, completion has nothing to offer
    }
  }

  @Override
  public List<String> files(String prefix, int limit) {
    int slash = prefix.lastIndexOf('/') + 1;
    String start = prefix.substring(slash);
    var found = new ArrayList<String>();
    try {
      Path base = folder();
      Path folder = slash == 0 ? base : base.resolve(Path.of(prefix.substring(0, slash)));
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          if (name.startsWith(start) && (!name.startsWith(".") || start.startsWith("."))) {
            found.add(prefix.substring(0, slash) + name + (Files.isDirectory(file) ? "/" : ""));
          }
        }
      }
    } catch (IOException | InvalidPathException | SecurityException _) {
      return List.of();
    }
    return found.stream().sorted(Comparator.naturalOrder()).limit(limit).toList();
  }

  private Path folder() {
    @Nullable Path given = session.options().folder();
    return given == null ? Path.of("") : given;
  }
}
