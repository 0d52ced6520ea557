package org.segql.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;
import org.segql.function.ScalarFunction;
import org.segql.function.Signature;
import org.segql.plan.Expr;

/// How types are named in messages, which of them fit together, and how a value is brought to
/// another type without loss.
final class Typing {
  private Typing() {}

  static String text(Type type) {
    return switch (type) {
      case NUMBER -> "a number";
      case TEXT -> "a text";
      case BOOLEAN -> "TRUE or FALSE";
      case DATE -> "a date";
      case DATETIME -> "a date with time";
    };
  }

  static String text(Signature.Slot slot) {
    return switch (slot) {
      case Signature.OneOf one when one.types().size() == Type.values().length -> "any value";
      case Signature.OneOf one ->
          one.types().stream().sorted().map(Typing::text).collect(Collectors.joining(" or "));
      case Signature.TypeOf _, Signature.Same _ -> "a value of the same type";
    };
  }

  /// NULL has no type of its own.
  static boolean isNull(Expr e) {
    return e instanceof Expr.Constant c && c.value() == null;
  }

  /// The type that both can have; null where there is none.
  static @Nullable Type common(Type a, Type b) {
    if (a == b) {
      return a;
    }
    boolean dates = isDate(a) && isDate(b);
    return dates ? Type.DATETIME : null;
  }

  static boolean isDate(Type type) {
    return type == Type.DATE || type == Type.DATETIME;
  }

  /// The type that all can have, NULL aside; null where there is none.
  static @Nullable Type common(List<Expr> values) {
    Type type = null;
    for (Expr e : values) {
      if (!isNull(e)) {
        type = type == null ? e.type() : common(type, e.type());
        if (type == null) {
          return null;
        }
      }
    }
    return type == null ? Type.TEXT : type;
  }

  /// The value in a type that it can have: NULL in any, a date as the first moment of its day.
  static Expr as(Type type, Expr e) {
    if (e.type() == type) {
      return e;
    }
    if (isNull(e)) {
      return new Expr.Constant(type, null);
    }
    if (e instanceof Expr.Constant c && c.value() instanceof LocalDate date) {
      return new Expr.Constant(Type.DATETIME, date.atStartOfDay());
    }
    return new Expr.Call(ScalarFunction.TO_DATETIME, Type.DATETIME, e);
  }

  static List<Expr> as(Type type, List<Expr> all) {
    return all.stream().map(e -> as(type, e)).toList();
  }
}
