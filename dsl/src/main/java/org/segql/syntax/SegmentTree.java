package org.segql.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.segql.ast.CallOf;
import org.segql.ast.Expression;
import org.segql.ast.Gate;
import org.segql.ast.Name;
import org.segql.ast.Naming;
import org.segql.ast.SegmentClauses;
import org.segql.ast.SegmentClauses.Target;
import org.segql.ast.VariableItem;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.AsClauseContext;
import org.segql.grammar.SegQLParser.AsOfClauseContext;
import org.segql.grammar.SegQLParser.ByClauseContext;
import org.segql.grammar.SegQLParser.DescribedByClauseContext;
import org.segql.grammar.SegQLParser.EncodeClauseContext;
import org.segql.grammar.SegQLParser.IdClauseContext;
import org.segql.grammar.SegQLParser.LikeClauseContext;
import org.segql.grammar.SegQLParser.MissingClauseContext;
import org.segql.grammar.SegQLParser.NameClauseContext;
import org.segql.grammar.SegQLParser.OutliersClauseContext;
import org.segql.grammar.SegQLParser.PerClauseContext;
import org.segql.grammar.SegQLParser.RequireClauseContext;
import org.segql.grammar.SegQLParser.ScaleClauseContext;
import org.segql.grammar.SegQLParser.SeedClauseContext;
import org.segql.grammar.SegQLParser.SegmentClauseContext;
import org.segql.grammar.SegQLParser.TableNameContext;
import org.segql.grammar.SegQLParser.TargetClauseContext;
import org.segql.grammar.SegQLParser.UsingClauseContext;
import org.segql.grammar.SegQLParser.WeightClauseContext;
import org.segql.grammar.SegQLParser.WhereClauseContext;

/// The clauses of one SEGMENT or COMPARE, gathered in any order.
final class SegmentTree {
  private final NameTree names;
  private final LiteralTree literals;
  private final ExpressionTree expressions;
  private final CallTree calls;
  private final VariableTree variables;
  private final NamingTree naming;
  private final Problems problems;
  private final Once once;

  private Optional<Expression> where = Optional.empty();
  private List<VariableItem> by = List.of();
  private List<VariableItem> describedBy = List.of();
  private Optional<Name> id = Optional.empty();
  private Optional<Name> weight = Optional.empty();
  private Optional<CallOf> missing = Optional.empty();
  private Optional<CallOf> outliers = Optional.empty();
  private Optional<CallOf> scale = Optional.empty();
  private Optional<CallOf> encode = Optional.empty();
  private List<CallOf> using = List.of();
  private Optional<Expression> seed = Optional.empty();
  private List<Gate> require = List.of();
  private Optional<Naming> segmentNames = Optional.empty();
  private Optional<Target> target = Optional.empty();
  private Optional<Expression> asOf = Optional.empty();
  private Optional<Name> per = Optional.empty();
  private Optional<Name> as = Optional.empty();

  SegmentTree(Problems problems, StatementTree tree) {
    this.names = tree.names;
    this.literals = tree.literals;
    this.expressions = tree.expressions;
    this.calls = tree.calls;
    this.variables = tree.variables;
    this.naming = new NamingTree(problems, tree);
    this.problems = problems;
    this.once = new Once(problems);
  }

  /// @param span the whole statement
  SegmentClauses clauses(
      TableNameContext source,
      @Nullable LikeClauseContext like,
      List<SegmentClauseContext> contexts,
      Span span) {
    SegmentClauseContext before = null;
    for (SegmentClauseContext context : contexts) {
      String name = clauseName(context);
      boolean misspelt = before != null && once.has(name) && misspelt(name, before.getStop());
      if (!misspelt && once.first(name, Places.of(context.getStart()))) {
        take(context);
      }
      before = context;
    }
    return new SegmentClauses(
        names.name(source),
        Optional.ofNullable(like).map(l -> names.name(l.segmentationName())),
        where,
        by,
        describedBy,
        id,
        weight,
        missing,
        outliers,
        scale,
        encode,
        using,
        seed,
        require,
        segmentNames,
        target,
        asOf,
        per,
        span);
  }

  /// `BY age, DESCRIBD BY gender`: the first word of a clause was read as the last item of a list.
  private boolean misspelt(String clause, Token last) {
    String meant =
        switch (clause) {
          case "BY" -> "DESCRIBED";
          case "WHERE" -> "TARGET";
          default -> "";
        };
    boolean near =
        !meant.isEmpty()
            && last.getType() == SegQLParser.IDENTIFIER
            && !Suggestions.nearest(last.getText().toUpperCase(Locale.ROOT), List.of(meant))
                .isEmpty();
    if (near) {
      problems.add(
          Code.MISSPELT_WORD,
          Places.of(last),
          "`" + last.getText() + "` looks like a misspelt `" + meant + "`.",
          "Did you mean `" + meant + "`?");
    }
    return near;
  }

  /// The name after AS, once the clauses are read.
  Optional<Name> as() {
    return as;
  }

  private void take(SegmentClauseContext context) {
    switch (context) {
      case WhereClauseContext c -> where = Optional.of(expressions.expression(c.expression()));
      case ByClauseContext c -> by = variables.variables(c.variable());
      case DescribedByClauseContext c -> describedBy = variables.variables(c.variable());
      case IdClauseContext c -> id = Optional.of(names.name(c.clauseColumn()));
      case WeightClauseContext c -> weight = Optional.of(names.name(c.clauseColumn()));
      case MissingClauseContext c -> missing = Optional.of(calls.preparation(c.preparation()));
      case OutliersClauseContext c -> outliers = Optional.of(calls.preparation(c.preparation()));
      case ScaleClauseContext c -> scale = Optional.of(calls.preparation(c.preparation()));
      case EncodeClauseContext c -> encode = Optional.of(calls.preparation(c.preparation()));
      case UsingClauseContext c -> using = c.algorithm().stream().map(calls::algorithm).toList();
      case SeedClauseContext c -> seed = Optional.of(literals.literal(c.literal()));
      case RequireClauseContext c -> require = variables.gates(c.gates());
      case NameClauseContext c -> segmentNames = Optional.of(naming.naming(c.naming()));
      case TargetClauseContext c -> target = Optional.of(naming.target(c));
      case AsOfClauseContext c -> asOf = Optional.of(literals.literal(c.literal()));
      case PerClauseContext c -> per = Optional.of(names.name(c.columnName()));
      case AsClauseContext c -> as = Optional.of(names.name(c.newName()));
      default -> throw Places.unknown(context);
    }
  }

  /// The words that begin a clause: `DESCRIBED BY`, `AS OF`.
  static String clauseName(SegmentClauseContext context) {
    return switch (context) {
      case DescribedByClauseContext _ -> "DESCRIBED BY";
      case AsOfClauseContext _ -> "AS OF";
      default -> context.getStart().getText().toUpperCase(Locale.ROOT);
    };
  }
}
