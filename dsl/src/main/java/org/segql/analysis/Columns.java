package org.segql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;

/// Finds the columns that names mean: exactly first, then ignoring case.
final class Columns {
  /// Near names are looked for among so many columns for so many errors of a statement.
  private static final int MANY = 500;

  private static final int PATIENCE = 20;

  private final Problems problems;
  private final Scope.Rows rows;

  Columns(Problems problems, Scope.Rows rows) {
    this.problems = problems;
    this.rows = rows;
  }

  /// The column; null where there is none (said) or where none can be told yet (silent).
  @Nullable ColumnInfo find(Name name) {
    return find(Optional.empty(), name);
  }

  @Nullable ColumnInfo find(Optional<Name> qualifier, Name name) {
    if (qualifier.isPresent()) {
      return qualified(qualifier.get(), name);
    }
    List<ColumnInfo> matching = rows.matching(name.text());
    if (matching.size() == 1) {
      return matching.getFirst();
    }
    if (matching.size() > 1) {
      problems.error(
          Code.AMBIGUOUS_NAME,
          name.span(),
          "`" + name.text() + "` could be " + or(matching) + ".",
          "Write the name exactly.");
    } else if (!silent(name)) {
      unknown(name, rows.schema().names(), rows.place());
    }
    return null;
  }

  private boolean silent(Name name) {
    return rows.schema().open()
        || rows.unresolved().stream().anyMatch(name.text()::equalsIgnoreCase);
  }

  private @Nullable ColumnInfo qualified(Name qualifier, Name name) {
    Map<String, String> own = rows.tables().get(qualifier.text().toLowerCase(Locale.ROOT));
    if (own == null) {
      if (!rows.schema().open()) {
        var hints =
            Suggestions.hint(qualifier.text(), rows.tables().keySet())
                .map(List::of)
                .orElse(List.of());
        problems.error(
            Code.UNKNOWN_TABLE,
            qualifier.span(),
            "`" + qualifier.text() + "` is no table that this statement reads here.",
            hints);
      }
      return null;
    }
    String exact = own.get(name.text());
    if (exact != null) {
      return rows.exact(exact);
    }
    var alike = own.keySet().stream().filter(name.text()::equalsIgnoreCase).toList();
    if (alike.size() == 1) {
      return rows.exact(own.getOrDefault(alike.getFirst(), alike.getFirst()));
    }
    if (!silent(name)) {
      unknown(name, List.copyOf(own.keySet()), "`" + qualifier.text() + "`");
    }
    return null;
  }

  private void unknown(Name name, List<String> names, String place) {
    var hints = new ArrayList<String>();
    boolean search = names.size() <= MANY || problems.count() <= PATIENCE;
    if (search) {
      Suggestions.hint(name.text(), names).ifPresent(hints::add);
    }
    if (hints.isEmpty()) {
      if (!name.quoted() && SegmentFacts.isFact(name.text())) {
        hints.add(
            "`"
                + name.text()
                + "` is a number about segments: REQUIRE, NAME WHEN and TARGET see it.");
      }
      if (!names.isEmpty()) {
        hints.add(
            (names.size() == 1 ? "Its column is " : "Its columns are ")
                + Analysis.first(names)
                + ".");
      }
    }
    problems.error(
        Code.UNKNOWN_COLUMN,
        name.span(),
        "`" + name.text() + "` is not a column of " + place + ".",
        hints);
  }

  private static String or(List<ColumnInfo> columns) {
    return Suggestions.or(columns.stream().map(ColumnInfo::name).toList());
  }

  /// The columns that a COLUMNS LIKE stands for, in the order of the table; null where they cannot
  /// be told.
  @Nullable List<ColumnInfo> like(Expression.ColumnsLike like) {
    var left = new LinkedHashSet<String>();
    boolean wrong = false;
    for (Name name : like.except()) {
      ColumnInfo column = find(name);
      wrong |= column == null;
      if (column != null) {
        left.add(column.name());
      }
    }
    Pattern pattern = pattern(like.pattern());
    var columns =
        rows.schema().columns().stream()
            .filter(c -> pattern.matcher(c.name()).matches() && !left.contains(c.name()))
            .toList();
    if (rows.schema().open() || wrong) {
      return null;
    }
    if (columns.isEmpty()) {
      problems.error(
          Code.NO_COLUMNS_MATCH,
          like.span(),
          "No column of "
              + rows.place()
              + " is like '"
              + like.pattern()
              + (left.isEmpty() ? "'." : "' but those of EXCEPT."),
          "`%` stands for any characters, `_` for one; the columns are "
              + Analysis.first(rows.schema().names())
              + ".");
      return null;
    }
    return columns;
  }

  /// As columns are found ignoring case, so are patterns of them.
  static Pattern pattern(String like) {
    String regex =
        like.codePoints()
            .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /// The columns of these names; those that are not found are said and left out.
  List<ColumnInfo> all(List<Name> names) {
    var found = new ArrayList<ColumnInfo>();
    for (Name name : names) {
      ColumnInfo column = find(name);
      if (column != null && !found.contains(column)) {
        found.add(column);
      }
    }
    return found;
  }
}
