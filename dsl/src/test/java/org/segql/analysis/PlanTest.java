package org.segql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segql.plan.explain.PlanPrinter;

/// What a statement becomes, as EXPLAIN shows it.
class PlanTest {
  private static String plan(String statement) {
    return new PlanPrinter(Checks.catalog()).print(Checks.command(statement));
  }

  @Test
  void conditionsAndColumnsGoIntoTheScans() {
    assertThat(
            plan(
                """
                TABLE features AS FROM orders JOIN customers ON customer_id
                  WHERE order_date < DATE '2026-01-01' AND NOT cancelled AND age > 2 * 9
                  DERIVE amount = quantity * price, unused = price / 3
                  GROUP BY customer_id
                    AGGREGATE monetary = SUM(amount), n = COUNT(DISTINCT order_id), other = MAX(gender)
                  WHERE monetary > 0 AND customer_id <> 7
                  SELECT customer_id AS id, monetary
                  ORDER BY monetary DESC LIMIT 10;
                """))
        .isEqualTo(
            """
            keep as table features, at most 10 rows
            └─ first 10 rows
               └─ sort by monetary DESC
                  └─ select id = customer_id, monetary
                     └─ keep where monetary > 0
                        └─ group by customer_id: monetary = SUM(amount)
                           └─ derive amount = quantity * price
                              └─ join customers on customer_id
                                 ├─ read orders: 5 of 9 columns (customer_id, order_date, quantity, price, cancelled) where order_date < DATE '2026-01-01' AND NOT cancelled AND customer_id <> 7
                                 └─ read customers: 2 of 12 columns (customer_id, age) where age > 18
            """);
  }

  @Test
  void aSegmentShowsItsStepsAndTheChoicesLeftOpen() {
    assertThat(
            plan(
                """
                SEGMENT customers WHERE age >= 18 BY age, income LOG, region,
                    basket = spend / visits WITH (weight = 2, outliers = winsorize(1%))
                  DESCRIBED BY gender ID customer_id USING kmeans(2..8)
                  TARGET WHERE size > 1000 AND AVG(spend) > 200 ORDER BY SUM(spend) DESC LIMIT 3 AS q1
                """))
        .isEqualTo(
            """
            segment customers as q1
            ├─ read customers: 7 of 12 columns (customer_id, age, income, gender, region, visits, spend)
            ├─ those take part where age >= 18
            ├─ prepare
            │  ├─ age: leave out rows where it is missing, scale zscore
            │  ├─ income: log, leave out rows where it is missing, scale zscore
            │  ├─ region: leave out rows where it is missing, encode onehot
            │  └─ basket = spend / visits: winsorize 1% in each tail, leave out rows where it is missing, scale zscore, weight 2
            ├─ fit kmeans(k by vote among 2..8, restarts = 10, max_iterations = 300), seed 42
            ├─ number segments by size
            ├─ name by what marks each segment
            ├─ describe by gender
            ├─ target segments where size > 1000 AND AVG(spend) > 200 ordered by SUM(spend) DESC, the first 3
            ├─ chosen by default: MISSING EXCLUDE, SCALE ZSCORE, SEED 42, kmeans restarts = 10, kmeans max_iterations = 300, kmeans tolerance = 1e-4
            └─ cost: grows with rows × k × variables × iterations
            """);
  }

  @Test
  void conditionsStayAboveWhatTheyDependOn() {
    assertThat(
            plan(
                "SHOW customers DERIVE band = NTILE(spend, 4) WHERE age > 30 LIMIT 5 WHERE band ="
                    + " 1"))
        .isEqualTo(
            """
            show, at most 5 rows
            └─ keep where band = 1, at most 5 rows
               └─ first 5 rows
                  └─ keep where age > 30
                     └─ derive band = NTILE(spend, 4)
                        └─ read customers: 12 columns (customer_id, age, income, gender, region, visits, spend, email_opt_in and 4 more)
            """);
  }

  @Test
  void aLeftJoinKeepsItsConditionAboutTheRight() {
    assertThat(plan("SHOW customers LEFT JOIN orders ON customer_id WHERE price > 3 SELECT age"))
        .contains("keep where price > 3\n")
        .contains("read orders: 2 of 9 columns (customer_id, price)\n");
  }
}
