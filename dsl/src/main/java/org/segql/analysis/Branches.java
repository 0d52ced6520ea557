package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.plan.Expr;

/// CASE: every result has the type of the others.
final class Branches {
  private final Expressions expressions;

  Branches(Expressions expressions) {
    this.expressions = expressions;
  }

  @Nullable Expr of(Expression.Case c) {
    var conditions = new ArrayList<Expr>();
    var results = new ArrayList<Expr>();
    boolean whole = true;
    for (var branch : c.branches()) {
      Expr condition = expressions.condition(branch.condition());
      Expr result = result(branch.result(), results);
      whole &= condition != null && result != null;
      if (condition != null && result != null) {
        conditions.add(condition);
        results.add(result);
      }
    }
    Expr otherwise = null;
    if (c.otherwise().isPresent()) {
      otherwise = result(c.otherwise().get(), results);
      whole &= otherwise != null;
    }
    if (!whole) {
      return null;
    }
    var all = new ArrayList<>(results);
    if (otherwise != null) {
      all.add(otherwise);
    }
    Type type = Typing.common(all);
    return type == null ? null : build(conditions, results, otherwise, type);
  }

  private static Expr build(
      List<Expr> conditions, List<Expr> results, @Nullable Expr otherwise, Type type) {
    var branches = new ArrayList<Expr.Case.Branch>();
    for (int i = 0; i < conditions.size(); i++) {
      branches.add(new Expr.Case.Branch(conditions.get(i), Typing.as(type, results.get(i))));
    }
    return new Expr.Case(branches, otherwise == null ? null : Typing.as(type, otherwise), type);
  }

  /// A result, checked against those before it.
  private @Nullable Expr result(Expression e, List<Expr> before) {
    Expr result = expressions.value(e);
    if (result == null || before.isEmpty()) {
      return result;
    }
    Type type = Typing.common(before);
    var both = new ArrayList<>(before);
    both.add(result);
    if (type != null && Typing.common(both) == null) {
      expressions
          .problems()
          .error(
              Code.WRONG_TYPE,
              e.span(),
              "The results of CASE are of one type: this is "
                  + Typing.text(result.type())
                  + ", those before it "
                  + Typing.text(type)
                  + ".");
      return null;
    }
    return result;
  }
}
