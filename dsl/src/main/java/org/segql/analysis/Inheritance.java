package org.segql.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.analysis.Origin.Clause;
import org.segql.ast.CallOf;
import org.segql.ast.Name;
import org.segql.ast.Naming;
import org.segql.ast.SegmentClauses;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;

/// `LIKE q0`: the clauses of an earlier segmentation or comparison, those written here in their
/// place. What is wrong with a clause taken over is shown at the LIKE.
///
/// @param clauses all clauses
/// @param inherited those that were taken over, and the text that each is written in
/// @param span the name after LIKE; null where there is no LIKE
record Inheritance(SegmentClauses clauses, Map<Clause, Source> inherited, @Nullable Span span) {

  /// Where to show what is wrong with a clause; null: where it is written.
  Problems.@Nullable Pin at(Clause clause) {
    Source source = inherited.get(clause);
    return source == null || span == null ? null : new Problems.Pin(span, source);
  }

  /// The clauses of a statement with those that its LIKE takes over; empty where what LIKE names is
  /// not known.
  static Optional<Inheritance> of(Analysis analysis, SegmentClauses written) {
    if (written.like().isEmpty()) {
      return Optional.of(new Inheritance(written, Map.of(), null));
    }
    var name = written.like().get();
    var entry = analysis.entry(name);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    var origin = analysis.context().origins().of(entry.get().name());
    if (origin.isEmpty()) {
      if (!entry.get().schema().open()) {
        analysis
            .problems()
            .error(
                Code.WRONG_OBJECT,
                name.span(),
                "`" + entry.get().name() + "` has no clauses to take over.",
                "LIKE takes those of a SEGMENT or COMPARE of this session.");
      }
      return Optional.empty();
    }
    return Optional.of(merge(written, origin.get(), entry.get(), name.span()));
  }

  private static Inheritance merge(SegmentClauses w, Origin origin, CatalogEntry from, Span span) {
    SegmentClauses o = origin.clauses();
    var taken = EnumSet.noneOf(Clause.class);
    Optional<Naming> naming =
        w.naming().isPresent() || from.kind() != CatalogEntry.Kind.SEGMENTATION
            ? w.naming()
            : Optional.of(new Naming.From(new Name(from.name(), true, span), span));
    var clauses =
        new SegmentClauses(
            w.source(),
            Optional.empty(),
            one(w.where(), o.where(), Clause.WHERE, taken),
            many(w.by(), o.by(), Clause.BY, taken),
            many(w.describedBy(), o.describedBy(), Clause.DESCRIBED_BY, taken),
            one(w.id(), o.id(), Clause.ID, taken),
            one(w.weight(), o.weight(), Clause.WEIGHT, taken),
            one(w.missing(), o.missing(), Clause.MISSING, taken),
            one(w.outliers(), o.outliers(), Clause.OUTLIERS, taken),
            one(w.scale(), o.scale(), Clause.SCALE, taken),
            one(w.encode(), o.encode(), Clause.ENCODE, taken),
            many(w.using(), winner(o.using()), Clause.USING, taken),
            one(w.seed(), o.seed(), Clause.SEED, taken),
            many(w.require(), o.require(), Clause.REQUIRE, taken),
            naming,
            one(w.target(), o.target(), Clause.TARGET, taken),
            one(w.asOf(), o.asOf(), Clause.AS_OF, taken),
            one(w.per(), o.per(), Clause.PER, taken),
            w.span());
    var sources = new EnumMap<Clause, Source>(Clause.class);
    taken.forEach(c -> sources.put(c, origin.source(c)));
    return new Inheritance(clauses, sources, span);
  }

  /// Of a comparison that has not run any candidate will do for a check.
  private static List<CallOf> winner(List<CallOf> using) {
    return using.size() > 1 ? List.of(using.getFirst()) : using;
  }

  private static <T> Optional<T> one(
      Optional<T> written, Optional<T> origin, Clause clause, Set<Clause> taken) {
    if (written.isEmpty() && origin.isPresent()) {
      taken.add(clause);
      return origin;
    }
    return written;
  }

  private static <T> List<T> many(
      List<T> written, List<T> origin, Clause clause, Set<Clause> taken) {
    if (written.isEmpty() && !origin.isEmpty()) {
      taken.add(clause);
      return new ArrayList<>(origin);
    }
    return written;
  }
}
