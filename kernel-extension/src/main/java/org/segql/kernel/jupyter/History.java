package org.segql.kernel.jupyter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The cells that ran, in this session of the kernel and in those before it, numbered as IPython
/// does: 0 is this session, -1 the one before, 1 the first that is known.
final class History {
  private final HistoryFile file;
  private final List<HistoryEntry> entries = new ArrayList<>();

  /// Reads and writes the file, so that no cell waits for a disk.
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("history").factory());

  private final Future<List<HistoryEntry>> earlier;
  private int session;

  History(HistoryFile file) {
    this.file = file;
    this.earlier = disk.submit(file::read);
  }

  /// Numbers this session, behind those that are known.
  private void begin() {
    if (session > 0) {
      return;
    }
    List<HistoryEntry> known = List.of();
    try {
      known = earlier.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      Log.failure("reading the history", e);
    }
    entries.addAll(0, known);
    session = 1 + known.stream().mapToInt(HistoryEntry::session).max().orElse(0);
  }

  void add(int number, String code, @Nullable String output) {
    begin();
    var entry = new HistoryEntry(session, number, code, output);
    entries.add(entry);
    disk.execute(() -> file.append(entry));
  }

  /// Waits a moment for what is to be written.
  void close() {
    disk.shutdown();
    try {
      boolean written = disk.awaitTermination(3, TimeUnit.SECONDS);
      if (!written) {
        Log.line("The last cells are not in the history: the disk is too slow.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  ObjectNode answer(Request.HistoryQuery query) {
    begin();
    var found =
        switch (query.access()) {
          case TAIL -> last(entries, query.n());
          case RANGE -> range(query);
          case SEARCH -> last(search(query), query.n());
        };
    var reply = Json.object().put("status", "ok");
    var list = reply.putArray("history");
    found.forEach(e -> write(e, query.output(), list));
    return reply;
  }

  private List<HistoryEntry> range(Request.HistoryQuery query) {
    int wanted = query.session() > 0 ? query.session() : session + query.session();
    return entries.stream()
        .filter(e -> e.session() == wanted)
        .filter(e -> e.number() >= query.start() && e.number() < query.stop())
        .toList();
  }

  private List<HistoryEntry> search(Request.HistoryQuery query) {
    var pattern = glob(query.pattern());
    var hits = entries.stream().filter(e -> pattern.matcher(e.code()).matches()).toList();
    if (!query.unique()) {
      return hits;
    }
    var last = new LinkedHashMap<String, HistoryEntry>();
    hits.forEach(
        e -> {
          last.remove(e.code());
          last.put(e.code(), e);
        });
    return List.copyOf(last.values());
  }

  /// `*` any text, `?` one character, the whole code must fit.
  private static Pattern glob(String pattern) {
    String regex =
        pattern
            .codePoints()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static List<HistoryEntry> last(List<HistoryEntry> list, int n) {
    return list.subList(Math.max(0, list.size() - Math.max(0, n)), list.size());
  }

  private static void write(HistoryEntry entry, boolean output, ArrayNode into) {
    var row = into.addArray().add(entry.session()).add(entry.number());
    if (output) {
      row.addArray().add(entry.code()).add(entry.output());
    } else {
      row.add(entry.code());
    }
  }
}
