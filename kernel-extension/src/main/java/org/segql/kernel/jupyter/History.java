package org.segql.kernel.jupyter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The cells that ran in this session, which is number 1 (also asked for as 0, the current one).
final class History {
  private static final int SESSION = 1;

  private record Entry(int number, String code, @Nullable String output) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(int number, String code, @Nullable String output) {
    entries.add(new Entry(number, code, output));
  }

  ObjectNode answer(Request.HistoryQuery query) {
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

  private List<Entry> range(Request.HistoryQuery query) {
    if (query.session() != 0 && query.session() != SESSION) {
      return List.of();
    }
    return entries.stream()
        .filter(e -> e.number() >= query.start() && e.number() < query.stop())
        .toList();
  }

  private List<Entry> search(Request.HistoryQuery query) {
    var pattern = glob(query.pattern());
    var hits = entries.stream().filter(e -> pattern.matcher(e.code()).matches()).toList();
    if (!query.unique()) {
      return hits;
    }
    var last = new LinkedHashMap<String, Entry>();
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

  private static List<Entry> last(List<Entry> list, int n) {
    return list.subList(Math.max(0, list.size() - Math.max(0, n)), list.size());
  }

  private static void write(Entry entry, boolean output, ArrayNode into) {
    var row = into.addArray().add(SESSION).add(entry.number());
    if (output) {
      row.addArray().add(entry.code()).add(entry.output());
    } else {
      row.add(entry.code());
    }
  }
}
