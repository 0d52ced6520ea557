package org.segql.engine.local.eval;

import org.segql.engine.local.eval.Vector.Booleans;

/// SQL's three-valued logic: 1 TRUE, 0 FALSE, UNKNOWN.
final class Logic {
  private Logic() {}

  static Booleans and(Booleans a, Booleans b) {
    byte[] out = new byte[a.size()];
    for (int i = 0; i < out.length; i++) {
      byte x = a.values()[i];
      byte y = b.values()[i];
      out[i] = x == 0 || y == 0 ? 0 : x == 1 && y == 1 ? 1 : Vector.UNKNOWN;
    }
    return new Booleans(out);
  }

  static Booleans or(Booleans a, Booleans b) {
    byte[] out = new byte[a.size()];
    for (int i = 0; i < out.length; i++) {
      byte x = a.values()[i];
      byte y = b.values()[i];
      out[i] = x == 1 || y == 1 ? 1 : x == 0 && y == 0 ? 0 : Vector.UNKNOWN;
    }
    return new Booleans(out);
  }

  static Booleans not(Booleans a) {
    byte[] out = new byte[a.size()];
    for (int i = 0; i < out.length; i++) {
      byte x = a.values()[i];
      out[i] = x == Vector.UNKNOWN ? Vector.UNKNOWN : (byte) (1 - x);
    }
    return new Booleans(out);
  }

  static Booleans isNull(Vector a) {
    byte[] out = new byte[a.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (a.missing(i) ? 1 : 0);
    }
    return new Booleans(out);
  }
}
