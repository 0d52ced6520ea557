package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.ArithmeticContext;
import org.segql.grammar.SegQLParser.CallContext;
import org.segql.grammar.SegQLParser.CaseValueContext;
import org.segql.grammar.SegQLParser.ColumnValueContext;
import org.segql.grammar.SegQLParser.ColumnsArgumentContext;
import org.segql.grammar.SegQLParser.ConjunctionContext;
import org.segql.grammar.SegQLParser.ConstantValueContext;
import org.segql.grammar.SegQLParser.EmptyCallContext;
import org.segql.grammar.SegQLParser.ExpressionContext;
import org.segql.grammar.SegQLParser.FactorContext;
import org.segql.grammar.SegQLParser.FunctionArgumentContext;
import org.segql.grammar.SegQLParser.NegationContext;
import org.segql.grammar.SegQLParser.ParenthesizedContext;
import org.segql.grammar.SegQLParser.PredicateContext;
import org.segql.grammar.SegQLParser.PrimaryContext;
import org.segql.grammar.SegQLParser.StarArgumentContext;
import org.segql.grammar.SegQLParser.TermContext;
import org.segql.grammar.SegQLParser.TestContext;
import org.segql.grammar.SegQLParser.ValueArgumentContext;

/// Values and conditions.
final class ExpressionTree {
  /// Longer chains of `+`, `*`, NOT and signs would make a tree too deep to walk.
  private static final int LONGEST_CHAIN = 500;

  private final Problems problems;
  private final NameTree names;
  private final LiteralTree literals;
  private final TestTree tests;

  ExpressionTree(Problems problems, NameTree names, LiteralTree literals) {
    this.problems = problems;
    this.names = names;
    this.literals = literals;
    this.tests = new TestTree(problems, names, this);
  }

  Expression expression(ExpressionContext context) {
    List<Expression> terms = context.conjunction().stream().map(this::conjunction).toList();
    return terms.size() == 1 ? terms.getFirst() : new Expression.Or(terms, Places.of(context));
  }

  private Expression conjunction(ConjunctionContext context) {
    List<Expression> terms = context.negation().stream().map(this::negation).toList();
    return terms.size() == 1 ? terms.getFirst() : new Expression.And(terms, Places.of(context));
  }

  private Expression negation(NegationContext context) {
    Expression value = predicate(context.predicate());
    for (TerminalNode not : limited(context.NOT()).reversed()) {
      value = new Expression.Not(value, Places.of(not.getSymbol()).to(value.span()));
    }
    return value;
  }

  private Expression predicate(PredicateContext context) {
    Expression value = arithmetic(context.arithmetic());
    List<TestContext> all = context.test();
    if (all.size() > 1) {
      tests.refuseChain(context);
      return value;
    }
    return all.isEmpty() ? value : tests.test(value, all.getFirst(), Places.of(context));
  }

  Expression arithmetic(ArithmeticContext context) {
    Expression value = term(context.term(0));
    int count = limited(context.term()).size();
    for (int i = 1; i < count; i++) {
      boolean plus = type(context.getChild(2 * i - 1)) == SegQLParser.PLUS;
      Expression right = term(context.term(i));
      value =
          new Expression.Arithmetic(
              plus ? Expression.Arithmetic.Operator.ADD : Expression.Arithmetic.Operator.SUBTRACT,
              value,
              right,
              value.span().to(right.span()));
    }
    return value;
  }

  private Expression term(TermContext context) {
    Expression value = factor(context.factor(0));
    int count = limited(context.factor()).size();
    for (int i = 1; i < count; i++) {
      boolean times = type(context.getChild(2 * i - 1)) == SegQLParser.STAR;
      Expression right = factor(context.factor(i));
      value =
          new Expression.Arithmetic(
              times
                  ? Expression.Arithmetic.Operator.MULTIPLY
                  : Expression.Arithmetic.Operator.DIVIDE,
              value,
              right,
              value.span().to(right.span()));
    }
    return value;
  }

  private Expression factor(FactorContext context) {
    Expression value = primary(context.primary());
    var signs = new ArrayList<TerminalNode>();
    for (int i = 0; i < context.getChildCount() - 1; i++) {
      signs.add((TerminalNode) context.getChild(i));
    }
    for (TerminalNode sign : limited(signs).reversed()) {
      Token token = sign.getSymbol();
      if (token.getType() == SegQLParser.MINUS) {
        value = LiteralTree.negated(value, Places.of(token).to(value.span()));
      }
    }
    return value;
  }

  private Expression primary(PrimaryContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case ConstantValueContext c -> literals.constant(c.constant());
      case CaseValueContext c -> tests.caseOf(c);
      case EmptyCallContext c ->
          new Expression.Call(names.name(c.functionName()), false, List.of(), span);
      case CallContext c -> call(c, span);
      case ColumnValueContext c -> names.reference(c.columnReference());
      case ParenthesizedContext c -> new Expression.Parenthesized(expression(c.expression()), span);
      default -> throw Places.unknown(context);
    };
  }

  private Expression call(CallContext context, Span span) {
    Name function = names.name(context.functionName());
    List<Expression> arguments =
        context.functionArgument().stream().map(this::functionArgument).toList();
    return new Expression.Call(function, context.DISTINCT() != null, arguments, span);
  }

  private Expression functionArgument(FunctionArgumentContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case StarArgumentContext _ -> new Expression.Star(span);
      case ColumnsArgumentContext c -> names.columnsLike(c.columnsLike());
      case ValueArgumentContext c ->
          range(expression(c.expression()), Optional.ofNullable(c.arithmetic()), span);
      default -> throw Places.unknown(context);
    };
  }

  /// `low..high`, or `low` alone where no range is written.
  Expression range(Expression low, Optional<ArithmeticContext> high, Span span) {
    return high.isPresent() ? new Expression.Range(low, arithmetic(high.orElseThrow()), span) : low;
  }

  private <T> List<T> limited(List<T> chain) {
    if (chain.size() <= LONGEST_CHAIN) {
      return chain;
    }
    Span span =
        switch (chain.get(LONGEST_CHAIN)) {
          case TerminalNode n -> Places.of(n.getSymbol());
          case ParserRuleContext c -> Places.of(c);
          case Object o -> throw new AssertionError(o);
        };
    problems.add(
        Code.TOO_DEEP,
        span,
        "This chain of operators has more than " + LONGEST_CHAIN + " parts.",
        "Compute it in several steps of DERIVE.");
    return chain.subList(0, LONGEST_CHAIN);
  }

  private static int type(ParseTree node) {
    return ((TerminalNode) node).getSymbol().getType();
  }
}
