package org.segql.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Span;

/// A token with its place in UTF-16 offsets of the whole source, which ANTLR counts in code points.
final class Lexeme implements Token {
  private final int type;
  private final String text;
  private final Span span;
  private final int index;

  /// @param index its place among the visible tokens of its statement; -1 where it has none
  Lexeme(int type, String text, Span span, int index) {
    this.type = type;
    this.text = text;
    this.span = span;
    this.index = index;
  }

  Lexeme at(int newIndex) {
    return new Lexeme(type, text, span, newIndex);
  }

  /// The type of token, one of the constants of SegQLParser.
  int type() {
    return type;
  }

  String text() {
    return text;
  }

  Span span() {
    return span;
  }

  int start() {
    return span.start();
  }

  int end() {
    return span.end();
  }

  boolean is(int type) {
    return this.type == type;
  }

  /// Whether no blank stands between this and the next.
  boolean touches(Lexeme next) {
    return end() == next.start();
  }

  @Override
  public String getText() {
    return text;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return span.start();
  }

  @Override
  public int getStopIndex() {
    return span.end() - 1;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public @Nullable CharStream getInputStream() {
    return null;
  }

  @Override
  public String toString() {
    return text;
  }
}
