package org.segql.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segql.result.ColumnFormat;
import tech.tablesaw.api.DoubleColumn;

class NumberTextTest {
  @Test
  void decimals() {
    assertThat(NumberText.decimals(1234.5, 2)).isEqualTo("1,234.50");
    assertThat(NumberText.decimals(-0.004, 2)).isEqualTo("0.00");
    assertThat(NumberText.decimals(-1234567, 0)).isEqualTo("-1,234,567");
    assertThat(NumberText.decimals(999.995, 2)).isEqualTo("1,000.00");
    assertThat(NumberText.decimals(2.675, 2)).isEqualTo("2.68");
    assertThat(NumberText.decimals(1234567890123.456, 2)).isEqualTo("1,234,567,890,123.46");
    assertThat(NumberText.decimals(Double.NaN, 2)).isEqualTo("–");
    assertThat(NumberText.decimals(1e300, 2)).isEqualTo("1e300");
    assertThat(NumberText.whole(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
  }

  @Test
  void decimalsAgreeWithBigDecimal() {
    var random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      double x = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
      int digits = random.nextInt(6);
      String plain = NumberText.decimals(x, digits).replace(",", "");
      BigDecimal exact = BigDecimal.valueOf(x).setScale(digits, RoundingMode.HALF_UP);
      assertThat(new BigDecimal(plain)).isEqualByComparingTo(exact);
    }
  }

  @Test
  void significant() {
    assertThat(NumberText.of(1234567)).isEqualTo("1,234,567");
    assertThat(NumberText.of(1234.56)).isEqualTo("1,235");
    assertThat(NumberText.of(12.3456)).isEqualTo("12.35");
    assertThat(NumberText.of(0.000123456)).isEqualTo("0.0001235");
    assertThat(NumberText.of(0.5)).isEqualTo("0.5");
    assertThat(NumberText.of(100)).isEqualTo("100");
    assertThat(NumberText.of(0)).isEqualTo("0");
    assertThat(NumberText.of(1.5e-9)).isEqualTo("1.5e-9");
    assertThat(NumberText.of(-2.5e20)).isEqualTo("-2.5e20");
    assertThat(NumberText.of(9.9996)).isEqualTo("10");
  }

  @Test
  void sharesAndProbabilities() {
    assertThat(NumberText.percent(0.2345, 1)).isEqualTo("23.5%");
    assertThat(NumberText.percent(Double.NaN, 1)).isEqualTo("–");
    assertThat(NumberText.pValue(0.0001)).isEqualTo("<0.001");
    assertThat(NumberText.pValue(0.03412)).isEqualTo("0.034");
    assertThat(NumberText.pValue(0)).isEqualTo("<0.001");
    assertThat(NumberText.count(1, "row")).isEqualTo("1 row");
    assertThat(NumberText.count(5000, "row")).isEqualTo("5,000 rows");
  }

  @Test
  void formatsFitTheirColumns() {
    assertThat(fitting(1, 2, Double.NaN)).isEqualTo(ColumnFormat.WHOLE);
    assertThat(fitting(12.99, 5, 7.5)).isEqualTo(ColumnFormat.decimals(2));
    assertThat(fitting(12345.678, 20000.1, 30000.7)).isEqualTo(ColumnFormat.decimals(0));
    assertThat(fitting(0.123456, 0.5, 0.9)).isEqualTo(ColumnFormat.decimals(4));
    assertThat(fitting(1e-9, 1)).isEqualTo(ColumnFormat.significant(4));
    assertThat(fitting()).isEqualTo(ColumnFormat.WHOLE);
    assertThat(fitting(1999, 2026)).isEqualTo(ColumnFormat.PLAIN);
    assertThat(fitting(1999, 2926)).isEqualTo(ColumnFormat.WHOLE);
    for (String name : List.of("id", "customer_id", "CustomerID", "customerId", "Zip")) {
      assertThat(ColumnFormat.fitting(DoubleColumn.create(name, 100001, 7)))
          .as(name)
          .isEqualTo(ColumnFormat.PLAIN);
    }
    assertThat(ColumnFormat.fitting(DoubleColumn.create("paid", 100001, 7)))
        .isEqualTo(ColumnFormat.WHOLE);
  }

  private static ColumnFormat fitting(double... values) {
    return ColumnFormat.fitting(DoubleColumn.create("x", values));
  }
}
