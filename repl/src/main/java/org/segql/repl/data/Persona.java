package org.segql.repl.data;

import java.util.Arrays;

/// The segments hidden in the sample data.
enum Persona {
  FAMILIES("Families", 0.31, 41, 4.5, 54_000, 0.18, 5.0, 1.0, 0.25, 22, 0.62, 7.4),
  STARTERS("Starters", 0.23, 26, 3.5, 27_000, 0.22, 3.2, 0.65, 0.35, 38, 0.71, 7.0),
  RETIRED("Retired", 0.19, 69, 5.5, 31_000, 0.24, 2.8, 0.9, 0.15, 8, 0.38, 8.1),
  AFFLUENT("Affluent", 0.14, 51, 6.5, 98_000, 0.20, 6.0, 1.9, 0.08, 15, 0.55, 7.8),
  DEAL_SEEKERS("Deal seekers", 0.13, 37, 8.5, 35_000, 0.22, 6.5, 0.7, 0.78, 52, 0.83, 6.2);

  /// What customers of a persona are who left in a later period.
  static final String LAPSED = "Lapsed";

  final String label;
  final double share;
  final double ageMean;
  final double ageDeviation;
  final double incomeMedian;
  final double incomeSigma;

  /// Orders a year of one who is active.
  final double ordersPerYear;

  /// How dear the goods are that they choose; 1 is the list's middle.
  final double priceLevel;

  /// The probability that a line is bought at a discount.
  final double discountShare;

  final double visitsPerYear;
  final double optIn;
  final double satisfaction;

  Persona(
      String label,
      double share,
      double ageMean,
      double ageDeviation,
      double incomeMedian,
      double incomeSigma,
      double ordersPerYear,
      double priceLevel,
      double discountShare,
      double visitsPerYear,
      double optIn,
      double satisfaction) {
    this.label = label;
    this.share = share;
    this.ageMean = ageMean;
    this.ageDeviation = ageDeviation;
    this.incomeMedian = incomeMedian;
    this.incomeSigma = incomeSigma;
    this.ordersPerYear = ordersPerYear;
    this.priceLevel = priceLevel;
    this.discountShare = discountShare;
    this.visitsPerYear = visitsPerYear;
    this.optIn = optIn;
    this.satisfaction = satisfaction;
  }

  private static final double[] SHARES =
      Arrays.stream(values()).mapToDouble(persona -> persona.share).toArray();

  static Persona draw(Chance chance) {
    return values()[chance.pick(SHARES)];
  }

  /// How often they come by web, mobile, store, partner.
  double[] channels() {
    return switch (this) {
      case FAMILIES -> new double[] {0.40, 0.25, 0.30, 0.05};
      case STARTERS -> new double[] {0.22, 0.62, 0.08, 0.08};
      case RETIRED -> new double[] {0.20, 0.04, 0.72, 0.04};
      case AFFLUENT -> new double[] {0.45, 0.20, 0.28, 0.07};
      case DEAL_SEEKERS -> new double[] {0.30, 0.38, 0.07, 0.25};
    };
  }

  /// What they buy: groceries, home, fashion, electronics, toys, garden, beauty.
  double[] tastes() {
    return switch (this) {
      case FAMILIES -> new double[] {0.34, 0.16, 0.12, 0.06, 0.20, 0.07, 0.05};
      case STARTERS -> new double[] {0.18, 0.12, 0.30, 0.20, 0.02, 0.01, 0.17};
      case RETIRED -> new double[] {0.38, 0.16, 0.10, 0.04, 0.07, 0.20, 0.05};
      case AFFLUENT -> new double[] {0.20, 0.22, 0.20, 0.16, 0.05, 0.09, 0.08};
      case DEAL_SEEKERS -> new double[] {0.16, 0.14, 0.28, 0.22, 0.06, 0.02, 0.12};
    };
  }
}
