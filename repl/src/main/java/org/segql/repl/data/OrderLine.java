package org.segql.repl.data;

/// A line of an order.
///
/// @param order the number of the order among the customer's, from 1
/// @param day days since 1970-01-01
/// @param price of one piece before the discount, in cents
/// @param discount in whole per cent
record OrderLine(
    int order,
    int day,
    String channel,
    Category category,
    int quantity,
    int price,
    int discount,
    boolean returned) {

  /// What was paid for it, in cents; 0 where it came back.
  long paid() {
    return returned ? 0 : Math.round(price * (long) quantity * (100 - discount) / 100.0);
  }
}
