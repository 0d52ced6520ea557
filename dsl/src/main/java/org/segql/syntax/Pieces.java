package org.segql.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.DeriveStepContext;
import org.segql.grammar.SegQLParser.DeriveTableContext;
import org.segql.grammar.SegQLParser.ExplainContext;
import org.segql.grammar.SegQLParser.GroupStepContext;
import org.segql.grammar.SegQLParser.NameClauseContext;
import org.segql.grammar.SegQLParser.StatementContext;
import org.segql.grammar.Words;

/// Cuts a parsed statement into what may stand on lines of its own, clauses in the order of the
/// reference, and decides how each token is written.
final class Pieces {
  private static final int INDENT = 2;

  private final Chunk chunk;
  private final Comments comments;
  private final Set<Integer> names = new HashSet<>();
  private final Set<Integer> calls = new HashSet<>();
  private final Set<Integer> signs = new HashSet<>();
  private final Set<Integer> dropped = new HashSet<>();

  private Pieces(Chunk chunk, Comments comments) {
    this.chunk = chunk;
    this.comments = comments;
  }

  static List<Piece> of(StatementContext tree, Chunk chunk, Comments comments) {
    var pieces = new Pieces(chunk, comments);
    pieces.roles(tree);
    return pieces.pieces(tree);
  }

  private List<Piece> pieces(StatementContext tree) {
    StatementContext inner = tree;
    while (inner instanceof ExplainContext e) {
      inner = e.statement();
    }
    String verb = inner.getStart().getText().toUpperCase(Locale.ROOT);
    List<ParserRuleContext> clauses = clauses(inner);
    int headEnd = clauses.isEmpty() ? chunk.size() : index(clauses.getFirst());
    var pieces = new ArrayList<Piece>();
    if (inner instanceof DeriveTableContext t) {
      int from = index(t.FROM());
      pieces.add(piece(0, from, 0, 1, false));
      pieces.add(piece(from, headEnd, INDENT, 1, false));
    } else {
      pieces.add(piece(0, headEnd, 0, 1, false));
    }
    boolean ordered = !(verb.equals("TABLE") || verb.equals("SHOW"));
    if (ordered) {
      clauses.sort(Comparator.comparingInt(c -> rank(verb, c)));
    }
    clauses.forEach(c -> pieces.addAll(clause(c)));
    return pieces;
  }

  private static List<ParserRuleContext> clauses(StatementContext statement) {
    var found = new ArrayList<ParserRuleContext>();
    for (ParseTree child : statement.children) {
      if (child instanceof ParserRuleContext c && isClause(c.getRuleIndex())) {
        found.add(c);
      }
    }
    return found;
  }

  private static boolean isClause(int rule) {
    return switch (rule) {
      case SegQLParser.RULE_segmentClause,
          SegQLParser.RULE_step,
          SegQLParser.RULE_loadClause,
          SegQLParser.RULE_describeClause,
          SegQLParser.RULE_exportClause,
          SegQLParser.RULE_saveClause,
          SegQLParser.RULE_compareClause,
          SegQLParser.RULE_profileClause,
          SegQLParser.RULE_plotClause,
          SegQLParser.RULE_applyClause,
          SegQLParser.RULE_runClause ->
          true;
      default -> false;
    };
  }

  private int rank(String verb, ParserRuleContext clause) {
    String name = Verbs.clauseAt(chunk.tokens(), index(clause)).orElse("");
    return Verbs.clauses(verb).indexOf(name);
  }

  private List<Piece> clause(ParserRuleContext clause) {
    int from = index(clause);
    int to = index(clause.getStop()) + 1;
    if (clause instanceof GroupStepContext g) {
      int aggregate = index(g.AGGREGATE());
      return List.of(
          piece(from, aggregate, INDENT, 2, false), piece(aggregate, to, 2 * INDENT, 1, true));
    }
    boolean items = clause instanceof DeriveStepContext || clause instanceof NameClauseContext;
    String name = Verbs.clauseAt(chunk.tokens(), from).orElse("");
    return List.of(piece(from, to, INDENT, name.contains(" ") ? 2 : 1, items));
  }

  private Piece piece(int from, int to, int indent, int keywords, boolean items) {
    var words = new ArrayList<Piece.Word>();
    int last = to - 1;
    if (chunk.get(last).is(SegQLParser.COMMA)) {
      dropped.add(last);
    }
    for (int i = from; i < to; i++) {
      if (dropped.contains(i)) {
        comments.drop(i, chunk.size());
      } else {
        words.add(new Piece.Word(i, text(i), words.isEmpty() || glued(i), kind(i)));
      }
    }
    return new Piece(words, indent, keywords, items);
  }

  private String text(int index) {
    Lexeme token = chunk.get(index);
    return Words.isKeyword(token.type()) && !names.contains(index)
        ? token.text().toUpperCase(Locale.ROOT)
        : token.text();
  }

  private boolean glued(int index) {
    int before = chunk.get(index - 1).type();
    if (before == SegQLParser.OPEN
        || before == SegQLParser.DOT
        || before == SegQLParser.RANGE
        || signs.contains(index - 1)) {
      return true;
    }
    return switch (chunk.get(index).type()) {
      case SegQLParser.CLOSE, SegQLParser.COMMA, SegQLParser.DOT, SegQLParser.RANGE -> true;
      case SegQLParser.OPEN -> calls.contains(index);
      default -> false;
    };
  }

  private Piece.Kind kind(int index) {
    return switch (chunk.get(index).type()) {
      case SegQLParser.OPEN -> Piece.Kind.OPEN;
      case SegQLParser.CLOSE -> Piece.Kind.CLOSE;
      case SegQLParser.COMMA -> Piece.Kind.COMMA;
      case SegQLParser.AND, SegQLParser.OR -> Piece.Kind.JOINT;
      case SegQLParser.CASE -> Piece.Kind.CASE;
      case SegQLParser.END -> names.contains(index) ? Piece.Kind.OTHER : Piece.Kind.END;
      case SegQLParser.WHEN, SegQLParser.ELSE ->
          names.contains(index) ? Piece.Kind.OTHER : Piece.Kind.JOINT;
      case SegQLParser.WHERE, SegQLParser.ORDER, SegQLParser.LIMIT ->
          names.contains(index) ? Piece.Kind.OTHER : Piece.Kind.JOINT;
      default -> Piece.Kind.OTHER;
    };
  }

  /// Notes which tokens are names, which brackets belong to a call, which signs to a value, and
  /// which commas end a list.
  private void roles(ParserRuleContext context) {
    switch (context.getRuleIndex()) {
      case SegQLParser.RULE_name, SegQLParser.RULE_clauseName, SegQLParser.RULE_functionName -> {
        int index = index(context);
        names.add(index);
        if (context.getRuleIndex() == SegQLParser.RULE_functionName) {
          calls.add(index + 1);
        }
        return;
      }
      case SegQLParser.RULE_algorithm, SegQLParser.RULE_chart, SegQLParser.RULE_preparation ->
          calls.add(index(context) + 1);
      default -> {}
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof ParserRuleContext c) {
        roles(c);
      } else if (child instanceof TerminalNode t) {
        role(context, t, index(t));
      }
    }
  }

  private void role(ParserRuleContext context, TerminalNode node, int index) {
    int rule = context.getRuleIndex();
    int type = node.getSymbol().getType();
    if (type == SegQLParser.ENV) {
      calls.add(index + 1);
    }
    boolean value = rule == SegQLParser.RULE_factor || rule == SegQLParser.RULE_literal;
    if (value && (type == SegQLParser.MINUS || type == SegQLParser.PLUS)) {
      signs.add(index);
    }
    boolean closes =
        type == SegQLParser.COMMA
            && (index + 1 == chunk.size() || chunk.get(index + 1).is(SegQLParser.CLOSE));
    if (closes && !(context instanceof SegQLParser.ListOfOneContext)) {
      dropped.add(index);
    }
  }

  private static int index(ParserRuleContext context) {
    return context.getStart().getTokenIndex();
  }

  private static int index(TerminalNode node) {
    return node.getSymbol().getTokenIndex();
  }

  private static int index(Token token) {
    return token.getTokenIndex();
  }
}
