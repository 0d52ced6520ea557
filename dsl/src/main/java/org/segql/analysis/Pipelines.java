package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Pipeline;
import org.segql.ast.SortKey;
import org.segql.ast.Step;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.plan.Expr;
import org.segql.plan.MeasuredDates;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// Analyses the steps of a TABLE from top to bottom. A step that has an error is left out of the
/// relation; what it would have named is unresolved from then on, so that one mistake gives one
/// error.
final class Pipelines {
  private final Analysis analysis;
  private final Problems problems;
  private final List<CatalogEntry> sources = new ArrayList<>();
  private final Optional<Expression> written;

  Pipelines(Analysis analysis) {
    this(analysis, Optional.empty());
  }

  /// @param asOf the statement's AS OF
  Pipelines(Analysis analysis, Optional<Expression> asOf) {
    this.analysis = analysis;
    this.problems = analysis.problems();
    this.written = asOf;
  }

  /// The date that AS_OF() is in a relation; null: in one that is not known.
  Relation.AsOf asOf(@Nullable Relation relation) {
    List<MeasuredDates.Use> uses = relation == null ? List.of() : MeasuredDates.of(relation);
    return new AsOfs(analysis).of(written, sources, uses);
  }

  /// A table at some step.
  ///
  /// @param rows what names can mean here; its schema is open where columns cannot be told yet
  /// @param whole whether the relation does all that was written so far
  record State(Relation relation, Scope.Rows rows, boolean whole) {
    State broken() {
      return new State(relation, rows, false);
    }

    /// The same rows after a step that keeps all columns.
    State step(Relation next) {
      return new State(next, rows, whole);
    }

    /// Other columns: what `t.x` means is kept for the columns that are still there.
    State columns(Relation next, String place, boolean open, Set<String> unresolved) {
      var schema = new Schema(next.schema().columns(), open);
      var names = new HashSet<>(schema.names());
      var tables = new HashMap<String, Map<String, String>>();
      rows.tables()
          .forEach(
              (table, own) -> {
                var kept = new LinkedHashMap<>(own);
                kept.values().removeIf(c -> !names.contains(c));
                tables.put(table, kept);
              });
      return new State(
          next, new Scope.Rows(place, new ColumnIndex(schema), unresolved, tables, null), whole);
    }
  }

  /// The tables that are read, in the order in which they are named.
  List<String> names() {
    return sources.stream().map(CatalogEntry::name).distinct().toList();
  }

  /// @return null where the source is not known
  @Nullable State of(Pipeline pipeline) {
    var source = analysis.table(pipeline.source());
    State state = source.isEmpty() ? null : scan(source.get());
    for (Step step : pipeline.steps()) {
      state = state == null ? blind(step) : step(state, step);
    }
    return state;
  }

  State scan(CatalogEntry entry) {
    sources.add(entry);
    var scan = new Relation.Scan(entry.name(), entry.schema().columns(), null);
    return new State(scan, Scope.Rows.of(entry.name(), entry.schema()), !entry.schema().open());
  }

  /// A step of a table that is not known: only other tables that it names are looked up.
  private @Nullable State blind(Step step) {
    switch (step) {
      case Step.Join join -> analysis.table(join.table());
      case Step.Union union -> analysis.table(union.table());
      case Step.Where _,
          Step.Derive _,
          Step.Aggregate _,
          Step.Select _,
          Step.Distinct _,
          Step.OrderBy _,
          Step.Limit _ -> {}
    }
    return null;
  }

  private State step(State state, Step step) {
    return switch (step) {
      case Step.Join join -> new Joins(analysis, this).of(state, join);
      case Step.Where where -> where(state, where);
      case Step.Derive derive -> derive(state, derive);
      case Step.Aggregate aggregate -> new Groupings(analysis, this).of(state, aggregate);
      case Step.Select select -> new Selections(analysis).of(state, select);
      case Step.Distinct distinct -> distinct(state, distinct);
      case Step.Union union -> new Unions(analysis, this).of(state, union);
      case Step.OrderBy orderBy -> orderBy(state, orderBy);
      case Step.Limit limit -> limit(state, limit);
    };
  }

  private State where(State state, Step.Where where) {
    Expr condition = new Expressions(analysis, state.rows()).condition(where.condition());
    return condition == null
        ? state.broken()
        : state.step(new Relation.Filter(state.relation(), condition));
  }

  private State derive(State state, Step.Derive derive) {
    State now = state;
    var items = new ArrayList<Named>();
    for (Step.Derive.Item item : derive.items()) {
      now =
          switch (item) {
            case Step.Derive.One one -> one(state, now, one, items);
            case Step.Derive.Each each -> each(state, now, each, items);
          };
    }
    return now;
  }

  private State one(State before, State now, Step.Derive.One one, List<Named> items) {
    Expr value = new Expressions(analysis, now.rows()).value(one.value());
    String name = existing(now.rows(), one.name().text());
    if (value == null) {
      var unresolved = new LinkedHashSet<>(now.rows().unresolved());
      unresolved.add(name);
      return now.columns(now.relation(), now.rows().place(), now.rows().schema().open(), unresolved)
          .broken();
    }
    return derived(before, now, List.of(new Named(name, value)), items);
  }

  /// The name of the column that is replaced, or the name as written.
  private static String existing(Scope.Rows rows, String name) {
    var matching = rows.matching(name);
    return matching.size() == 1 ? matching.getFirst().name() : name;
  }

  private static State derived(State before, State now, List<Named> made, List<Named> items) {
    var unresolved = new LinkedHashSet<>(now.rows().unresolved());
    made.forEach(m -> unresolved.remove(m.name()));
    items.addAll(made);
    var relation = new Relation.Derive(before.relation(), items);
    return now.columns(relation, now.rows().place(), now.rows().schema().open(), unresolved);
  }

  private State each(State before, State now, Step.Derive.Each each, List<Named> items) {
    var columns = new Columns(problems, now.rows()).like(each.columns());
    if (columns == null) {
      return now.broken();
    }
    var made = new ArrayList<Named>();
    for (ColumnInfo column : columns) {
      var scope = now.rows().valued(new Expr.Column(column));
      Expr value = new Expressions(analysis, scope).value(each.value());
      if (value == null) {
        return now.broken();
      }
      made.add(new Named(column.name(), value));
    }
    return derived(before, now, made, items);
  }

  private State distinct(State state, Step.Distinct distinct) {
    var on = new Columns(problems, state.rows()).all(distinct.on());
    if (on.size() < distinct.on().size() && on.isEmpty()) {
      return state.broken();
    }
    return state.step(
        new Relation.Distinct(state.relation(), on.stream().map(ColumnInfo::name).toList()));
  }

  private State orderBy(State state, Step.OrderBy orderBy) {
    var keys = sortKeys(new Expressions(analysis, state.rows()), orderBy.keys());
    return keys == null ? state.broken() : state.step(new Relation.Sort(state.relation(), keys));
  }

  /// Null where one of them has no meaning.
  static @Nullable List<Relation.SortExpr> sortKeys(Expressions expressions, List<SortKey> keys) {
    var sorted = new ArrayList<Relation.SortExpr>();
    boolean whole = true;
    for (SortKey key : keys) {
      if (key.value() instanceof Expression.NumberLiteral) {
        expressions
            .problems()
            .error(
                Code.WRONG_ARGUMENT,
                key.value().span(),
                "ORDER BY takes columns by their names, not by their places.");
        whole = false;
        continue;
      }
      Expr value = expressions.value(key.value());
      whole &= value != null;
      if (value != null) {
        sorted.add(new Relation.SortExpr(value, key.descending()));
      }
    }
    return whole ? sorted : null;
  }

  private State limit(State state, Step.Limit limit) {
    Long count = analysis.whole(limit.count(), "LIMIT", 0);
    return count == null ? state.broken() : state.step(new Relation.Limit(state.relation(), count));
  }

  /// The name that an expression without one gets: a column's own, else its text.
  static String name(Analysis analysis, Expression e, Expr value) {
    return e.bare() instanceof Expression.Reference && value instanceof Expr.Column c
        ? c.name()
        : analysis.written(e.span());
  }
}
