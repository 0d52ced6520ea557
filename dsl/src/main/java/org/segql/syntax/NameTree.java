package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.segql.ast.Expression;
import org.segql.ast.Name;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.ColumnListContext;
import org.segql.grammar.SegQLParser.ColumnNameContext;
import org.segql.grammar.SegQLParser.ColumnReferenceContext;
import org.segql.grammar.SegQLParser.ColumnsLikeContext;
import org.segql.grammar.SegQLParser.PlainColumnContext;
import org.segql.grammar.SegQLParser.QualifiedColumnContext;
import org.segql.grammar.SegQLParser.TextContext;

/// Names and texts: what stands between the quotes.
final class NameTree {
  private final Problems problems;

  NameTree(Problems problems) {
    this.problems = problems;
  }

  /// Any of the rules that consist of one name: tableName, columnName, newName, …
  Name name(ParserRuleContext context) {
    Token token = context.getStart();
    Span span = Places.of(token);
    if (token.getType() != SegQLParser.QUOTED_NAME) {
      return new Name(token.getText(), false, span);
    }
    String text = token.getText().substring(1, token.getText().length() - 1).replace("``", "`");
    if (text.isBlank()) {
      problems.add(Code.SYNTAX, span, "There is no name between the backticks.");
    } else if (!text.equals(text.strip().trim())) {
      problems.add(
          Code.SYNTAX,
          span,
          "A name neither begins nor ends with a blank.",
          "Write `` `" + text.strip().trim() + "` ``.");
    }
    return new Name(text, true, span);
  }

  List<Name> names(Stream<? extends ParserRuleContext> contexts) {
    return contexts.map(this::name).toList();
  }

  List<Name> names(ColumnListContext context) {
    return names(context.columnName().stream());
  }

  Expression.Reference reference(ColumnReferenceContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case QualifiedColumnContext c ->
          new Expression.Reference(Optional.of(name(c.name())), name(c.columnName()), span);
      case PlainColumnContext c -> reference(c.columnName());
      default -> throw Places.unknown(context);
    };
  }

  private Expression.Reference reference(ColumnNameContext context) {
    Name name = name(context);
    return new Expression.Reference(Optional.empty(), name, name.span());
  }

  Expression.ColumnsLike columnsLike(ColumnsLikeContext context) {
    List<Name> except = context.columnList() == null ? List.of() : names(context.columnList());
    return new Expression.ColumnsLike(text(context.text()), except, Places.of(context));
  }

  /// The content of a text in quotes.
  String text(TextContext context) {
    String raw = context.getStart().getText();
    return context.LONG_TEXT() != null
        ? raw.substring(3, raw.length() - 3)
        : raw.substring(1, raw.length() - 1).replace("''", "'");
  }
}
