package org.segql.definition;

import java.util.List;
import java.util.Set;
import org.segql.catalog.Type;

/// What may stand as an argument of a parameter. The kind says how a bare word is read: as a
/// column, a choice or an algorithm.
public sealed interface Kind {

  /// The name of a column.
  ///
  /// @param types the types it may have; empty: any
  record Column(Set<Type> types) implements Kind {
    public Column {
      types = Set.copyOf(types);
    }

    public Column(Type... types) {
      this(Set.of(types));
    }
  }

  /// One column or a list of columns in brackets.
  ///
  /// @param types the types they may have; empty: any
  record Columns(Set<Type> types) implements Kind {
    public Columns {
      types = Set.copyOf(types);
    }

    public Columns(Type... types) {
      this(Set.of(types));
    }
  }

  /// An expression of the rows: `quantity * price`.
  ///
  /// @param types the types its value may have; empty: any
  record Expression(Set<Type> types) implements Kind {
    public Expression {
      types = Set.copyOf(types);
    }

    public Expression(Type... types) {
      this(Set.of(types));
    }
  }

  /// A condition in brackets.
  record Condition() implements Kind {}

  /// A number from `min` to `max`, both included; infinities where there is no limit.
  ///
  /// @param auto whether the word `AUTO` may stand for it
  record Number(double min, double max, boolean whole, boolean auto) implements Kind {
    public Number {
      if (Double.isNaN(min) || Double.isNaN(max) || min > max) {
        throw new IllegalArgumentException("number " + min + ".." + max);
      }
    }

    public Number(double min, double max) {
      this(min, max, false, false);
    }

    public static Number whole(double min, double max) {
      return new Number(min, max, true, false);
    }

    public Number orAuto() {
      return new Number(min, max, whole, true);
    }
  }

  /// A list of numbers in brackets, each from `min` to `max`.
  record Numbers(double min, double max, boolean whole) implements Kind {}

  /// A number of segments: a whole number, a range `2..8`, or `AUTO`.
  ///
  /// @param max the largest that makes sense for the algorithm
  /// @param range whether a range and `AUTO` may stand here
  record K(int min, int max, boolean range) implements Kind {}

  /// One of some words.
  record Choice(List<String> values) implements Kind {
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a choice of nothing");
      }
    }

    public Choice(String... values) {
      this(List.of(values));
    }
  }

  /// TRUE or FALSE.
  record Flag() implements Kind {}

  /// A text in quotes.
  record Text() implements Kind {}

  /// A value that a column takes.
  ///
  /// @param column the name of the parameter that gives the column
  record Level(String column) implements Kind {}

  /// A date.
  record Date() implements Kind {}

  /// A span of time: `12 MONTHS`.
  record Duration() implements Kind {}

  /// The name of an algorithm, with its own arguments or without.
  record Algorithm() implements Kind {}

  /// A list of algorithms in brackets.
  record Algorithms() implements Kind {}

  /// The kind in a few words, for messages and reference pages: `a whole number from 1`.
  default String text() {
    return switch (this) {
      case Column c -> "a column" + of(c.types);
      case Columns c -> "one or more columns" + of(c.types);
      case Expression e -> "an expression" + of(e.types);
      case Condition _ -> "a condition in brackets";
      case Number n ->
          (n.whole ? "a whole number" : "a number")
              + limits(n.min, n.max)
              + (n.auto ? " or AUTO" : "");
      case Numbers n ->
          "a list of " + (n.whole ? "whole numbers" : "numbers") + limits(n.min, n.max);
      case K k ->
          "a whole number"
              + limits(k.min, k.max == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : k.max)
              + (k.range ? ", a range such as 2..8 or AUTO" : "");
      case Choice c -> "one of " + String.join(", ", c.values);
      case Flag _ -> "TRUE or FALSE";
      case Text _ -> "a text in single quotes";
      case Level l -> "a value of `" + l.column + "`";
      case Date _ -> "a date";
      case Duration _ -> "a duration such as 12 MONTHS";
      case Algorithm _ -> "an algorithm";
      case Algorithms _ -> "a list of algorithms";
    };
  }

  private static String of(Set<Type> types) {
    if (types.isEmpty()) {
      return "";
    }
    var names = types.stream().sorted().map(t -> t.name()).toList();
    return " of type " + String.join(" or ", names);
  }

  private static String limits(double min, double max) {
    boolean low = min != Double.NEGATIVE_INFINITY;
    boolean high = max != Double.POSITIVE_INFINITY;
    if (low && high) {
      return " from " + number(min) + " to " + number(max);
    }
    return low ? " from " + number(min) : high ? " up to " + number(max) : "";
  }

  private static String number(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
