package org.segql.codegen;

/// A Java expression and how tightly its outermost operator binds, so that brackets stand only
/// where they must.
record Piece(String text, int level) {
  static final int ATOM = 0;
  static final int UNARY = 1;
  static final int TIMES = 2;
  static final int PLUS = 3;
  static final int COMPARE = 4;
  static final int EQUALITY = 5;
  static final int AND = 6;
  static final int OR = 7;
  static final int CHOICE = 8;

  static Piece atom(String text) {
    return new Piece(text, ATOM);
  }

  static Piece of(Piece left, String operator, Piece right, int level) {
    // The right side of an operator that is read from the left binds more tightly.
    return new Piece(left.in(level) + " " + operator + " " + right.in(level - 1), level);
  }

  /// In a place that binds at this level.
  String in(int most) {
    return level <= most ? text : "(" + text + ")";
  }

  Piece not() {
    return new Piece("!" + in(ATOM), UNARY);
  }

  @Override
  public String toString() {
    return text;
  }
}
