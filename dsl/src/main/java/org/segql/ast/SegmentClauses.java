package org.segql.ast;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// The clauses that SEGMENT and COMPARE share. Each field is empty where the clause is not written.
///
/// @param using the algorithms: one for SEGMENT, several for COMPARE
/// @param seed a literal or a parameter
public record SegmentClauses(
    Name source,
    Optional<Name> like,
    Optional<Expression> where,
    List<VariableItem> by,
    List<VariableItem> describedBy,
    Optional<Name> id,
    Optional<Name> weight,
    Optional<CallOf> missing,
    Optional<CallOf> outliers,
    Optional<CallOf> scale,
    Optional<CallOf> encode,
    List<CallOf> using,
    Optional<Expression> seed,
    List<Gate> require,
    Optional<Naming> naming,
    Optional<Target> target,
    Optional<Expression> asOf,
    Optional<Name> per,
    Span span)
    implements Node {
  public SegmentClauses {
    by = List.copyOf(by);
    describedBy = List.copyOf(describedBy);
    using = List.copyOf(using);
    require = List.copyOf(require);
  }

  /// TARGET with the WHERE, ORDER BY and LIMIT that belong to it.
  public record Target(
      Optional<Expression> where, List<SortKey> orderBy, Optional<Expression> limit, Span span)
      implements Node {
    public Target {
      orderBy = List.copyOf(orderBy);
    }
  }
}
