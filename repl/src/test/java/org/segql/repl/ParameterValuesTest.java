package org.segql.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {
  @Test
  void valuesAreReadAsLiterals() {
    assertThat(ParameterValues.value("12")).isEqualTo(12.0);
    assertThat(ParameterValues.value("-1_000.5")).isEqualTo(-1000.5);
    assertThat(ParameterValues.value("5%")).isEqualTo(0.05);
    assertThat(ParameterValues.value("1e-3")).isEqualTo(0.001);
    assertThat(ParameterValues.value("TRUE")).isEqualTo(true);
    assertThat(ParameterValues.value("2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
    assertThat(ParameterValues.value("2026-01-31 10:30"))
        .isEqualTo(LocalDateTime.of(2026, 1, 31, 10, 30));
  }

  @Test
  void theRestAreTexts() {
    assertThat(ParameterValues.value("UK")).isEqualTo("UK");
    assertThat(ParameterValues.value("007")).isEqualTo("007");
    assertThat(ParameterValues.value("'12'")).isEqualTo("12");
    assertThat(ParameterValues.value("'it''s'")).isEqualTo("it's");
    assertThat(ParameterValues.value("")).isEqualTo("");
    assertThat(ParameterValues.value("a=b")).isEqualTo("a=b");
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    assertThatThrownBy(() -> ParameterValues.value("2026-02-30"))
        .isInstanceOf(Failure.class)
        .hasMessage("`2026-02-30` is no day of the calendar.");
  }

  @Test
  void theDollarMayBeWritten() {
    assertThat(ParameterValues.of(List.of("$k=3", "größe=1")))
        .isEqualTo(Map.of("k", 3.0, "größe", 1.0));
  }
}
