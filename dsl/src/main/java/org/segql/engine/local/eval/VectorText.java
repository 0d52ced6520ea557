package org.segql.engine.local.eval;

/// Values as the cast TEXT writes them.
public final class VectorText {
  private VectorText() {}

  public static Vector.Texts of(Vector vector) {
    return TextFunctions.asTexts(vector);
  }
}
