package org.segql.engine.local.eval;

import java.util.Arrays;
import java.util.List;
import org.segql.catalog.Type;

/// The values of an expression, one a row. Arrays are shared and never changed once made.
public sealed interface Vector {
  /// Booleans: neither TRUE nor FALSE.
  byte UNKNOWN = -1;

  int size();

  boolean missing(int row);

  Type type();

  /// The rows at these places; -1 gives a missing value.
  Vector at(int[] rows);

  /// @param values NaN is missing; never infinite
  record Numbers(double[] values) implements Vector {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean missing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public Type type() {
      return Type.NUMBER;
    }

    @Override
    public Numbers at(int[] rows) {
      double[] out = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        out[i] = rows[i] < 0 ? Double.NaN : values[rows[i]];
      }
      return new Numbers(out);
    }
  }

  /// @param codes places in the dictionary; -1 is missing
  /// @param dictionary different texts, in no order
  /// @param levels for an ordered text its levels, lowest first; else empty
  record Texts(int[] codes, String[] dictionary, List<String> levels) implements Vector {
    public Texts(int[] codes, String[] dictionary) {
      this(codes, dictionary, List.of());
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public boolean missing(int row) {
      return codes[row] < 0;
    }

    /// "" where it is missing.
    public String text(int row) {
      return codes[row] < 0 ? "" : dictionary[codes[row]];
    }

    @Override
    public Type type() {
      return Type.TEXT;
    }

    @Override
    public Texts at(int[] rows) {
      int[] out = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        out[i] = rows[i] < 0 ? -1 : codes[rows[i]];
      }
      return new Texts(out, dictionary, levels);
    }
  }

  /// @param values 1 TRUE, 0 FALSE, UNKNOWN missing
  record Booleans(byte[] values) implements Vector {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean missing(int row) {
      return values[row] == UNKNOWN;
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }

    /// The rows that are TRUE.
    public int[] trueRows() {
      int count = 0;
      for (byte v : values) {
        if (v == 1) {
          count++;
        }
      }
      int[] rows = new int[count];
      int next = 0;
      for (int i = 0; i < values.length; i++) {
        if (values[i] == 1) {
          rows[next++] = i;
        }
      }
      return rows;
    }

    @Override
    public Booleans at(int[] rows) {
      byte[] out = new byte[rows.length];
      for (int i = 0; i < rows.length; i++) {
        out[i] = rows[i] < 0 ? UNKNOWN : values[rows[i]];
      }
      return new Booleans(out);
    }
  }

  /// @param packed year << 16 | month << 8 | day, as Tablesaw packs them, so that they sort as they
  ///   are; Integer.MIN_VALUE is missing
  record Dates(int[] packed) implements Vector {
    @Override
    public int size() {
      return packed.length;
    }

    @Override
    public boolean missing(int row) {
      return packed[row] == Integer.MIN_VALUE;
    }

    @Override
    public Type type() {
      return Type.DATE;
    }

    @Override
    public Dates at(int[] rows) {
      int[] out = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        out[i] = rows[i] < 0 ? Integer.MIN_VALUE : packed[rows[i]];
      }
      return new Dates(out);
    }
  }

  /// @param packed date << 32 | time, as Tablesaw packs them; Long.MIN_VALUE is missing
  record Moments(long[] packed) implements Vector {
    @Override
    public int size() {
      return packed.length;
    }

    @Override
    public boolean missing(int row) {
      return packed[row] == Long.MIN_VALUE;
    }

    @Override
    public Type type() {
      return Type.DATETIME;
    }

    @Override
    public Moments at(int[] rows) {
      long[] out = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        out[i] = rows[i] < 0 ? Long.MIN_VALUE : packed[rows[i]];
      }
      return new Moments(out);
    }
  }

  /// Nothing but missing values.
  static Vector nulls(Type type, int size) {
    return switch (type) {
      case NUMBER -> {
        double[] all = new double[size];
        Arrays.fill(all, Double.NaN);
        yield new Numbers(all);
      }
      case TEXT -> {
        int[] all = new int[size];
        Arrays.fill(all, -1);
        yield new Texts(all, new String[0]);
      }
      case BOOLEAN -> {
        byte[] all = new byte[size];
        Arrays.fill(all, UNKNOWN);
        yield new Booleans(all);
      }
      case DATE -> {
        int[] all = new int[size];
        Arrays.fill(all, Integer.MIN_VALUE);
        yield new Dates(all);
      }
      case DATETIME -> {
        long[] all = new long[size];
        Arrays.fill(all, Long.MIN_VALUE);
        yield new Moments(all);
      }
    };
  }
}
