package org.segql.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Argument;
import org.segql.ast.Expression;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Expr;
import org.segql.plan.Location;
import org.segql.plan.OptionValue;

/// The options of LOAD and EXPORT.
final class SourceOptions {
  private final Analysis analysis;
  private final Problems problems;

  SourceOptions(Analysis analysis) {
    this.analysis = analysis;
    this.problems = analysis.problems();
  }

  /// The options by name in small letters. Of a JDBC URL those that are not known are properties of
  /// the connection.
  Map<String, OptionValue> of(List<Argument> written, Location location, boolean export) {
    var options = new LinkedHashMap<String, OptionValue>();
    boolean jdbc = location.jdbc() || location.secret() != null;
    for (Argument argument : written) {
      if (!(argument instanceof Argument.Named named)) {
        problems.error(
            Code.WRONG_ARGUMENT,
            argument.span(),
            "Options have names.",
            "For example: `WITH (delimiter = ';')`.");
        continue;
      }
      String name = named.name().text().toLowerCase(Locale.ROOT);
      Optional<SourceOption> option = SourceOption.find(name, export);
      if (option.isEmpty() && !jdbc) {
        unknown(named, export);
        continue;
      }
      OptionValue value =
          option.isEmpty() ? scalar(named.value()) : value(option.get(), named.value());
      if (value != null && options.put(name, value) != null) {
        problems.error(
            Code.DUPLICATE_ARGUMENT, named.span(), "The option `" + name + "` is given twice.");
      }
    }
    return options;
  }

  private void unknown(Argument.Named named, boolean export) {
    var names = SourceOption.names(export);
    var hints = new ArrayList<String>();
    Suggestions.hint(named.name().text(), names).ifPresent(hints::add);
    if (hints.isEmpty()) {
      hints.add("Its options are " + Suggestions.and(names) + ".");
    }
    problems.error(
        Code.UNKNOWN_OPTION,
        named.name().span(),
        "`" + named.name().text() + "` is no option of " + (export ? "EXPORT" : "LOAD") + ".",
        hints);
  }

  private @Nullable OptionValue value(SourceOption option, Expression e) {
    if (e instanceof Expression.Environment secret) {
      return new OptionValue.Secret(secret.name());
    }
    OptionValue value =
        switch (option.shape()) {
          case TEXT, FLAG, COUNT, TEXT_OR_COUNT -> scalar(e);
          case TEXT_OR_WORD -> word(option, e);
          case TEXTS, COUNTS -> many(e);
          case NAMES -> names(option, e);
          case TYPES -> types(e);
        };
    if (value == null || fits(option.shape(), value)) {
      return value;
    }
    problems.error(
        Code.WRONG_ARGUMENT,
        e.span(),
        "The option `" + option.text() + "` takes " + option.shape().text() + ".",
        "For example: `" + option.text() + " = " + option.sample() + "`.");
    return null;
  }

  private static boolean fits(SourceOption.Shape shape, OptionValue value) {
    return switch (shape) {
      case TEXT -> value instanceof OptionValue.Scalar s && s.value() instanceof String;
      case TEXT_OR_WORD ->
          value instanceof OptionValue.Word
              || value instanceof OptionValue.Scalar s && s.value() instanceof String;
      case FLAG -> value instanceof OptionValue.Scalar s && s.value() instanceof Boolean;
      case COUNT -> isCount(value);
      case TEXT_OR_COUNT ->
          isCount(value) || value instanceof OptionValue.Scalar s && s.value() instanceof String;
      case TEXTS ->
          value instanceof OptionValue.Many m
              && m.values().stream()
                  .allMatch(v -> v instanceof OptionValue.Scalar s && s.value() instanceof String);
      case COUNTS ->
          value instanceof OptionValue.Many m
              && m.values().stream().allMatch(SourceOptions::isCount);
      case NAMES, TYPES -> true;
    };
  }

  private static boolean isCount(OptionValue value) {
    return value instanceof OptionValue.Scalar s
        && s.value() instanceof Double x
        && x >= 0
        && x == Math.rint(x);
  }

  private @Nullable OptionValue scalar(Expression e) {
    if (e instanceof Expression.Environment secret) {
      return new OptionValue.Secret(secret.name());
    }
    if (e instanceof Expression.NullLiteral) {
      return new OptionValue.Scalar(null);
    }
    Expr.Constant constant = analysis.constant(e);
    return constant == null ? null : new OptionValue.Scalar(constant.value());
  }

  private @Nullable OptionValue word(SourceOption option, Expression e) {
    if (e instanceof Expression.Reference r && r.qualifier().isEmpty()) {
      String word = r.name().text().toLowerCase(Locale.ROOT);
      if (option.words().contains(word)) {
        return new OptionValue.Word(word);
      }
      problems.error(
          Code.WRONG_ARGUMENT,
          e.span(),
          "The option `" + option.text() + "` takes " + option.shape().text() + ".",
          "For example: `" + option.text() + " = " + option.sample() + "`.");
      return null;
    }
    return scalar(e);
  }

  private @Nullable OptionValue many(Expression e) {
    var values = new ArrayList<OptionValue>();
    for (Expression item : ArgumentList.items(e)) {
      OptionValue value = scalar(item);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new OptionValue.Many(values);
  }

  private @Nullable OptionValue names(SourceOption option, Expression e) {
    boolean bare = e instanceof Expression.Reference;
    if (bare) {
      return word(option, e);
    }
    var values = new ArrayList<OptionValue>();
    for (Expression item : ArgumentList.items(e)) {
      OptionValue value =
          item instanceof Expression.Reference r
              ? new OptionValue.Scalar(r.name().text())
              : scalar(item);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new OptionValue.Many(values);
  }

  /// `(id = TEXT, day = DATE('yyyyMMdd'))`.
  private @Nullable OptionValue types(Expression e) {
    var entries = new LinkedHashMap<String, OptionValue>();
    for (Expression item : ArgumentList.items(e)) {
      OptionValue.TypeOf type =
          item instanceof Expression.Comparison c
                  && c.operator() == Expression.Comparison.Operator.EQUAL
                  && c.left() instanceof Expression.Reference
              ? type(c.right())
              : null;
      if (type == null) {
        problems.error(
            Code.WRONG_ARGUMENT,
            item.span(),
            "The option `types` says a type for each of some columns.",
            "For example: `types = (id = TEXT, day = DATE('yyyyMMdd'))`; types are NUMBER, TEXT,"
                + " BOOLEAN, DATE and DATETIME.");
        return null;
      }
      if (item instanceof Expression.Comparison c && c.left() instanceof Expression.Reference r) {
        entries.put(r.name().text(), type);
      }
    }
    return new OptionValue.Entries(entries);
  }

  private OptionValue.@Nullable TypeOf type(Expression e) {
    return switch (e) {
      case Expression.Reference r -> type(r.name().text(), null);
      case Expression.Call call ->
          call.arguments().size() == 1
                  && call.arguments().getFirst() instanceof Expression.TextLiteral t
              ? type(call.function().text(), t.value())
              : null;
      default -> null;
    };
  }

  private static OptionValue.@Nullable TypeOf type(String name, @Nullable String format) {
    for (Type type : Type.values()) {
      if (type.name().equalsIgnoreCase(name)) {
        return new OptionValue.TypeOf(type, format);
      }
    }
    return null;
  }
}
