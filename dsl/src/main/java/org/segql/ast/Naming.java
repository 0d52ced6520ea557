package org.segql.ast;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// How segments get their names.
public sealed interface Naming extends Node {
  record Auto(Span span) implements Naming {}

  /// `NAME FROM last_quarter`.
  record From(Name segmentation, Span span) implements Naming {}

  /// `NAME 1 AS 'Young savers'`.
  record ByNumber(List<Numbered> names, Span span) implements Naming {
    public ByNumber {
      names = List.copyOf(names);
    }

    public record Numbered(Expression number, Expression name, Span span) implements Node {}
  }

  /// `NAME 'Savers' WHEN AVG(income) > 75, OTHERWISE AUTO`; otherwise empty: AUTO, written or not.
  record ByRule(List<Rule> rules, Optional<Expression> otherwise, Span span) implements Naming {
    public ByRule {
      rules = List.copyOf(rules);
    }

    public record Rule(Expression name, Expression condition, Span span) implements Node {}
  }
}
