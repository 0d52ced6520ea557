package org.segql.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression.Duration.Unit;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.function.AggregateFunction;
import org.segql.function.ScalarFunction;

/// An expression with every name resolved and every type known.
///
/// In conditions about segments (REQUIRE, NAME WHEN, TARGET) a {@link Fact} is a number about a
/// segment or the whole, and an {@link Aggregate} is over the members of the segment.
public sealed interface Expr {
  Type type();

  /// The levels of an ordered text, lowest first; empty for all else.
  default List<String> levels() {
    return List.of();
  }

  /// A column of the input, by its exact name.
  record Column(ColumnInfo column) implements Expr {
    @Override
    public Type type() {
      return column.type();
    }

    @Override
    public List<String> levels() {
      return column.levels();
    }

    public String name() {
      return column.name();
    }
  }

  /// A Double, String, Boolean, LocalDate or LocalDateTime; null for NULL.
  record Constant(Type type, @Nullable Object value) implements Expr {
    public static Constant of(double x) {
      return new Constant(Type.NUMBER, x);
    }

    public static Constant of(String x) {
      return new Constant(Type.TEXT, x);
    }
  }

  /// A function or operator of values of one row.
  record Call(ScalarFunction function, List<Expr> arguments, Type type, List<String> levels)
      implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
      levels = List.copyOf(levels);
    }

    public Call(ScalarFunction function, Type type, Expr... arguments) {
      this(function, List.of(arguments), type, List.of());
    }
  }

  /// A date moved by `amount` units; negative: back.
  record Shift(Expr date, Expr amount, Unit unit) implements Expr {
    @Override
    public Type type() {
      return unit == Unit.HOUR ? Type.DATETIME : date.type();
    }
  }

  /// The first branch whose condition is TRUE; otherwise NULL where that is null.
  record Case(List<Branch> branches, @Nullable Expr otherwise, Type type) implements Expr {
    public Case {
      branches = List.copyOf(branches);
    }

    public record Branch(Expr condition, Expr result) {}
  }

  /// Whether a value is among those of another table's column.
  record InTable(Expr value, String table, String column) implements Expr {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /// An aggregate over the rows of the group.
  ///
  /// @param filter counts only rows for which it is TRUE: how PER becomes columns
  record Aggregate(
      AggregateFunction function,
      List<Expr> arguments,
      boolean distinct,
      @Nullable Expr filter,
      Type type)
      implements Expr {
    public Aggregate {
      arguments = List.copyOf(arguments);
    }

    /// Those of the values, where the aggregate is one of them.
    @Override
    public List<String> levels() {
      return switch (function) {
        case MIN, MAX, MODE, FIRST, LAST, MEDIAN -> arguments.getFirst().levels();
        case COUNT, SUM, AVG, STDDEV, VARIANCE, QUANTILE, RATE, CORR -> List.of();
      };
    }
  }

  /// A number about a segment, or about the segmentation as a whole.
  record Fact(Kind kind) implements Expr {
    public enum Kind {
      SEGMENT,
      SEGMENT_NAME,
      SIZE,
      POPULATION,
      SHARE,
      SILHOUETTE,
      STABILITY,
      /// Of the whole: the number of segments.
      K,
      /// Of the whole: natural, reproducible, constructive, none.
      VERDICT
    }

    @Override
    public Type type() {
      return kind == Kind.SEGMENT_NAME || kind == Kind.VERDICT ? Type.TEXT : Type.NUMBER;
    }
  }
}
