package org.segql.repl.data;

import java.time.LocalDate;

/// A state of the customer base: number 0 is the end of 2025, each later one a quarter on.
record Period(int number) {
  private static final LocalDate FIRST_SIGNUP = LocalDate.of(2021, 1, 1);
  private static final LocalDate BASE_END = LocalDate.of(2025, 12, 31);

  LocalDate end() {
    return BASE_END.plusDays(1).plusMonths(3L * number).minusDays(1);
  }

  int lastDay() {
    return (int) end().toEpochDay();
  }

  /// The first day whose orders stand in the period's file.
  int firstOrderDay() {
    return number == 0 ? Behaviour.ORDERS_FROM : new Period(number - 1).lastDay() + 1;
  }

  /// What its files have after their names: nothing at first, then `_2026q1`.
  String suffix() {
    return number == 0 ? "" : "_" + end().getYear() + "q" + end().getMonthValue() / 3;
  }

  /// How many customers there are when `first` were there at the end of 2025: 3 % more each
  /// quarter.
  int customers(int first) {
    return first + (int) (first * 0.03 * number);
  }

  /// The customer of a number; those beyond the first ones signed up in a later quarter.
  static Customer customer(long seed, int number, int first) {
    if (number < first) {
      return Customer.draw(
          seed, number, (int) FIRST_SIGNUP.toEpochDay(), (int) BASE_END.toEpochDay());
    }
    int quarter = 1;
    while (new Period(quarter).customers(first) <= number) {
      quarter++;
    }
    Period period = new Period(quarter);
    return Customer.draw(seed, number, period.firstOrderDay(), period.lastDay());
  }
}
