package org.segql.engine.local.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segql.engine.local.eval.Vector;

class IdentifiersTest {
  private static Vector numbers(int n, java.util.function.IntToDoubleFunction of) {
    return new Vector.Numbers(IntStream.range(0, n).mapToDouble(of).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "ID", "customer_id", "customerId", "Customer ID", "order_ID"})
  void namesOfIdentifiers(String name) {
    assertThat(Identifiers.identifies(name, numbers(10, i -> i % 5))).isTrue();
    assertThat(Identifiers.identifies(name, numbers(10, i -> i + 0.5)))
        .as("no whole number")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"paid", "humid", "idle", "VALID", "grid", "age"})
  void namesThatOnlyEndAlike(String name) {
    assertThat(Identifiers.identifies(name, numbers(100, i -> i % 40))).isFalse();
  }

  @Test
  void runningNumbersAreRecognisedByTheirValues() {
    assertThat(Identifiers.identifies("nr", numbers(200, i -> 100_001 + i))).isTrue();
    assertThat(Identifiers.identifies("nr", numbers(200, i -> 2 * i))).isTrue();
    var random = new Random(1);
    Vector sparse = numbers(5_000, i -> 10_000_000L * i + random.nextInt(1_000));
    assertThat(Identifiers.identifies("contract", sparse)).isTrue();
  }

  @Test
  void measuresAreNone() {
    assertThat(Identifiers.identifies("income", numbers(80, i -> 20_000 + 731 * i))).isFalse();
    assertThat(Identifiers.identifies("age", numbers(5_000, i -> 18 + i % 60))).isFalse();
    assertThat(Identifiers.identifies("spend", numbers(5_000, i -> i + 0.25))).isFalse();
    assertThat(Identifiers.identifies("few", numbers(12, i -> i))).isFalse();
    assertThat(Identifiers.identifies("none", numbers(50, _ -> Double.NaN))).isFalse();
  }
}
