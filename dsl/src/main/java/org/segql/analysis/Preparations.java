package org.segql.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.ast.Argument;
import org.segql.ast.CallOf;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.ast.SegmentClauses;
import org.segql.ast.VariableItem;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Expr;
import org.segql.plan.Preparation;
import org.segql.plan.Preparation.Encode;
import org.segql.plan.Preparation.Missing;
import org.segql.plan.Preparation.Outliers;
import org.segql.plan.Preparation.Scale;
import org.segql.plan.Preparation.Transform;

/// How variables are made ready: the clauses for all, the options of a variable for it alone.
final class Preparations {
  private static final List<String> OPTIONS =
      List.of("transform", "missing", "outliers", "scale", "encode", "weight");

  private final Analysis analysis;
  private final Problems problems;

  Preparations(Analysis analysis) {
    this.analysis = analysis;
    this.problems = analysis.problems();
  }

  /// The clauses of a statement; what they leave open is added to `defaults`.
  Preparation of(
      SegmentClauses clauses, @Nullable AlgorithmDefinition algorithm, List<String> defaults) {
    boolean distances = algorithm == null || algorithm.capabilities().distances();
    boolean numbers = algorithm == null || algorithm.capabilities().needsNumbers();
    var p =
        new Preparation(
            Transform.NONE,
            new Missing.Exclude(),
            new Outliers.Keep(),
            distances ? Scale.ZSCORE : Scale.NONE,
            numbers ? Encode.ONEHOT : Encode.NONE,
            1);
    boolean rules = algorithm == AlgorithmDefinition.RULES;
    if (clauses.missing().isPresent()) {
      p = with(p, PreparationWord.Clause.MISSING, clauses.missing().get());
    } else if (!rules) {
      defaults.add("MISSING EXCLUDE");
    }
    if (clauses.outliers().isPresent()) {
      p = with(p, PreparationWord.Clause.OUTLIERS, clauses.outliers().get());
    }
    if (clauses.scale().isPresent()) {
      p = with(p, PreparationWord.Clause.SCALE, clauses.scale().get());
    } else if (!rules) {
      defaults.add("SCALE " + p.scale().name());
    }
    if (clauses.encode().isPresent()) {
      p = with(p, PreparationWord.Clause.ENCODE, clauses.encode().get());
    }
    return p;
  }

  private Preparation with(Preparation p, PreparationWord.Clause clause, CallOf call) {
    var word = clause.find(call.name().text());
    if (word.isEmpty()) {
      unknown(clause, call.name().text(), call.name().span());
      return p;
    }
    var values =
        new ArgumentList(analysis, new Scope.Literals())
            .check(word.get(), call.arguments(), call.span());
    return values == null ? p : with(p, word.get(), values);
  }

  private void unknown(PreparationWord.Clause clause, String written, Span span) {
    var words = clause.words().stream().map(PreparationWord::text).toList();
    var hints = new ArrayList<String>();
    Suggestions.hint(written, words).ifPresent(hints::add);
    if (hints.isEmpty()) {
      hints.add("It takes " + Suggestions.or(words) + ".");
    }
    problems.error(
        Code.WRONG_ARGUMENT, span, "`" + written + "` is no way of " + clause.name() + ".", hints);
  }

  private static Preparation with(Preparation p, PreparationWord word, Map<String, Object> values) {
    return switch (word) {
      case MISSING_EXCLUDE -> missing(p, new Missing.Exclude());
      case MISSING_MEAN -> missing(p, new Missing.Mean());
      case MISSING_MEDIAN -> missing(p, new Missing.Median());
      case MISSING_MODE -> missing(p, new Missing.Mode());
      case MISSING_KNN -> missing(p, new Missing.Knn((int) number(values, "neighbours", 5)));
      case MISSING_FAIL -> missing(p, new Missing.Fail());
      case OUTLIERS_KEEP -> outliers(p, new Outliers.Keep());
      case OUTLIERS_WINSORIZE -> outliers(p, new Outliers.Winsorize(number(values, "share", 0.01)));
      case OUTLIERS_EXCLUDE -> outliers(p, new Outliers.Exclude(number(values, "z", 4)));
      case OUTLIERS_FLAG -> outliers(p, new Outliers.Flag(number(values, "z", 4)));
      case SCALE_ZSCORE -> scale(p, Scale.ZSCORE);
      case SCALE_MINMAX -> scale(p, Scale.MINMAX);
      case SCALE_ROBUST -> scale(p, Scale.ROBUST);
      case SCALE_NONE -> scale(p, Scale.NONE);
      case ENCODE_ONEHOT -> encode(p, Encode.ONEHOT);
      case ENCODE_ORDINAL -> encode(p, Encode.ORDINAL);
      case ENCODE_FREQUENCY -> encode(p, Encode.FREQUENCY);
      case ENCODE_NONE -> encode(p, Encode.NONE);
      case TRANSFORM_LOG -> transform(p, Transform.LOG);
      case TRANSFORM_SQRT -> transform(p, Transform.SQRT);
      case TRANSFORM_ASINH -> transform(p, Transform.ASINH);
      case TRANSFORM_NONE -> transform(p, Transform.NONE);
    };
  }

  private static double number(Map<String, Object> values, String name, double otherwise) {
    return values.get(name) instanceof Double x ? x : otherwise;
  }

  private static Preparation missing(Preparation p, Missing missing) {
    return new Preparation(p.transform(), missing, p.outliers(), p.scale(), p.encode(), p.weight());
  }

  private static Preparation outliers(Preparation p, Outliers outliers) {
    return new Preparation(p.transform(), p.missing(), outliers, p.scale(), p.encode(), p.weight());
  }

  private static Preparation scale(Preparation p, Scale scale) {
    return new Preparation(p.transform(), p.missing(), p.outliers(), scale, p.encode(), p.weight());
  }

  private static Preparation encode(Preparation p, Encode encode) {
    return new Preparation(p.transform(), p.missing(), p.outliers(), p.scale(), encode, p.weight());
  }

  static Preparation transform(Preparation p, Transform transform) {
    return new Preparation(transform, p.missing(), p.outliers(), p.scale(), p.encode(), p.weight());
  }

  private static Preparation weight(Preparation p, double weight) {
    return new Preparation(p.transform(), p.missing(), p.outliers(), p.scale(), p.encode(), weight);
  }

  /// What one variable gets: the statement's preparation, LOG, and its own options.
  Preparation of(VariableItem.Variable variable, Preparation all, Expr value) {
    Preparation p = fitting(all, value);
    if (variable.log()) {
      p = transform(p, Transform.LOG);
    }
    Set<String> seen = new HashSet<>();
    for (Argument argument : variable.with()) {
      if (argument instanceof Argument.Named named) {
        p = option(p, named, seen);
      } else {
        problems.error(
            Code.WRONG_ARGUMENT,
            argument.span(),
            "The options of a variable have names.",
            "For example: `WITH (weight = 2, outliers = winsorize(1%))`.");
      }
    }
    checkType(variable, p, value);
    return p;
  }

  /// A text has no mean: its mode stands for it.
  private static Preparation fitting(Preparation p, Expr value) {
    boolean mean = p.missing() instanceof Missing.Mean || p.missing() instanceof Missing.Median;
    return mean && value.type() == Type.TEXT ? missing(p, new Missing.Mode()) : p;
  }

  private Preparation option(Preparation p, Argument.Named named, Set<String> seen) {
    String option = named.name().text().toLowerCase(Locale.ROOT);
    if (!OPTIONS.contains(option)) {
      var hints = new ArrayList<String>();
      Suggestions.hint(option, OPTIONS).ifPresent(hints::add);
      if (hints.isEmpty()) {
        hints.add("Its options are " + Suggestions.and(OPTIONS) + ".");
      }
      problems.error(
          Code.UNKNOWN_OPTION,
          named.name().span(),
          "`" + named.name().text() + "` is no option of a variable.",
          hints);
      return p;
    }
    if (!seen.add(option)) {
      problems.error(Code.DUPLICATE_ARGUMENT, named.span(), "`" + option + "` is given twice.");
      return p;
    }
    return option.equals("weight") ? weight(p, named) : word(p, option, named.value());
  }

  private Preparation weight(Preparation p, Argument.Named named) {
    Expr.Constant constant = analysis.constant(named.value());
    if (constant == null) {
      return p;
    }
    if (constant.value() instanceof Double x && x > 0) {
      return weight(p, x);
    }
    problems.error(
        Code.WRONG_ARGUMENT,
        named.value().span(),
        "The weight of a variable is a number above 0: 2 counts it twice.");
    return p;
  }

  private Preparation word(Preparation p, String option, Expression e) {
    var clause = PreparationWord.Clause.valueOf(option.toUpperCase(Locale.ROOT));
    return switch (e) {
      case Expression.Reference r when r.qualifier().isEmpty() ->
          with(p, clause, new CallOf(r.name(), List.of(), r.span()));
      case Expression.Call call ->
          with(p, clause, new CallOf(call.function(), ArgumentList.ofCall(call), call.span()));
      case Expression.TextLiteral t ->
          with(p, clause, new CallOf(new Name(t.value(), false, t.span()), List.of(), t.span()));
      default -> {
        unknown(clause, analysis.written(e.span()), e.span());
        yield p;
      }
    };
  }

  private void checkType(VariableItem.Variable variable, Preparation p, Expr value) {
    if (p.transform() != Transform.NONE && value.type() != Type.NUMBER) {
      problems.error(
          Code.WRONG_TYPE,
          variable.span(),
          "`"
              + analysis.written(variable.value().span())
              + "` is "
              + Typing.text(value.type())
              + ", and "
              + p.transform().name()
              + " takes numbers.");
    }
  }
}
