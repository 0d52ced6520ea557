package org.segql.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.segql.chart.Charts;
import org.segql.chart.Theme;
import org.segql.render.StaticChart;
import org.segql.session.Options;
import org.segql.session.Session;

/// The picture of each chart in the reference, of its own example.
final class ChartPictures {
  /// What the examples speak of; the page begins with it too.
  static final String OBJECTS =
      """
      LOAD customers FROM 'data/customers.csv';
      LOAD orders FROM 'data/orders.csv';
      TABLE sales AS FROM orders JOIN customers ON customer_id
        GROUP BY month = DATE_TRUNC('month', order_date), region
          AGGREGATE revenue = SUM(quantity * price);
      SEGMENT customers BY age, income LOG, visits LOG MISSING MEDIAN USING kmeans(4) AS people;
      TABLE some AS FROM customers WHERE UNIFORM(customer_id, 1) < 10%;
      SEGMENT some BY age, income LOG, visits LOG MISSING MEDIAN USING ward(2..6) AS q1;
      """;

  private ChartPictures() {}

  static void draw(String chart, Path file) throws IOException {
    try (var session = Session.open(Options.DEFAULT.in(Page.ROOT))) {
      session.run(OBJECTS).orThrow();
      var figure = session.run(Charts.find(chart).orElseThrow().example()).orThrow().figure();
      Files.createDirectories(file.getParent());
      Files.write(file, StaticChart.png(figure, Theme.LIGHT, 1));
    }
  }
}
