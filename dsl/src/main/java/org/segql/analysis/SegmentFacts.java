package org.segql.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.segql.plan.Expr.Fact.Kind;

/// The numbers about segments that conditions can name. They win over columns of the same names.
final class SegmentFacts {
  private static final Set<Kind> OF_WHOLE =
      Set.of(Kind.K, Kind.SILHOUETTE, Kind.STABILITY, Kind.VERDICT);
  private static final Set<Kind> OF_WHOLE_ONLY = Set.of(Kind.K, Kind.VERDICT);

  private SegmentFacts() {}

  static Optional<Kind> find(String name, boolean whole) {
    return kinds(whole).stream().filter(k -> text(k).equalsIgnoreCase(name)).findFirst();
  }

  static boolean isFact(String name) {
    return find(name, false).isPresent() || find(name, true).isPresent();
  }

  static List<Kind> kinds(boolean whole) {
    return Arrays.stream(Kind.values())
        .filter(k -> whole ? OF_WHOLE.contains(k) : !OF_WHOLE_ONLY.contains(k))
        .toList();
  }

  static List<String> names(boolean whole) {
    return kinds(whole).stream().map(SegmentFacts::text).toList();
  }

  /// A condition on it that a gate could ask for.
  static String bound(Kind kind) {
    return switch (kind) {
      case SEGMENT -> "= 1";
      case SEGMENT_NAME -> "<> 'noise'";
      case SIZE, POPULATION -> ">= 100";
      case SHARE -> ">= 5%";
      case SILHOUETTE -> ">= 0.3";
      case STABILITY -> ">= 0.6";
      case K -> "<= 8";
      case VERDICT -> "= 'natural'";
    };
  }

  static String text(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
