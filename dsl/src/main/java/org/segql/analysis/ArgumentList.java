package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Argument;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;

/// Checks the arguments of a call against the parameters of a definition: which argument is which
/// parameter, none twice, none missing. {@link ArgumentValues} says what the values are.
final class ArgumentList {
  private final Problems problems;
  private final ArgumentValues meanings;

  ArgumentList(Analysis analysis, Scope scope) {
    this.problems = analysis.problems();
    this.meanings = new ArgumentValues(analysis, scope);
  }

  /// The values by parameter name, without those that were not given; null where one is wrong.
  @Nullable Map<String, Object> check(Definition definition, List<Argument> written, Span call) {
    var values = new LinkedHashMap<String, Object>();
    Set<String> seen = new HashSet<>();
    boolean whole = true;
    boolean misnamed = false;
    int place = 0;
    for (Argument argument : written) {
      Parameter parameter;
      switch (argument) {
        case Argument.Named named -> {
          parameter = named(definition, named);
          misnamed |= parameter == null;
        }
        case Argument.Positional positional ->
            parameter = positional(definition, place++, positional);
        case Argument.Rule rule -> {
          problems.error(
              Code.WRONG_ARGUMENT, rule.span(), definition.text() + " takes no rules with WHEN.");
          parameter = null;
        }
      }
      if (parameter == null) {
        whole = false;
        continue;
      }
      if (!seen.add(parameter.name())) {
        duplicate(definition, parameter, argument.span());
        whole = false;
        continue;
      }
      Object value = meanings.of(definition, parameter, expression(argument));
      whole &= value != null;
      if (value != null) {
        values.put(parameter.name(), value);
      }
    }
    // What is missing may be what is misnamed: one mistake, one error.
    return (misnamed || complete(definition, seen, call)) && whole ? values : null;
  }

  private static Expression expression(Argument argument) {
    return switch (argument) {
      case Argument.Named n -> n.value();
      case Argument.Positional p -> p.value();
      case Argument.Rule r -> r.label();
    };
  }

  private void duplicate(Definition definition, Parameter parameter, Span span) {
    problems.error(
        Code.DUPLICATE_ARGUMENT,
        span,
        "`" + parameter.name() + "` of " + definition.text() + " is given twice.");
  }

  private boolean complete(Definition definition, Set<String> seen, Span call) {
    for (Parameter p : definition.parameters()) {
      if (p.required() && !seen.contains(p.name())) {
        problems.error(
            Code.MISSING_ARGUMENT,
            call,
            definition.text() + " needs `" + p.name() + "`: " + p.kind().text() + ".",
            "For example: `" + example(definition) + "`.");
        return false;
      }
    }
    return true;
  }

  /// The call out of the example of a definition.
  private static String example(Definition definition) {
    String text = definition.example();
    int start = text.indexOf(definition.text() + "(");
    int end = start < 0 ? -1 : text.indexOf(')', start);
    return end < 0 ? definition.signature() : text.substring(start, end + 1);
  }

  private @Nullable Parameter named(Definition definition, Argument.Named named) {
    var parameter = definition.parameter(named.name().text());
    if (parameter.isEmpty()) {
      unknown(definition, named.name());
    }
    return parameter.orElse(null);
  }

  private void unknown(Definition definition, Name name) {
    var names = definition.parameters().stream().map(Parameter::name).toList();
    var hints = new ArrayList<String>();
    Suggestions.hint(name.text(), names).ifPresent(hints::add);
    if (hints.isEmpty()) {
      hints.add(
          names.isEmpty() ? "It takes no arguments." : "It takes " + Suggestions.and(names) + ".");
    }
    problems.error(
        Code.UNKNOWN_ARGUMENT,
        name.span(),
        "`" + name.text() + "` is no parameter of " + definition.text() + ".",
        hints);
  }

  private @Nullable Parameter positional(
      Definition definition, int place, Argument.Positional argument) {
    var parameters = definition.positional();
    if (place < parameters.size()) {
      return parameters.get(place);
    }
    var named =
        definition.parameters().stream().filter(Parameter::named).map(Parameter::name).toList();
    String hint =
        named.isEmpty()
            ? "It is called like this: `" + definition.signature() + "`."
            : "Further ones are given by name: " + Suggestions.and(named) + ".";
    if (place == parameters.size()) {
      problems.error(
          Code.TOO_MANY_ARGUMENTS,
          argument.span(),
          definition.text()
              + (parameters.isEmpty()
                  ? " takes no arguments without a name."
                  : " takes no more than "
                      + (parameters.size() == 1 ? "one argument" : parameters.size() + " arguments")
                      + " without a name."),
          hint);
    }
    return null;
  }

  /// The items of a list in brackets; one thing is a list of itself.
  static List<Expression> items(Expression e) {
    return switch (e) {
      case Expression.ListOf list -> list.items();
      case Expression.Parenthesized p -> List.of(p.inner());
      default -> List.of(e);
    };
  }

  /// Arguments as an expression's call has them: `z = 4` is a comparison there.
  static List<Argument> ofCall(Expression.Call call) {
    var all = new ArrayList<Argument>();
    for (Expression e : call.arguments()) {
      all.add(
          e instanceof Expression.Comparison c
                  && c.operator() == Expression.Comparison.Operator.EQUAL
                  && c.left() instanceof Expression.Reference r
              ? new Argument.Named(r.name(), c.right(), e.span())
              : new Argument.Positional(e, e.span()));
    }
    return all;
  }
}
