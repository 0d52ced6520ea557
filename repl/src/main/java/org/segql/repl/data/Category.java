package org.segql.repl.data;

/// What is sold, in the order of [Persona#tastes]: the price in the middle of the list, how far
/// prices spread, how many pieces a line has on average, how often a line comes back.
enum Category {
  GROCERIES("groceries", 6.5, 0.55, 3.2, 0.004),
  HOME("home", 24, 0.75, 1.4, 0.05),
  FASHION("fashion", 38, 0.60, 1.3, 0.22),
  ELECTRONICS("electronics", 89, 0.85, 1.05, 0.07),
  TOYS("toys", 19, 0.60, 1.5, 0.05),
  GARDEN("garden", 27, 0.80, 1.8, 0.03),
  BEAUTY("beauty", 16, 0.55, 1.4, 0.04);

  final String label;
  final double price;
  final double spread;
  final double pieces;
  final double returns;

  Category(String label, double price, double spread, double pieces, double returns) {
    this.label = label;
    this.price = price;
    this.spread = spread;
    this.pieces = pieces;
    this.returns = returns;
  }

  /// How much the month (1..12) moves its sales; 1 is an ordinary month.
  double season(int month) {
    return switch (this) {
      case GROCERIES -> month == 12 ? 1.2 : 1.0;
      case HOME -> month == 1 || month >= 11 ? 1.3 : 1.0;
      case FASHION -> month == 3 || month == 4 || month == 9 || month == 10 ? 1.4 : 0.9;
      case ELECTRONICS -> month >= 11 ? 2.2 : 0.85;
      case TOYS -> month >= 11 ? 3.0 : 0.8;
      case GARDEN -> month >= 4 && month <= 6 ? 2.6 : month >= 11 || month <= 2 ? 0.3 : 1.0;
      case BEAUTY -> month == 12 || month == 2 ? 1.4 : 1.0;
    };
  }
}
