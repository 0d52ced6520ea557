package org.segql.repl.data;

/// Random numbers of one customer for one purpose: SplitMix64, started from the seed, the customer
/// and the purpose. Logarithms and exponentials come from [StrictMath], whose results are the same
/// to the last bit on every machine.
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Chance(long seed, long customer, int purpose) {
    state = mix(seed + GOLDEN * mix(customer * 31 + purpose));
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /// A number in [0, 1).
  double uniform() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  /// One of 0..n-1.
  int below(int n) {
    return (int) (uniform() * n);
  }

  /// An index of the weights, in proportion to them.
  int pick(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double rest = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      rest -= weights[i];
      if (rest < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /// A standard normal number, by Marsaglia's polar method; its second number is thrown away, so
  /// that no state is kept.
  double normal() {
    while (true) {
      double u = 2 * uniform() - 1;
      double v = 2 * uniform() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /// A number whose logarithm is normal around that of the median.
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /// Waiting time until the next event at a rate.
  double exponential(double rate) {
    return -StrictMath.log(1 - uniform()) / rate;
  }

  /// A gamma number of mean `shape`, by Marsaglia and Tsang (2000); `shape` is at least 1 here.
  double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0
          && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }

  /// A count of mean `mean`, by Knuth's product of uniforms.
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = uniform();
    int count = 0;
    while (product > limit) {
      product *= uniform();
      count++;
    }
    return count;
  }
}
