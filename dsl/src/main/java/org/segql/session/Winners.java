package org.segql.session;

import java.util.List;
import java.util.Optional;
import org.segql.ast.CallOf;
import org.segql.ast.SegmentClauses;
import org.segql.catalog.CatalogEntry;
import org.segql.engine.local.segment.Board;

/// What LIKE takes over from a comparison: its clauses with the winner alone.
final class Winners {
  private Winners() {}

  static SegmentClauses of(SegmentClauses clauses, CatalogEntry made) {
    if (!(made.data() instanceof Board.Data data)) {
      return clauses;
    }
    String winner = data.board().winner().plan().algorithm().definition().text();
    List<CallOf> using =
        clauses.using().stream()
            .filter(c -> c.name().text().equalsIgnoreCase(winner))
            .limit(1)
            .toList();
    return new SegmentClauses(
        clauses.source(),
        clauses.like(),
        clauses.where(),
        clauses.by(),
        clauses.describedBy(),
        clauses.id(),
        clauses.weight(),
        clauses.missing(),
        clauses.outliers(),
        clauses.scale(),
        clauses.encode(),
        using.isEmpty() ? clauses.using() : using,
        clauses.seed(),
        clauses.require(),
        Optional.empty(),
        Optional.empty(),
        clauses.asOf(),
        clauses.per(),
        clauses.span());
  }
}
