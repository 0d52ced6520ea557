package org.segql.measure;

import java.util.Arrays;

/// Many compensated sums side by side, as {@link Sum} is one, without an object for each.
public final class Sums {
  private final double[] sums;
  private final double[] lost;

  public Sums(int count) {
    sums = new double[count];
    lost = new double[count];
  }

  public void add(int place, double term) {
    double sum = sums[place];
    double next = sum + term;
    lost[place] += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sums[place] = next;
  }

  public double value(int place) {
    return sums[place] + lost[place];
  }

  double[] values() {
    double[] values = new double[sums.length];
    Arrays.setAll(values, this::value);
    return values;
  }
}
