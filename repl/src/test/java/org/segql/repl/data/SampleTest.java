package org.segql.repl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
  @TempDir Path folder;

  @Test
  void theSampleDataOfTheRepositoryIsWhatTheSeedGives() throws IOException {
    Sample sample = new Sample(42, 5000, 1, true);
    sample.write(folder);
    Path committed = Path.of("..", "data");
    for (Path made : sample.files(folder)) {
      Path file = committed.resolve(folder.relativize(made));
      assertThat(Files.mismatch(made, file)).as("first byte where %s differs", file).isEqualTo(-1);
    }
  }

  @Test
  void aLargerSampleBeginsWithTheSmallerOne() throws IOException {
    new Sample(7, 300, 0, true).write(folder.resolve("small"));
    new Sample(7, 20_000, 0, true).write(folder.resolve("large"));
    for (String file : List.of("customers.csv", "orders.csv", "truth/segments.csv")) {
      List<String> small = Files.readAllLines(folder.resolve("small").resolve(file));
      List<String> large = Files.readAllLines(folder.resolve("large").resolve(file));
      assertThat(large.subList(0, small.size())).isEqualTo(small);
    }
  }

  @Test
  void anotherSeedGivesOtherCustomers() {
    assertThat(new Lines(new Sample(1, 9, 0, true), new Period(0)).add(0, 9).customers.toString())
        .isNotEqualTo(
            new Lines(new Sample(2, 9, 0, true), new Period(0)).add(0, 9).customers.toString());
  }

  @Test
  void spendOfTheYearIsWhatTheOrdersSay() {
    Sample sample = new Sample(3, 500, 0, true);
    Lines lines = new Lines(sample, new Period(0)).add(0, 500);
    Map<String, Double> paid = new HashMap<>();
    for (String line : lines.orders.toString().split("\n")) {
      String[] cell = line.split(",", -1);
      if (cell[2].compareTo("2025-01-01") >= 0 && cell[8].equals("false")) {
        double amount =
            Double.parseDouble(cell[5])
                * Double.parseDouble(cell[6])
                * (1 - Double.parseDouble(cell[7]));
        paid.merge(cell[1], amount, Double::sum);
      }
    }
    assertThat(paid).isNotEmpty();
    for (String line : lines.customers.toString().split("\n")) {
      String[] cell = line.split(",", -1);
      assertThat(Double.parseDouble(cell[11]))
          .isCloseTo(paid.getOrDefault(cell[0], 0.0), within(0.2));
    }
  }

  @Test
  void dealSeekersLeaveInLaterPeriods() {
    Sample sample = new Sample(42, 5000, 2, false);
    long before = count(new Lines(sample, new Period(0)).add(0, 5000), "Deal seekers");
    Lines later = new Lines(sample, new Period(2)).add(0, 5000);
    assertThat(count(later, "Deal seekers")).isBetween(before / 2, before * 4 / 5);
    assertThat(count(later, Persona.LAPSED)).isEqualTo(before - count(later, "Deal seekers"));
  }

  @Test
  void laterPeriodsAreNamedByTheirQuarter() {
    assertThat(new Period(1).suffix()).isEqualTo("_2026q1");
    assertThat(new Period(5).suffix()).isEqualTo("_2027q1");
    assertThat(new Period(1).end()).isEqualTo("2026-03-31");
  }

  private static long count(Lines lines, String segment) {
    return lines.truth.toString().lines().filter(line -> line.endsWith("," + segment)).count();
  }
}
