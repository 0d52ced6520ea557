package org.segql.repl.data;

import java.util.List;

/// The lines of the three files for some customers at the end of a period.
final class Lines {
  static final String CUSTOMER_COLUMNS =
      "customer_id,signup_date,age,gender,region,channel,income,household,email_opt_in,"
          + "visits,orders,spend,discount_share,last_order,satisfaction\n";
  static final String ORDER_COLUMNS =
      "order_id,customer_id,order_date,channel,category,quantity,price,discount,returned\n";
  static final String TRUTH_COLUMNS = "customer_id,segment\n";

  final CsvText customers = new CsvText();
  final CsvText orders = new CsvText();
  final CsvText truth = new CsvText();

  private final Sample sample;
  private final Period period;

  Lines(Sample sample, Period period) {
    this.sample = sample;
    this.period = period;
  }

  /// Adds the customers of some numbers.
  Lines add(int from, int to) {
    for (int number = from; number < to; number++) {
      Customer customer = Period.customer(sample.seed(), number, sample.customers());
      List<OrderLine> lines = Behaviour.lines(sample.seed(), customer, period.lastDay());
      customer(customer, lines);
      if (sample.orders()) {
        orders(customer, lines);
      }
      int leaves = Behaviour.leaves(sample.seed(), customer);
      boolean lapsed =
          customer.persona() == Persona.DEAL_SEEKERS
              && leaves >= Behaviour.CHANGE
              && leaves <= period.lastDay();
      truth.number(customer.id()).text(lapsed ? Persona.LAPSED : customer.persona().label).line();
    }
    return this;
  }

  private void customer(Customer customer, List<OrderLine> lines) {
    int yearAgo = period.lastDay() - 364;
    int count = 0;
    int lastOrder = 0;
    long spend = 0;
    long reduced = 0;
    long all = 0;
    for (OrderLine line : lines) {
      if (line.day() >= yearAgo) {
        count += line.order() == lastOrder ? 0 : 1;
        spend += line.paid();
        all += line.paid();
        reduced += line.discount() > 0 ? line.paid() : 0;
      }
      lastOrder = line.order();
    }
    customers
        .number(customer.id())
        .date(customer.signup())
        .number(customer.birthYear() < 0 ? -1 : period.end().getYear() - customer.birthYear())
        .text(customer.gender())
        .text(customer.region())
        .text(customer.channel())
        .number(customer.income())
        .number(customer.household())
        .truth(customer.optIn())
        .number(visits(customer, count))
        .number(count)
        .hundredths(spend)
        .hundredths(all == 0 ? -1 : Math.round(100.0 * reduced / all))
        .date(lines.isEmpty() ? -1 : lines.getLast().day())
        .number(satisfaction(customer))
        .line();
  }

  /// Visits of a year: each order needs one, the rest look around.
  private int visits(Customer customer, int orders) {
    Chance chance = new Chance(sample.seed(), customer.id(), 10 + period.number());
    boolean gone = Behaviour.leaves(sample.seed(), customer) < period.lastDay() - 182;
    double mean = customer.persona().visitsPerYear * (0.3 + 0.7 * customer.activity());
    return orders + chance.poisson(gone ? 0.1 * mean : mean);
  }

  /// 1..10, answered by three in five; -1: no answer.
  private int satisfaction(Customer customer) {
    Chance chance = new Chance(sample.seed(), customer.id(), 100 + period.number());
    if (!chance.happens(0.6)) {
      return -1;
    }
    boolean dearer = period.number() > 0 && customer.persona() == Persona.DEAL_SEEKERS;
    double mean = customer.persona().satisfaction - (dearer ? 0.8 : 0);
    return (int) Math.clamp(StrictMath.rint(mean + 1.6 * chance.normal()), 1, 10);
  }

  private void orders(Customer customer, List<OrderLine> lines) {
    for (OrderLine line : lines) {
      if (line.day() >= period.firstOrderDay()) {
        orders
            .number(customer.id() * 1000L + line.order())
            .number(customer.id())
            .date(line.day())
            .text(line.channel())
            .text(line.category().label)
            .number(line.quantity())
            .hundredths(line.price())
            .hundredths(line.discount())
            .truth(line.returned())
            .line();
      }
    }
  }
}
