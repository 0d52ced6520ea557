package org.segql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.segql.ast.Script;
import org.segql.ast.Statement;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;

/// Text in, tree out. Each statement is parsed alone, so that a mistake in one costs no other; it
/// never throws, whatever the text.
public final class Parser {
  /// The longest script, in UTF-16 units.
  public static final int LONGEST_SCRIPT = 2_000_000;

  static {
    // Interval.of fills its cache without a lock; filled here, it is only read later.
    for (int i = 0; i <= Interval.INTERVAL_POOL_MAX_VALUE; i++) {
      Interval.of(i, i);
    }
  }

  private Parser() {}

  /// The statements of a text and everything that its form alone shows to be wrong.
  public static Parsed parse(Source source) {
    var whole = new Span(0, source.text().length());
    var problems = new Problems(source);
    var statements = new ArrayList<Statement>();
    if (source.text().length() > LONGEST_SCRIPT) {
      problems.add(
          Code.TOO_LONG,
          new Span(0, 0),
          "The script is longer than " + LONGEST_SCRIPT / 1_000_000 + " million characters.",
          "Data belongs into a file that LOAD reads; a long script can RUN others.");
    } else {
      List<Chunk> chunks = Chunk.split(Lexemes.all(source.text()));
      for (int i = 0; i < chunks.size(); i++) {
        if (i + 1 < chunks.size() && Refusals.cutOff(chunks.get(i), chunks.get(i + 1), problems)) {
          i++;
        } else {
          statement(chunks.get(i), problems).ifPresent(statements::add);
        }
      }
    }
    return new Parsed(new Script(statements, whole), problems.all());
  }

  private static Optional<Statement> statement(Chunk chunk, Problems problems) {
    int before = problems.size();
    try {
      if (Refusals.check(chunk, problems)) {
        return Optional.empty();
      }
      Optional<SegQLParser.StatementContext> tree = tree(chunk);
      if (tree.isEmpty()) {
        SyntaxErrors.explain(chunk, problems);
        return Optional.empty();
      }
      Statement statement = new StatementTree(problems).statement(tree.orElseThrow());
      return problems.size() == before ? Optional.of(statement) : Optional.empty();
    } catch (StackOverflowError _) {
      Refusals.tooDeep(chunk.first().span(), problems);
      return Optional.empty();
    }
  }

  /// Only the errors of a statement.
  static void errors(Chunk chunk, Problems problems) {
    statement(chunk, problems);
  }

  /// ANTLR's tree, or empty where the tokens are no statement.
  static Optional<SegQLParser.StatementContext> tree(Chunk chunk) {
    var parser = new SegQLParser(new LexemeStream(chunk.tokens()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    try {
      return Optional.of(parser.single().statement());
    } catch (ParseCancellationException _) {
      return Optional.empty();
    }
  }
}
