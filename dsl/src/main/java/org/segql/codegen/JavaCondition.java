package org.segql.codegen;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// Conditions as Java's two truth values. SQL has a third, UNKNOWN: a condition is therefore
/// written either as "is TRUE" or as "is FALSE", and NOT turns one into the other. Comparisons with
/// NaN hold in neither form, as it should be.
final class JavaCondition {
  private static final Set<ScalarFunction> EQUALITIES =
      Set.of(ScalarFunction.EQUAL, ScalarFunction.NOT_EQUAL);

  private static final Set<ScalarFunction> CHOICES =
      Set.of(
          ScalarFunction.IF,
          ScalarFunction.COALESCE,
          ScalarFunction.NULLIF,
          ScalarFunction.LEAST,
          ScalarFunction.GREATEST,
          ScalarFunction.TO_BOOLEAN);

  private static final String CAST = "(double) ";

  private final JavaExpr expressions;
  private final Scope scope;

  JavaCondition(JavaExpr expressions, Scope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  /// A Boolean; null for UNKNOWN.
  Piece value(Expr e) {
    Piece yes = truth(e);
    if (e instanceof Expr.Call c && c.function() == ScalarFunction.IS_NULL) {
      return yes;
    }
    return Piece.atom("either(" + yes + ", " + falsity(e) + ")");
  }

  Piece truth(Expr expr) {
    return switch (expr) {
      case Expr.Call e when isCondition(e) -> call(e, true);
      case Expr.InTable e -> among(e, true);
      case Expr.Constant e -> Piece.atom(Boolean.TRUE.equals(e.value()) ? "true" : "false");
      default -> Piece.atom("Boolean.TRUE.equals(" + expressions.of(expr) + ")");
    };
  }

  Piece falsity(Expr expr) {
    return switch (expr) {
      case Expr.Call e when isCondition(e) -> call(e, false);
      case Expr.InTable e -> among(e, false);
      case Expr.Constant e -> Piece.atom(Boolean.FALSE.equals(e.value()) ? "true" : "false");
      default -> Piece.atom("Boolean.FALSE.equals(" + expressions.of(expr) + ")");
    };
  }

  /// Whether a call compares or joins conditions; what only chooses among values is none.
  private static boolean isCondition(Expr.Call e) {
    return e.type() == Type.BOOLEAN && !CHOICES.contains(e.function());
  }

  private Piece call(Expr.Call e, boolean wanted) {
    List<Expr> a = e.arguments();
    return switch (e.function()) {
      case AND -> joined(a, wanted, wanted);
      case OR -> joined(a, !wanted, wanted);
      case NOT -> wanted ? falsity(a.getFirst()) : truth(a.getFirst());
      case IS_NULL -> missing(a.getFirst(), wanted);
      case IN -> in(a, wanted);
      case LIKE ->
          text(
              a,
              wanted,
              "like(" + expressions.of(a.get(0)) + ", " + expressions.of(a.get(1)) + ")");
      case CONTAINS -> text(a, wanted, method(a, "contains"));
      case STARTS_WITH -> text(a, wanted, method(a, "startsWith"));
      case ENDS_WITH -> text(a, wanted, method(a, "endsWith"));
      default -> comparison(wanted ? e.function() : opposite(e.function()), a.get(0), a.get(1));
    };
  }

  /// @param all whether all must hold
  private Piece joined(List<Expr> conditions, boolean all, boolean wanted) {
    Piece result = null;
    int level = all ? Piece.AND : Piece.OR;
    for (Expr condition : conditions) {
      Piece next = wanted ? truth(condition) : falsity(condition);
      result =
          result == null
              ? next
              : new Piece(result.in(level) + (all ? " && " : " || ") + next.in(level), level);
    }
    return java.util.Objects.requireNonNull(result);
  }

  private Piece missing(Expr e, boolean wanted) {
    Piece value = expressions.of(e);
    return switch (e.type()) {
      case NUMBER -> {
        Piece nan = Piece.atom("Double.isNaN(" + value + ")");
        yield wanted ? nan : nan.not();
      }
      case TEXT -> {
        Piece empty = Piece.atom(value.in(Piece.ATOM) + ".isEmpty()");
        yield wanted ? empty : empty.not();
      }
      case BOOLEAN, DATE, DATETIME ->
          Piece.of(value, wanted ? "==" : "!=", Piece.atom("null"), Piece.EQUALITY);
    };
  }

  private String method(List<Expr> a, String name) {
    return expressions.of(a.get(0)).in(Piece.ATOM)
        + "."
        + name
        + "("
        + expressions.of(a.get(1))
        + ")";
  }

  /// A test of two texts, which is UNKNOWN where one is missing.
  private Piece text(List<Expr> a, boolean wanted, String test) {
    Piece held = Piece.atom(test);
    var parts =
        a.stream()
            .filter(x -> !(x instanceof Expr.Constant) || !wanted && isNone(x))
            .map(x -> missing(x, false).in(Piece.AND))
            .collect(Collectors.toList());
    boolean sure = wanted && a.get(1) instanceof Expr.Constant c && c.value() != null;
    if (sure || wanted && test.startsWith("like(")) {
      return held;
    }
    parts.add((wanted ? held : held.not()).in(Piece.AND));
    return new Piece(String.join(" && ", parts), parts.size() == 1 ? Piece.UNARY : Piece.AND);
  }

  private static boolean isNone(Expr e) {
    return e instanceof Expr.Constant c && (c.value() == null || c.value().equals(""));
  }

  private Piece in(List<Expr> a, boolean wanted) {
    List<Expr> items = a.subList(1, a.size());
    boolean plain =
        a.getFirst().type() != Type.DATETIME
            && items.stream().allMatch(i -> i instanceof Expr.Constant && !isNone(i))
            && items.stream().allMatch(i -> i.type() == a.getFirst().type());
    if (!plain) {
      Expr[] tests =
          items.stream()
              .map(i -> new Expr.Call(ScalarFunction.EQUAL, Type.BOOLEAN, a.getFirst(), i))
              .toArray(Expr[]::new);
      return joined(List.of(tests), !wanted, wanted);
    }
    String list = "List.of(" + expressions.list(items) + ")";
    if (!wanted) {
      Piece there = missing(a.getFirst(), false);
      return new Piece(
          there.in(Piece.AND) + " && !" + list + ".contains(" + expressions.of(a.getFirst()) + ")",
          Piece.AND);
    }
    // List.of refuses null.
    String value = expressions.of(a.getFirst()).text();
    boolean nullable = a.getFirst().type() == Type.BOOLEAN || a.getFirst().type() == Type.DATE;
    return nullable
        ? new Piece(
            missing(a.getFirst(), false).in(Piece.AND) + " && " + list + ".contains(" + value + ")",
            Piece.AND)
        : Piece.atom(list + ".contains(" + value + ")");
  }

  private Piece among(Expr.InTable e, boolean wanted) {
    String set =
        scope
            .lines()
            .variable(
                "Set<Object>",
                e.column() + " values",
                "distinct("
                    + scope.tables().variable(e.table())
                    + ".column("
                    + JavaText.quoted(e.column())
                    + "))");
    return Piece.atom(
        (wanted ? "among(" : "notAmong(") + expressions.of(e.value()) + ", " + set + ")");
  }

  private static ScalarFunction opposite(ScalarFunction operator) {
    return switch (operator) {
      case EQUAL -> ScalarFunction.NOT_EQUAL;
      case NOT_EQUAL -> ScalarFunction.EQUAL;
      case LESS -> ScalarFunction.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> ScalarFunction.GREATER;
      case GREATER -> ScalarFunction.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> ScalarFunction.LESS;
      default -> throw new IllegalArgumentException(operator + " is no comparison");
    };
  }

  private Piece comparison(ScalarFunction operator, Expr left, Expr right) {
    List<String> levels = JavaExpr.levels(List.of(left, right));
    boolean ranked = !levels.isEmpty() && !EQUALITIES.contains(operator);
    if (ranked) {
      return numbers(
          operator, expressions.ordered(left, levels), expressions.ordered(right, levels));
    }
    if (left.type() == Type.NUMBER) {
      return numbers(operator, number(left, right), number(right, left));
    }
    return objects(operator, left, right);
  }

  /// A constant beside something that is none may be written as a whole number.
  private Piece number(Expr e, Expr other) {
    return e instanceof Expr.Constant c
            && c.value() instanceof Double d
            && !(other instanceof Expr.Constant)
        ? new Piece(JavaText.plain(d), d < 0 ? Piece.UNARY : Piece.ATOM)
        : counted(expressions.of(e));
  }

  /// A count beside a number needs no cast.
  private static Piece counted(Piece piece) {
    return piece.text().startsWith(CAST) && piece.level() == Piece.UNARY
        ? Piece.atom(piece.text().substring(CAST.length()))
        : piece;
  }

  private static Piece numbers(ScalarFunction operator, Piece a, Piece b) {
    return switch (operator) {
      case EQUAL -> Piece.of(a, "==", b, Piece.EQUALITY);
      case NOT_EQUAL -> Piece.atom("differ(" + a + ", " + b + ")");
      case LESS -> Piece.of(a, "<", b, Piece.COMPARE);
      case LESS_OR_EQUAL -> Piece.of(a, "<=", b, Piece.COMPARE);
      case GREATER -> Piece.of(a, ">", b, Piece.COMPARE);
      case GREATER_OR_EQUAL -> Piece.of(a, ">=", b, Piece.COMPARE);
      default -> throw new IllegalArgumentException(operator + " is no comparison");
    };
  }

  private Piece objects(ScalarFunction operator, Expr left, Expr right) {
    Type type = left.type() == Type.DATE ? right.type() : left.type();
    Piece a = expressions.as(type, left);
    Piece b = expressions.as(type, right);
    return switch (operator) {
      case EQUAL ->
          right instanceof Expr.Constant && !isNone(right)
              ? Piece.atom(b.in(Piece.ATOM) + ".equals(" + a + ")")
              : Piece.atom("same(" + a + ", " + b + ")");
      case NOT_EQUAL -> Piece.atom("other(" + a + ", " + b + ")");
      default -> numbers(operator, Piece.atom("compare(" + a + ", " + b + ")"), Piece.atom("0"));
    };
  }

  /// Over rows: what a truth value is where it counts, 1, 0 or NaN.
  Piece flag(Expr e) {
    return Piece.atom("flag(" + expressions.of(e) + ")");
  }
}
