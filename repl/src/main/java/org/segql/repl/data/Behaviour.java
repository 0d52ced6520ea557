package org.segql.repl.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How a customer buys: orders come at random at the customer's own rate, more of them in some
/// months, until the customer lapses. What changes in the later periods is planted here: from 2026
/// on prices are 8 % higher, those who look for deals buy a quarter less for it, and each quarter a
/// fifth of them leaves.
final class Behaviour {
  static final int ORDERS_FROM = (int) LocalDate.of(2024, 1, 1).toEpochDay();
  static final int CHANGE = (int) LocalDate.of(2026, 1, 1).toEpochDay();
  private static final double PRICE_RISE = 1.08;
  private static final double QUARTER = 365.25 / 4;

  /// Sales of the months 1..12 beside an ordinary one, at most [#PEAK].
  private static final double[] SEASON = {
    0.9, 0.8, 0.95, 1.0, 1.0, 0.95, 0.85, 0.8, 1.0, 1.05, 1.45, 1.6
  };

  private static final double PEAK = 1.6;

  private Behaviour() {}

  /// The day from which a customer buys no more.
  static int leaves(long seed, Customer customer) {
    if (customer.persona() != Persona.DEAL_SEEKERS) {
      return customer.lapses();
    }
    double quarters = new Chance(seed, customer.id(), 3).exponential(0.223);
    return Math.min(customer.lapses(), CHANGE + (int) (quarters * QUARTER));
  }

  /// The customer's lines from 2024 to the last day, in the order of their days. Lines up to a day
  /// do not depend on how far the simulation goes.
  static List<OrderLine> lines(long seed, Customer customer, int lastDay) {
    Chance chance = new Chance(seed, customer.id(), 2);
    Persona persona = customer.persona();
    double perDay = persona.ordersPerYear * customer.activity() / 365.25;
    int end = Math.min(lastDay, leaves(seed, customer) - 1);
    List<OrderLine> lines = new ArrayList<>();
    int order = 0;
    double day = Math.max(customer.signup(), ORDERS_FROM);
    while (true) {
      day += chance.exponential(perDay * PEAK);
      if (day >= end + 1) {
        return lines;
      }
      int month = LocalDate.ofEpochDay((int) day).getMonthValue();
      double wish = SEASON[month - 1] / PEAK;
      boolean dearer = day >= CHANGE && persona == Persona.DEAL_SEEKERS;
      if (chance.happens(dearer ? 0.75 * wish : wish)) {
        order(lines, ++order, (int) day, month, customer, chance);
      }
    }
  }

  private static void order(
      List<OrderLine> lines, int order, int day, int month, Customer customer, Chance chance) {
    Persona persona = customer.persona();
    double[] weights = persona.tastes();
    for (Category category : Category.values()) {
      weights[category.ordinal()] *= category.season(month);
    }
    // Most keep to the channel they came by; a partner only brings them.
    boolean usual = chance.happens(0.7) && !customer.channel().equals("partner");
    double[] channels = persona.channels();
    channels[3] = 0;
    String channel = usual ? customer.channel() : Customer.CHANNELS[chance.pick(channels)];
    int count = 1 + chance.poisson(0.55);
    for (int i = 0; i < count; i++) {
      Category category = Category.values()[chance.pick(weights)];
      double level = persona.priceLevel * (day >= CHANGE ? PRICE_RISE : 1);
      double price = chance.logNormal(category.price * level, category.spread);
      int cents = Math.max(1, (int) StrictMath.rint(price)) * 100 - 1;
      int quantity = 1 + chance.poisson(category.pieces - 1);
      boolean reduced = chance.happens(persona.discountShare);
      int discount = reduced ? 5 * (1 + chance.pick(0.15, 0.35, 0.15, 0.25, 0.02, 0.08)) : 0;
      boolean returned = chance.happens(category.returns * (channel.equals("store") ? 0.4 : 1));
      lines.add(new OrderLine(order, day, channel, category, quantity, cents, discount, returned));
    }
  }
}
