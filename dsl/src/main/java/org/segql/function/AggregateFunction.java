package org.segql.function;

import static org.segql.catalog.Type.BOOLEAN;
import static org.segql.catalog.Type.NUMBER;
import static org.segql.function.Signature.of;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;

/// What makes one value of the rows of a group. Missing values are passed over; of no values at all
/// COUNT is 0 and all others NULL.
public enum AggregateFunction implements Definition {
  COUNT(
      of(NUMBER).optional(Signature.ANY),
      "How many rows; COUNT(x) those where x is not missing; COUNT(DISTINCT x) different values.",
      "COUNT(DISTINCT order_id)"),
  SUM(of(NUMBER, NUMBER), "The sum.", "SUM(amount)"),
  AVG(of(NUMBER, NUMBER), "The mean.", "AVG(age)"),
  MEDIAN(
      of(NUMBER, NUMBER),
      "The median; of an even number of values the mean of the middle two. Of an ordered text the"
          + " lowest level that half of the rows do not exceed.",
      "MEDIAN(income)"),
  MIN(of(Signature.FIRST, Signature.ANY), "The smallest.", "MIN(order_date)"),
  MAX(of(Signature.FIRST, Signature.ANY), "The largest.", "MAX(order_date)"),
  STDDEV(of(NUMBER, NUMBER), "The sample standard deviation (n - 1).", "STDDEV(spend)"),
  VARIANCE(of(NUMBER, NUMBER), "The sample variance (n - 1).", "VARIANCE(spend)"),
  QUANTILE(
      of(NUMBER, NUMBER, NUMBER).called("x", "p"),
      "The p-quantile, by linear interpolation (type 7).",
      "QUANTILE(spend, 0.9)"),
  MODE(
      of(Signature.FIRST, Signature.ANY),
      "The most frequent value; of several the smallest.",
      "MODE(channel)"),
  RATE(
      of(NUMBER, BOOLEAN).called("condition"),
      "The share of rows for which the condition holds, among those where it is not NULL: 0 to 1.",
      "RATE(channel = 'web')"),
  FIRST(
      of(Signature.FIRST, Signature.ANY),
      "The first value in the order of the rows.",
      "FIRST(channel)"),
  LAST(
      of(Signature.FIRST, Signature.ANY),
      "The last value in the order of the rows.",
      "LAST(channel)"),
  CORR(of(NUMBER, NUMBER, NUMBER), "Pearson's correlation of two columns.", "CORR(age, income)");

  private final Signature signature;
  private final String summary;
  private final String example;

  AggregateFunction(Signature signature, String summary, String example) {
    this.signature = signature;
    this.summary = summary;
    this.example = example;
  }

  public Signature types() {
    return signature;
  }

  public String text() {
    return name();
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public List<Parameter> parameters() {
    return signature.parameters();
  }

  @Override
  public String example() {
    return example;
  }

  public static Optional<AggregateFunction> find(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (var f : values()) {
      if (f.name().equals(wanted)) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }
}
