package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.segql.ast.Expression;
import org.segql.ast.Step;
import org.segql.ast.VariableItem;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.function.Literals;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// GROUP BY and AGGREGATE, with PER spread to columns.
final class Groupings {
  private final Analysis analysis;
  private final Pipelines pipelines;
  private final Problems problems;

  Groupings(Analysis analysis, Pipelines pipelines) {
    this.analysis = analysis;
    this.pipelines = pipelines;
    this.problems = analysis.problems();
  }

  Pipelines.State of(Pipelines.State state, Step.Aggregate step) {
    var work = new Work(state);
    for (VariableItem key : step.keys()) {
      keys(work, key);
    }
    var groups = new Expressions(analysis, new Scope.Groups(state.rows(), work.keys));
    for (Step.Aggregate.Item item : step.items()) {
      item(work, groups, item);
    }
    var relation = new Relation.Aggregate(state.relation(), work.keys, work.items, work.open);
    var next = state.columns(relation, "the table after GROUP BY", work.open, work.unresolved);
    return work.whole ? next : next.broken();
  }

  /// What has been gathered of one GROUP BY.
  private static final class Work {
    final Pipelines.State state;
    final List<Named> keys = new ArrayList<>();
    final List<Named> items = new ArrayList<>();
    final Set<String> taken = new HashSet<>();
    final Set<String> unresolved = new LinkedHashSet<>();
    boolean whole;
    boolean open;

    Work(Pipelines.State state) {
      this.state = state;
      this.whole = state.whole();
    }

    boolean add(List<Named> to, Named named) {
      if (!taken.add(named.name().toLowerCase(Locale.ROOT))) {
        whole = false;
        return false;
      }
      to.add(named);
      return true;
    }
  }

  private void keys(Work work, VariableItem key) {
    Scope.Rows rows = work.state.rows();
    switch (key) {
      case Expression.ColumnsLike like -> {
        List<ColumnInfo> columns = new Columns(problems, rows).like(like);
        work.whole &= columns != null;
        work.open |= columns == null && rows.schema().open();
        if (columns != null) {
          columns.forEach(c -> work.add(work.keys, new Named(c.name(), new Expr.Column(c))));
        }
      }
      case VariableItem.Variable variable -> {
        Expr value = new Expressions(analysis, rows).value(variable.value());
        Optional<String> given = variable.name().map(n -> n.text());
        if (value == null) {
          work.whole = false;
          work.unresolved.add(given.orElseGet(() -> bareName(variable.value())));
          return;
        }
        String name = given.orElseGet(() -> Pipelines.name(analysis, variable.value(), value));
        if (!work.add(work.keys, new Named(name, value))) {
          duplicate(variable.span(), name);
        }
      }
    }
  }

  private String bareName(Expression e) {
    return e.bare() instanceof Expression.Reference r
        ? r.name().text()
        : analysis.written(e.span());
  }

  private void duplicate(Span span, String name) {
    problems.error(
        Code.DUPLICATE_NAME,
        span,
        "Two columns of this GROUP BY would be called `" + name + "`.",
        "Give one of them another name.");
  }

  private void item(Work work, Expressions groups, Step.Aggregate.Item item) {
    String name = item.name().text();
    Expr value = groups.value(item.value());
    Expr per =
        item.per().isEmpty()
            ? null
            : new Expressions(analysis, work.state.rows()).value(item.per().get());
    if (value == null || item.per().isPresent() && per == null) {
      work.whole = false;
      work.unresolved.add(name);
      work.open |= item.per().isPresent();
      return;
    }
    if (per == null) {
      if (!work.add(work.items, new Named(name, value))) {
        duplicate(item.span(), name);
      }
      return;
    }
    spread(work, item, value, per);
  }

  private void spread(Work work, Step.Aggregate.Item item, Expr value, Expr per) {
    PerValues values = analysis.context().values();
    if (values == null || !work.state.whole()) {
      work.open = true;
      return;
    }
    Relation input = work.state.relation();
    var asked = new Relation.Project(input, List.of(new Named(item.name().text(), per)));
    List<Object> distinct = values.distinct(per, input, pipelines.asOf(asked));
    if (distinct.size() > PerValues.LIMIT) {
      problems.error(
          Code.TOO_MANY_VALUES,
          item.per().orElseThrow().span(),
          "PER would make a column of each of more than " + PerValues.LIMIT + " values.",
          "Group them first: BIN for numbers, CASE for texts, MONTH or YEAR for dates.");
      work.whole = false;
      return;
    }
    for (Object one : distinct) {
      Expr filter = filter(per, one);
      String name = free(work, item.name().text() + "_" + cleaned(one));
      work.add(work.items, new Named(name, filtered(value, filter)));
    }
  }

  private static Expr filter(Expr per, Object value) {
    return new Expr.Call(
        ScalarFunction.EQUAL, Type.BOOLEAN, per, new Expr.Constant(per.type(), value));
  }

  private static String free(Work work, String name) {
    String free = name;
    for (int i = 2; work.taken.contains(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  /// A value as the part of a name: small letters and digits, `_` for all else.
  static String cleaned(Object value) {
    String text = value instanceof Double x ? Literals.text(x) : value.toString();
    String clean =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
            .replaceAll("^_+|_+$", "");
    return clean.isEmpty() ? "other" : clean;
  }

  /// The expression with every aggregate counting only rows for which the filter is TRUE.
  private static Expr filtered(Expr e, Expr filter) {
    return e instanceof Expr.Aggregate a
        ? new Expr.Aggregate(a.function(), a.arguments(), a.distinct(), filter, a.type())
        : ExprTree.map(e, child -> filtered(child, filter));
  }
}
