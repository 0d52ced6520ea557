package org.segql.session;

import java.time.LocalDate;
import java.util.Random;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Made-up customers in four groups, the same each time.
final class Customers {
  private Customers() {}

  static Table table(int rows) {
    var random = new Random(5);
    var id = DoubleColumn.create("id");
    var age = DoubleColumn.create("age");
    var income = DoubleColumn.create("income");
    var weight = DoubleColumn.create("weight");
    var region = StringColumn.create("region");
    var joined = DateColumn.create("joined");
    for (int i = 0; i < rows; i++) {
      int group = i % 4;
      id.append(i + 1.0);
      age.append(Math.round(25 + 10 * group + 4 * random.nextGaussian()));
      income.append(
          i % 37 == 5
              ? Double.NaN
              : Math.round(20_000 + 15_000 * ((group * 2) % 5) + 4_000 * random.nextGaussian()));
      weight.append(0.5 + random.nextInt(4) * 0.25);
      region.append(
          i % 41 == 7
              ? ""
              : new String[] {"North", "South", "East"}[(group + random.nextInt(2)) % 3]);
      joined.append(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(300)));
    }
    return Table.create("customers", id, age, income, weight, region, joined);
  }
}
