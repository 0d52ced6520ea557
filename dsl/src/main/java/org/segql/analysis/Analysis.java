package org.segql.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Expr;
import org.segql.plan.Location;

/// The state of one statement's analysis: what it is analysed against, what was found, and where
/// AS_OF() was used.
final class Analysis {
  private final Context context;
  private final Problems problems;
  private @Nullable Span asOfUsed;
  private final Map<Expr, Span> asOfs = new IdentityHashMap<>();

  Analysis(Context context, Source source) {
    this.context = context;
    this.problems = new Problems(source);
  }

  Context context() {
    return context;
  }

  Problems problems() {
    return problems;
  }

  void usesAsOf(Expr call, Span span) {
    asOfs.put(call, span);
    if (asOfUsed == null) {
      asOfUsed = span;
    }
  }

  /// Where this AS_OF() is written.
  Span asOf(Expr call) {
    Span first = Objects.requireNonNull(asOfUsed);
    return asOfs.getOrDefault(call, first);
  }

  /// The text of a place in the script, or in that which LIKE takes a clause from.
  String written(Span span) {
    String text = problems.written().text();
    return text.substring(
        Math.min(span.start(), text.length()), Math.min(span.end(), text.length()));
  }

  /// What is known under a name, whatever it is.
  Optional<CatalogEntry> entry(Name name) {
    Optional<CatalogEntry> found = context.catalog().find(name.text());
    if (found.isEmpty() && context.values() == null && context.origins().mayBePart(name.text())) {
      return Optional.of(Made.unresolved(name.text(), CatalogEntry.Kind.SEGMENTATION));
    }
    if (found.isEmpty()) {
      unknown(name);
    } else if (found.get().stale()) {
      problems.warning(
          Code.STALE,
          name.span(),
          "`" + found.get().name() + "` was made from something that has been replaced since.",
          "Run the statement that makes it again.");
    }
    return found;
  }

  /// Something that has rows: a table, a segmentation, a leaderboard.
  Optional<CatalogEntry> table(Name name) {
    return entry(name)
        .filter(
            e -> {
              if (e.kind() == CatalogEntry.Kind.MODEL) {
                problems.error(
                    Code.WRONG_OBJECT,
                    name.span(),
                    "`" + e.name() + "` is a model: it has no rows of its own.",
                    "APPLY " + e.name() + " TO a table gives some.");
              }
              return e.kind() != CatalogEntry.Kind.MODEL;
            });
  }

  /// A segmentation.
  ///
  /// @param models whether a loaded model will do
  Optional<CatalogEntry> segmentation(Name name, boolean models) {
    return entry(name)
        .filter(
            e -> {
              boolean right =
                  e.kind() == CatalogEntry.Kind.SEGMENTATION
                      || models && e.kind() == CatalogEntry.Kind.MODEL;
              if (!right) {
                notSegmentation(name, e);
              }
              return right;
            });
  }

  /// What SEGMENT … PER leaves: a table, and a segmentation for each value.
  Optional<String> parts(CatalogEntry e) {
    if (e.kind() != CatalogEntry.Kind.TABLE || context.origins().stackedBy(e.name()).isEmpty()) {
      return Optional.empty();
    }
    String prefix = e.name() + "_";
    var parts =
        known().stream()
            .filter(x -> x.kind() == CatalogEntry.Kind.SEGMENTATION)
            .map(CatalogEntry::name)
            .filter(n -> n.regionMatches(true, 0, prefix, 0, prefix.length()))
            .toList();
    return Optional.of(
        parts.isEmpty()
            ? "Each value has a segmentation of its own, called `" + prefix + "…` and the value."
            : "The segmentations are " + first(parts) + ".");
  }

  private void notSegmentation(Name name, CatalogEntry e) {
    Optional<String> parts = parts(e);
    if (parts.isPresent()) {
      problems.error(
          Code.WRONG_OBJECT,
          name.span(),
          "`"
              + e.name()
              + "` is a table, in which the segmentations of each `"
              + context.origins().stackedBy(e.name()).orElseThrow()
              + "` are stacked.",
          parts.get());
      return;
    }
    var segmentations =
        known().stream()
            .filter(x -> x.kind() == CatalogEntry.Kind.SEGMENTATION)
            .map(CatalogEntry::name)
            .toList();
    String what = e.kind() == CatalogEntry.Kind.BOARD ? "a comparison" : "a " + e.kind().text();
    problems.error(
        Code.WRONG_OBJECT,
        name.span(),
        "`" + e.name() + "` is " + what + ", and a segmentation is needed here.",
        segmentations.isEmpty()
            ? "SEGMENT " + e.name() + " … AS name makes one."
            : "Segmentations are " + Suggestions.and(segmentations) + ".");
  }

  /// What can be proposed: everything but what only a mistake stands behind.
  private List<CatalogEntry> known() {
    return context.catalog().entries().stream()
        .filter(e -> !e.schema().open() || !e.schema().columns().isEmpty())
        .toList();
  }

  private void unknown(Name name) {
    var entries = known();
    var alike = entries.stream().map(CatalogEntry::name).filter(name.text()::equalsIgnoreCase);
    List<String> several = alike.toList();
    if (several.size() > 1) {
      problems.error(
          Code.AMBIGUOUS_NAME,
          name.span(),
          "`" + name.text() + "` could be " + Suggestions.or(several) + ".",
          "Write the name exactly.");
      return;
    }
    var names = entries.stream().map(CatalogEntry::name).toList();
    var hints = new ArrayList<String>();
    Suggestions.hint(name.text(), names).ifPresent(hints::add);
    if (hints.isEmpty()) {
      hints.add(
          names.isEmpty()
              ? "LOAD " + name.text() + " FROM 'a file' makes a table known."
              : "There " + (names.size() == 1 ? "is " : "are ") + first(names) + ".");
    }
    problems.error(
        Code.UNKNOWN_TABLE,
        name.span(),
        "`" + name.text() + "` is no table or segmentation of this session.",
        hints);
  }

  /// The first names of a list, as a sentence can show them.
  static String first(List<String> names) {
    int shown = 12;
    return names.size() <= shown
        ? Suggestions.and(names)
        : String.join(", ", names.subList(0, shown).stream().map(n -> "`" + n + "`").toList())
            + " and "
            + (names.size() - shown)
            + " more";
  }

  /// A literal or a parameter.
  Expr.@Nullable Constant constant(Expression e) {
    Expr value = new Expressions(this, new Scope.Literals()).value(e);
    if (value == null || value instanceof Expr.Constant) {
      return (Expr.Constant) value;
    }
    problems.error(
        Code.WRONG_ARGUMENT, e.span(), "A literal or a parameter is needed here, no computation.");
    return null;
  }

  /// A whole number of at least `min`.
  ///
  /// @param what as the sentence begins: `LIMIT`
  @Nullable Long whole(Expression e, String what, long min) {
    Expr.Constant constant = constant(e);
    if (constant == null) {
      return null;
    }
    if (constant.value() instanceof Double x && x == Math.rint(x) && x >= min && x <= 1e15) {
      return x.longValue();
    }
    problems.error(
        Code.WRONG_ARGUMENT, e.span(), what + " takes a whole number from " + min + " on.");
    return null;
  }

  /// A text.
  @Nullable String text(Expression e, String what) {
    Expr.Constant constant = constant(e);
    if (constant == null) {
      return null;
    }
    if (constant.value() instanceof String s) {
      return s;
    }
    problems.error(Code.WRONG_ARGUMENT, e.span(), what + " takes a text in single quotes.");
    return null;
  }

  /// A path or URL: a text, a parameter or a secret.
  @Nullable Location location(Expression e) {
    if (e instanceof Expression.Environment secret) {
      return new Location("", secret.name(), problems.source().folder());
    }
    String text = text(e, "A path");
    if (text == null) {
      return null;
    }
    if (text.isBlank()) {
      problems.error(Code.WRONG_ARGUMENT, e.span(), "The path is empty.");
      return null;
    }
    return new Location(text, null, problems.source().folder());
  }
}
