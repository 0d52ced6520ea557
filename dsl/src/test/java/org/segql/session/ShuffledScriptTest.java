package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.diagnostic.Diagnostic;
import org.segql.result.CsvRenderer;
import org.segql.result.TerminalRenderer;

/// A whole study on the same rows in another order, by another number of threads: every line that
/// it prints, and every figure to its last digit, is the same.
class ShuffledScriptTest {
  private static final String SCRIPT =
      """
      LOAD customers FROM 'customers.csv';
      LOAD orders FROM 'orders.csv';
      TABLE features AS
        FROM orders
        JOIN customers ON customer_id
        WHERE amount > 3
        DERIVE net = amount / (1 + rate), tier = BIN(amount, 20, 60)
        GROUP BY customer_id, region
          AGGREGATE recency = DAYS_BETWEEN(MAX(day), DATE '2025-01-01'), frequency = COUNT(), monetary = SUM(net),
                    typical = MEDIAN(net), spread = STDDEV(net), mean = AVG(net), often = MODE(channel), online = RATE(channel = 'web'),
                    goes_with = CORR(amount, rate), q = QUANTILE(net, 0.3), s = SUM(net) PER channel
        DERIVE band = NTILE(monetary, 5), place = RANK(monetary), u = UNIFORM(customer_id, 3)
        ORDER BY customer_id;
      SHOW FROM features LIMIT 1000;
      SHOW FROM orders GROUP BY channel AGGREGATE n = COUNT(), s = SUM(amount * rate), v = VARIANCE(amount), c = CORR(amount, rate) ORDER BY channel;
      DESCRIBE features;
      DESCRIBE features BY (online > 0.5);
      SEGMENT features BY recency, frequency LOG, monetary LOG, online WITH (weight = 0.5) DESCRIBED BY region, often, typical
        ID customer_id MISSING MEDIAN USING kmeans(2..5)
        NAME 'Web' WHEN RATE(often = 'web') > 0.6, OTHERWISE AUTO
        TARGET WHERE share > 5% ORDER BY SUM(monetary) DESC LIMIT 2 AS q1;
      PROFILE q1;
      PROFILE q1 ON monetary, region, mean;
      SEGMENT features USING rules('Big' WHEN monetary > 300 AND frequency > 4, 'Quiet' WHEN recency > 300, OTHERWISE 'Rest') AS r1;
      COMPARE features BY recency, monetary LOG USING kmeans(3), ward(3), gmm(2..3) AS board;
      COMPARE q1 WITH r1 ID customer_id;
      SHOW FROM q1 ORDER BY customer_id LIMIT 1000;
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void printsTheSame() throws IOException {
    var customers = new ArrayList<String>();
    var orders = new ArrayList<String>();
    var random = new Random(5);
    for (int i = 0; i < 300; i++) {
      customers.add(i + "," + List.of("North", "South", "East", "").get(random.nextInt(4)));
      for (int k = random.nextInt(9) * (1 + i % 2); k >= 0; k--) {
        orders.add(
            String.format(
                Locale.ROOT,
                "%d,2024-%02d-%02d,%.2f,0.%d,%s",
                i,
                1 + (random.nextInt(6) + i % 7) % 12,
                1 + random.nextInt(28),
                Math.exp(2 + i % 3 + random.nextGaussian() / 2),
                random.nextInt(1000),
                List.of("web", "store", "phone").get((i + random.nextInt(2)) % 3)));
      }
    }
    String expected = run(customers, orders, 1);
    assertThat(expected).contains("Big", "Quiet", "adjusted Rand");
    for (int threads = 2; threads <= 4; threads++) {
      Collections.shuffle(customers, new Random(threads));
      Collections.shuffle(orders, new Random(10 + threads));
      assertThat(run(customers, orders, threads)).as("%d threads", threads).isEqualTo(expected);
    }
  }

  private String run(List<String> customers, List<String> orders, int threads) throws IOException {
    Files.writeString(
        folder.resolve("customers.csv"), "customer_id,region\n" + String.join("\n", customers));
    Files.writeString(
        folder.resolve("orders.csv"),
        "customer_id,day,amount,rate,channel\n" + String.join("\n", orders));
    try (var trial = new Trial(Session.open(Options.DEFAULT.in(folder).threads(threads)))) {
      var text = new StringBuilder();
      // A table shows the first rows that it happens to have.
      var rows = Pattern.compile("(?s).*customers`: .*|.*orders`: .*");
      for (var done : trial.run(SCRIPT).results()) {
        String shown = TerminalRenderer.PLAIN.render(done.result());
        text.append(rows.matcher(shown).matches() ? "" : shown)
            .append(new CsvRenderer().render(done.result()))
            .append(done.result().notes().stream().map(Diagnostic::message).toList())
            .append('\n');
      }
      return text.toString();
    }
  }
}
