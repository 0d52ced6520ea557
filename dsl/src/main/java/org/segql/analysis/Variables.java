package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.VariableItem;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.plan.Expr;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;
import org.segql.plan.Preparation;
import org.segql.plan.SegmentPlan;

/// Lists of variables: BY, DESCRIBED BY, ON.
final class Variables {
  private final Analysis analysis;
  private final Problems problems;
  private final Scope.Rows rows;

  Variables(Analysis analysis, Scope.Rows rows) {
    this.analysis = analysis;
    this.problems = analysis.problems();
    this.rows = rows;
  }

  /// The variables that form segments; null where one of them has no meaning.
  @Nullable List<SegmentPlan.Variable> forming(
      List<VariableItem> items, Preparation all, Preparations preparations) {
    var variables = new LinkedHashMap<String, SegmentPlan.Variable>();
    boolean whole = true;
    for (VariableItem item : items) {
      List<SegmentPlan.Variable> more =
          switch (item) {
            case Expression.ColumnsLike like -> forming(like, all, preparations);
            case VariableItem.Variable v -> forming(v, all, preparations);
          };
      whole &= more != null;
      if (more != null) {
        more.forEach(v -> add(variables, v));
      }
    }
    return whole ? List.copyOf(variables.values()) : null;
  }

  private @Nullable List<SegmentPlan.Variable> forming(
      Expression.ColumnsLike like, Preparation all, Preparations preparations) {
    List<ColumnInfo> columns = new Columns(problems, rows).like(like);
    if (columns == null) {
      return null;
    }
    var variables = new ArrayList<SegmentPlan.Variable>();
    for (ColumnInfo column : columns) {
      Expr value = new Expr.Column(column);
      var plain = new VariableItem.Variable(Optional.empty(), like, false, List.of(), like.span());
      variables.add(
          new SegmentPlan.Variable(
              column.name(),
              value,
              preparations.of(plain, all, value),
              problems.shown(like.span())));
    }
    return variables;
  }

  private @Nullable List<SegmentPlan.Variable> forming(
      VariableItem.Variable v, Preparation all, Preparations preparations) {
    Named named = named(v);
    if (named == null || isConstant(v, named)) {
      return null;
    }
    return List.of(
        new SegmentPlan.Variable(
            named.name(),
            named.value(),
            preparations.of(v, all, named.value()),
            problems.shown(v.span())));
  }

  /// `BY gender = 'f'` names a variable `gender` that is 'f' everywhere.
  private boolean isConstant(VariableItem.Variable v, Named named) {
    if (!ExprTree.columns(named.value()).isEmpty()) {
      return false;
    }
    String value = analysis.written(v.value().span());
    boolean compared = v.name().isPresent() && !rows.matching(named.name()).isEmpty();
    problems.error(
        Code.CONSTANT_VARIABLE,
        v.span(),
        compared
            ? "This names a variable `" + named.name() + "` that is " + value + " in every row."
            : "`" + value + "` is the same in every row and cannot form segments.",
        compared
            ? "A comparison stands in brackets: `flag = (" + analysis.written(v.span()) + ")`."
            : "BY takes columns and what is computed from them.");
    return true;
  }

  private void add(Map<String, SegmentPlan.Variable> variables, SegmentPlan.Variable v) {
    SegmentPlan.Variable before = variables.putIfAbsent(lower(v.name()), v);
    if (before == null) {
      return;
    }
    if (before.value().equals(v.value())) {
      problems.note(
          Code.DUPLICATE_VARIABLE,
          v.span(),
          "`" + v.name() + "` forms the segments already; once is enough.",
          "`" + v.name() + " WITH (weight = 2)` makes it count twice.");
    } else {
      problems.error(
          Code.DUPLICATE_NAME,
          v.span(),
          "Two variables are called `" + v.name() + "`.",
          "Give one of them another name: `name = expression`.");
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private @Nullable Named named(VariableItem.Variable v) {
    Expr value = new Expressions(analysis, rows).value(v.value());
    if (value == null) {
      return null;
    }
    String name =
        v.name().map(n -> n.text()).orElseGet(() -> Pipelines.name(analysis, v.value(), value));
    return new Named(name, value);
  }

  /// Variables that are looked at only: DESCRIBED BY, ON.
  List<Named> plain(List<VariableItem> items) {
    var all = new LinkedHashMap<String, Named>();
    for (VariableItem item : items) {
      switch (item) {
        case Expression.ColumnsLike like -> {
          var columns = new Columns(problems, rows).like(like);
          if (columns != null) {
            columns.forEach(c -> plain(all, new Named(c.name(), new Expr.Column(c)), like.span()));
          }
        }
        case VariableItem.Variable v -> {
          if (v.log() || !v.with().isEmpty()) {
            problems.error(
                Code.MISPLACED_CLAUSE,
                v.span(),
                "Only variables of BY are prepared; these are shown as they are.",
                "Leave LOG and WITH out.");
          }
          Named named = named(v);
          if (named != null) {
            plain(all, named, v.span());
          }
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  private void plain(Map<String, Named> all, Named named, Span span) {
    if (all.putIfAbsent(lower(named.name()), named) != null) {
      problems.note(
          Code.DUPLICATE_VARIABLE, span, "`" + named.name() + "` is listed twice; once is enough.");
    }
  }

  /// DESCRIBED BY without what forms the segments already.
  List<Named> describing(
      List<VariableItem> items, List<SegmentPlan.Variable> forming, @Nullable String id) {
    Set<String> names = new HashSet<>();
    forming.forEach(v -> names.add(lower(v.name())));
    if (items.isEmpty()) {
      return rows.schema().columns().stream()
          .filter(c -> !c.name().equals(id) && !names.contains(lower(c.name())))
          .map(c -> new Named(c.name(), new Expr.Column(c)))
          .toList();
    }
    var listed = new ArrayList<>(plain(items));
    for (Named named : List.copyOf(listed)) {
      if (names.contains(lower(named.name()))) {
        listed.remove(named);
        problems.note(
            Code.DUPLICATE_VARIABLE,
            place(items, named.name()),
            "`" + named.name() + "` forms the segments, so it is profiled anyway.",
            "Leave it out of DESCRIBED BY, or out of BY where it should only describe.");
      }
    }
    return listed;
  }

  private static Span place(List<VariableItem> items, String name) {
    return items.stream()
        .filter(
            i ->
                i instanceof VariableItem.Variable v
                    && v.value() instanceof Expression.Reference r
                    && r.name().text().equalsIgnoreCase(name))
        .findFirst()
        .orElse(items.getFirst())
        .span();
  }
}
