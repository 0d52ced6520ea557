package org.segql.ast;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// A step of a TABLE pipeline.
public sealed interface Step extends Node {

  record Join(boolean left, Name table, List<Key> keys, Span span) implements Step {
    public Join {
      keys = List.copyOf(keys);
    }

    /// `ON customer_id` (both names equal) or `ON a = b`; each side may carry its table's name.
    public record Key(Expression.Reference left, Expression.Reference right, Span span)
        implements Node {}
  }

  record Where(Expression condition, Span span) implements Step {}

  record Derive(List<Item> items, Span span) implements Step {
    public Derive {
      items = List.copyOf(items);
    }

    /// What gets a value: one column, or each of several (`VALUE` is the column's own).
    public sealed interface Item extends Node {}

    public record One(Name name, Expression value, Span span) implements Item {}

    public record Each(Expression.ColumnsLike columns, Expression value, Span span)
        implements Item {}
  }

  /// GROUP BY with its AGGREGATE; no keys where AGGREGATE stands alone.
  record Aggregate(List<VariableItem> keys, List<Item> items, Span span) implements Step {
    public Aggregate {
      keys = List.copyOf(keys);
      items = List.copyOf(items);
    }

    /// `spend = SUM(amount) PER category`.
    public record Item(Name name, Expression value, Optional<Expression> per, Span span)
        implements Node {}
  }

  record Select(List<SelectItem> items, Span span) implements Step {
    public Select {
      items = List.copyOf(items);
    }
  }

  /// DISTINCT, or DISTINCT ON: the first row of each key in the current order.
  record Distinct(List<Name> on, Span span) implements Step {
    public Distinct {
      on = List.copyOf(on);
    }
  }

  record Union(Name table, Span span) implements Step {}

  record OrderBy(List<SortKey> keys, Span span) implements Step {
    public OrderBy {
      keys = List.copyOf(keys);
    }
  }

  record Limit(Expression count, Span span) implements Step {}
}
