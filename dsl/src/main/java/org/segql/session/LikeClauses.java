package org.segql.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.CallOf;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.ast.Naming;
import org.segql.ast.SegmentClauses;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Span;
import org.segql.engine.local.segment.Board;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.function.ScalarFunction;
import org.segql.plan.Expr;

/// What LIKE takes over from what a statement has made: of a comparison its clauses with the winner
/// alone, of one segmentation of SEGMENT … PER those that make it alone.
final class LikeClauses {
  private LikeClauses() {}

  static SegmentClauses of(SegmentClauses clauses, CatalogEntry made) {
    if (made.data() instanceof Board.Data data) {
      return winner(clauses, data.board().winner().plan().algorithm().definition().text());
    }
    if (made.data() instanceof LocalSegmentation s
        && s.plan() != null
        && clauses.per().isPresent()) {
      Name per = clauses.per().get();
      return part(clauses, per, literal(valueOf(s.plan().where()), per.span()));
    }
    return clauses;
  }

  private static SegmentClauses winner(SegmentClauses clauses, String algorithm) {
    List<CallOf> using =
        clauses.using().stream()
            .filter(c -> c.name().text().equalsIgnoreCase(algorithm))
            .limit(1)
            .toList();
    return with(
        clauses,
        clauses.where(),
        using.isEmpty() ? clauses.using() : using,
        Optional.empty(),
        Optional.empty(),
        clauses.per());
  }

  /// `WHERE age > 18 PER region` → `WHERE age > 18 AND region = 'North'`.
  private static SegmentClauses part(SegmentClauses clauses, Name per, Expression value) {
    Span span = per.span();
    Expression same =
        new Expression.Comparison(
            Expression.Comparison.Operator.EQUAL,
            new Expression.Reference(Optional.empty(), per, span),
            value,
            span);
    Expression where =
        clauses
            .where()
            .<Expression>map(w -> new Expression.And(List.of(w, same), w.span()))
            .orElse(same);
    return with(
        clauses,
        Optional.of(where),
        clauses.using(),
        clauses.naming(),
        clauses.target(),
        Optional.empty());
  }

  private static SegmentClauses with(
      SegmentClauses c,
      Optional<Expression> where,
      List<CallOf> using,
      Optional<Naming> naming,
      Optional<SegmentClauses.Target> target,
      Optional<Name> per) {
    return new SegmentClauses(
        c.source(),
        c.like(),
        where,
        c.by(),
        c.describedBy(),
        c.id(),
        c.weight(),
        c.missing(),
        c.outliers(),
        c.scale(),
        c.encode(),
        using,
        c.seed(),
        c.require(),
        naming,
        target,
        c.asOf(),
        per,
        c.span());
  }

  /// The value that PER's condition, the last of WHERE, compares with.
  private static Object valueOf(@Nullable Expr where) {
    Expr last =
        where instanceof Expr.Call call && call.function() == ScalarFunction.AND
            ? call.arguments().getLast()
            : where;
    if (last instanceof Expr.Call same
        && same.arguments().getLast() instanceof Expr.Constant value
        && value.value() != null) {
      return value.value();
    }
    throw new AssertionError("PER without its condition: " + where);
  }

  private static Expression literal(Object value, Span span) {
    return switch (value) {
      case Double x -> new Expression.NumberLiteral(BigDecimal.valueOf(x), false, span);
      case Boolean b -> new Expression.BooleanLiteral(b, span);
      case LocalDate d -> new Expression.DateLiteral(d, span);
      case LocalDateTime d -> new Expression.DateTimeLiteral(d, span);
      default -> new Expression.TextLiteral(value.toString(), span);
    };
  }
}
