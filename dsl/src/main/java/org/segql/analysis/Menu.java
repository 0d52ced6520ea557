package org.segql.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.plan.ExprText;
import org.segql.syntax.CompletionSite;

/// What is proposed at a site: each thing once, the likeliest first.
final class Menu {
  static final int MOST = 300;

  private final CompletionSite site;
  private final List<Completion> items = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  Menu(CompletionSite site) {
    this.site = site;
  }

  void add(String text, String label, Completion.Kind kind, String detail, String documentation) {
    if (seen.add(kind + text)) {
      items.add(new Completion(text, label, kind, detail, documentation, site.replaces()));
    }
  }

  void column(ColumnInfo column, CatalogEntry entry) {
    add(
        ExprText.name(column.name()),
        column.name(),
        Completion.Kind.COLUMN,
        column.type().name(),
        Documentation.of(column, entry.name()));
  }

  /// What goes on from the word under the cursor.
  List<Completion> ranked() {
    String prefix = site.prefix().toLowerCase(Locale.ROOT);
    return items.stream()
        .filter(i -> rank(i, prefix) < 3)
        .sorted(Comparator.comparingInt(i -> rank(i, prefix)))
        .limit(MOST)
        .toList();
  }

  /// 0: begins so; 1: a later word of it begins so; 2: has it inside; 3: no match.
  private static int rank(Completion item, String prefix) {
    if (prefix.isEmpty()) {
      return 0;
    }
    String label = item.label().toLowerCase(Locale.ROOT);
    if (label.startsWith(prefix) || item.text().toLowerCase(Locale.ROOT).startsWith(prefix)) {
      return 0;
    }
    if (label.contains("_" + prefix) || label.contains(" " + prefix)) {
      return 1;
    }
    return prefix.length() > 1 && label.contains(prefix) ? 2 : 3;
  }
}
