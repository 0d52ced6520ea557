package org.segql.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.algorithm.K;
import org.segql.ast.Expression;
import org.segql.catalog.Type;
import org.segql.definition.Definition;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;
import org.segql.function.Signature;
import org.segql.plan.Expr;

/// What an argument means as the value of a parameter, by the parameter's kind: number Double (or
/// the text `auto`), k {@link K}, choice a text in small letters, flag Boolean, text and level
/// String, date LocalDate, column and expression {@link Expr}, lists List of these, algorithms
/// their names. Null where it is wrong, which is said.
final class ArgumentValues {
  private final Analysis analysis;
  private final Problems problems;
  private final Scope scope;

  ArgumentValues(Analysis analysis, Scope scope) {
    this.analysis = analysis;
    this.problems = analysis.problems();
    this.scope = scope;
  }

  @Nullable Object of(Definition definition, Parameter parameter, Expression e) {
    return switch (parameter.kind()) {
      case Kind.Column kind -> typed(parameter, e, kind.types());
      case Kind.Columns kind -> columns(parameter, e, kind.types());
      case Kind.Expression kind -> typed(parameter, e, kind.types());
      case Kind.Condition _ -> new Expressions(analysis, scope).condition(e);
      case Kind.Number kind -> number(definition, parameter, kind, e);
      case Kind.Numbers kind -> numbers(definition, parameter, kind, e);
      case Kind.K kind -> k(definition, parameter, kind, e);
      case Kind.Choice kind -> choice(definition, parameter, kind, e);
      case Kind.Flag _ -> constant(definition, parameter, e, Boolean.class);
      case Kind.Text _ -> constant(definition, parameter, e, String.class);
      case Kind.Level _ -> constant(definition, parameter, e, Object.class);
      case Kind.Date _ -> constant(definition, parameter, e, LocalDate.class);
      case Kind.Duration _ -> duration(definition, parameter, e);
      case Kind.Algorithm _ -> algorithm(definition, parameter, e);
      case Kind.Algorithms _ -> algorithms(definition, parameter, e);
    };
  }

  private @Nullable Expr typed(Parameter parameter, Expression e, Set<Type> types) {
    Expr value = new Expressions(analysis, scope).value(e);
    if (value == null || types.isEmpty() || types.contains(value.type())) {
      return value;
    }
    problems.error(
        Code.WRONG_TYPE,
        e.span(),
        "`"
            + parameter.name()
            + "` needs "
            + Typing.text(new Signature.OneOf(types))
            + ", and this is "
            + Typing.text(value.type())
            + ".");
    return null;
  }

  private @Nullable List<Expr> columns(Parameter parameter, Expression e, Set<Type> types) {
    if (e instanceof Expression.ColumnsLike like && scope instanceof Scope.Rows rows) {
      var found = new Columns(problems, rows).like(like);
      return found == null
          ? null
          : found.stream()
              .filter(c -> types.isEmpty() || types.contains(c.type()))
              .<Expr>map(Expr.Column::new)
              .toList();
    }
    var all = new ArrayList<Expr>();
    boolean whole = true;
    for (Expression item : ArgumentList.items(e)) {
      Expr value = typed(parameter, item, types);
      whole &= value != null;
      if (value != null) {
        all.add(value);
      }
    }
    return whole ? all : null;
  }

  private @Nullable Object wrong(
      Definition definition, Parameter parameter, Expression e, String... hints) {
    problems.error(
        Code.WRONG_ARGUMENT,
        e.span(),
        "`"
            + parameter.name()
            + "` of "
            + definition.text()
            + " is "
            + parameter.kind().text()
            + ".",
        hints);
    return null;
  }

  private static boolean isWord(Expression e, String word) {
    return e instanceof Expression.Reference r
        && r.qualifier().isEmpty()
        && r.name().text().equalsIgnoreCase(word);
  }

  private @Nullable Object number(
      Definition definition, Parameter parameter, Kind.Number kind, Expression e) {
    if (kind.auto() && isWord(e, "auto")) {
      return "auto";
    }
    return inside(definition, parameter, e, kind.min(), kind.max(), kind.whole());
  }

  private @Nullable Object inside(
      Definition definition,
      Parameter parameter,
      Expression e,
      double min,
      double max,
      boolean whole) {
    if (!literal(e)) {
      return wrong(definition, parameter, e);
    }
    Expr.Constant constant = analysis.constant(e);
    if (constant == null) {
      return null;
    }
    boolean fits =
        constant.value() instanceof Double x
            && x >= min
            && x <= max
            && (!whole || x == Math.rint(x));
    return fits ? constant.value() : wrong(definition, parameter, e);
  }

  /// Whether something is a literal or a parameter, and no name or computation.
  private static boolean literal(Expression e) {
    return switch (e.bare()) {
      case Expression.NumberLiteral _,
          Expression.TextLiteral _,
          Expression.BooleanLiteral _,
          Expression.DateLiteral _,
          Expression.DateTimeLiteral _,
          Expression.ParameterReference _,
          Expression.Negation _ ->
          true;
      default -> false;
    };
  }

  private @Nullable Object numbers(
      Definition definition, Parameter parameter, Kind.Numbers kind, Expression e) {
    var all = new ArrayList<Double>();
    for (Expression item : ArgumentList.items(e)) {
      Object x = inside(definition, parameter, item, kind.min(), kind.max(), kind.whole());
      if (!(x instanceof Double d)) {
        return null;
      }
      all.add(d);
    }
    return all;
  }

  private @Nullable Object k(
      Definition definition, Parameter parameter, Kind.K kind, Expression e) {
    if (kind.range() && isWord(e, "auto")) {
      return K.AUTO;
    }
    if (kind.range() && e instanceof Expression.Range range) {
      return range(definition, parameter, kind, range);
    }
    if (!literal(e)) {
      return wrong(definition, parameter, e, rangeHint(definition, e));
    }
    Expr.Constant constant = analysis.constant(e);
    if (constant == null) {
      return null;
    }
    boolean fits =
        constant.value() instanceof Double x
            && x == Math.rint(x)
            && x >= kind.min()
            && x <= kind.max();
    return fits && constant.value() instanceof Double x
        ? K.of(x.intValue())
        : wrong(definition, parameter, e, rangeHint(definition, e));
  }

  /// What `2-8` and `2.8` were meant to be.
  private String[] rangeHint(Definition definition, Expression e) {
    String text = analysis.written(e.span()).strip();
    var match = Pattern.compile("(\\d+)\\s*(?:-|\\.|\\bto\\b)\\s*(\\d+)").matcher(text);
    return match.matches()
        ? new String[] {
          "A range has two points: `"
              + definition.text()
              + "("
              + match.group(1)
              + ".."
              + match.group(2)
              + ")`."
        }
        : new String[0];
  }

  private @Nullable Object range(
      Definition definition, Parameter parameter, Kind.K kind, Expression.Range range) {
    Object low = inside(definition, parameter, range.low(), kind.min(), kind.max(), true);
    Object high = inside(definition, parameter, range.high(), kind.min(), kind.max(), true);
    if (!(low instanceof Double l) || !(high instanceof Double h)) {
      return null;
    }
    if (l > h) {
      problems.error(
          Code.WRONG_ARGUMENT,
          range.span(),
          "A range rises: the first number is the smaller one.",
          "Write `" + h.intValue() + ".." + l.intValue() + "`.");
      return null;
    }
    return new K(l.intValue(), h.intValue());
  }

  private @Nullable Object choice(
      Definition definition, Parameter parameter, Kind.Choice kind, Expression e) {
    String word = word(e);
    for (String value : kind.values()) {
      if (value.equalsIgnoreCase(word)) {
        return value.toLowerCase(Locale.ROOT);
      }
    }
    var hint = Suggestions.hint(word, kind.values());
    return wrong(definition, parameter, e, hint.map(h -> new String[] {h}).orElse(new String[0]));
  }

  /// A bare word, or a text in quotes in its place.
  private String word(Expression e) {
    return switch (e) {
      case Expression.Reference r when r.qualifier().isEmpty() -> r.name().text();
      case Expression.TextLiteral t -> t.value();
      case Expression.ParameterReference p ->
          analysis
              .context()
              .catalog()
              .parameter(p.name())
              .map(v -> v.value().toString())
              .orElse("");
      default -> "";
    };
  }

  private @Nullable Object constant(
      Definition definition, Parameter parameter, Expression e, Class<?> type) {
    if (!literal(e)) {
      return wrong(definition, parameter, e);
    }
    Expr.Constant constant = analysis.constant(e);
    if (constant == null) {
      return null;
    }
    return type.isInstance(constant.value()) ? constant.value() : wrong(definition, parameter, e);
  }

  private @Nullable Object duration(Definition definition, Parameter parameter, Expression e) {
    if (!(e instanceof Expression.Duration d)) {
      return wrong(definition, parameter, e);
    }
    Long amount = analysis.whole(d.amount(), "A duration", 0);
    return amount == null ? null : Map.of("amount", (double) amount, "unit", d.unit());
  }

  private @Nullable Object algorithm(Definition definition, Parameter parameter, Expression e) {
    String word = e instanceof Expression.Call call ? call.function().text() : word(e);
    var found = AlgorithmDefinition.find(word);
    if (found.isEmpty()) {
      var names = Algorithms.names();
      var hint = Suggestions.hint(word, names);
      return wrong(definition, parameter, e, hint.map(h -> new String[] {h}).orElse(new String[0]));
    }
    return found.get().text();
  }

  private @Nullable Object algorithms(Definition definition, Parameter parameter, Expression e) {
    var all = new ArrayList<Object>();
    for (Expression item : ArgumentList.items(e)) {
      Object one = algorithm(definition, parameter, item);
      if (one == null) {
        return null;
      }
      all.add(one);
    }
    return all;
  }
}
