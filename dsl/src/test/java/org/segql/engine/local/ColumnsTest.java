package org.segql.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/// Columns made of arrays behave as those that Tablesaw fills cell by cell.
class ColumnsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 254, 255, 65_534, 65_535})
  void texts(int distinct) {
    List<String> texts = IntStream.range(0, distinct).mapToObj(i -> "t" + i).toList();
    int[] codes = IntStream.range(0, distinct + 3).map(i -> i == 1 ? -1 : i % distinct).toArray();
    StringColumn column = TextColumnBuilder.column("c", codes, texts);
    StringColumn filled = StringColumn.create("c");
    for (int code : codes) {
      filled.append(code < 0 ? "" : texts.get(code));
    }
    assertThat(column.asList()).isEqualTo(filled.asList());
    assertThat(column.countMissing()).isEqualTo(1);
    assertThat(column.isMissing(1)).isTrue();
    assertThat(column.countUnique()).isEqualTo(filled.countUnique());
    assertThat(column.isEqualTo("t0").toArray()).isEqualTo(filled.isEqualTo("t0").toArray());
    assertThat(column.where(Selection.with(0, 1)).asList()).containsExactly("t0", "");
    assertThat(column.copy().append("another").appendMissing().asList())
        .isEqualTo(filled.copy().append("another").appendMissing().asList());
    column.sortDescending();
    filled.sortDescending();
    assertThat(column.asList()).isEqualTo(filled.asList());
  }

  @Test
  void numbersKeepTheirArray() {
    double[] values = {1, Double.NaN, 3};
    var column = Columns.numbers("n", values);
    assertThat(Columns.values(column)).isSameAs(values);
    assertThat(column.countMissing()).isEqualTo(1);
    assertThat(column.sum()).isEqualTo(4);
    assertThat(column.where(Selection.with(2)).asList()).containsExactly(3.0);
  }

  @Test
  void datesAndTimes() {
    LocalDate[] dates = {
      LocalDate.EPOCH,
      LocalDate.of(1899, 12, 31),
      LocalDate.of(2026, 2, 28),
      LocalDate.of(9999, 12, 31)
    };
    int[] days = new int[dates.length + 1];
    long[] instants = new long[dates.length + 1];
    for (int i = 0; i < dates.length; i++) {
      days[i] = (int) dates[i].toEpochDay();
      instants[i] = dates[i].toEpochDay() * 86_400_000_000L + 86_399_123_000L;
    }
    days[dates.length] = Columns.MISSING_DAY;
    instants[dates.length] = Columns.MISSING_MICROSECOND;
    var column = Columns.dates("d", days);
    var times = Columns.dateTimes("t", instants);
    for (int i = 0; i < dates.length; i++) {
      assertThat(column.get(i)).isEqualTo(dates[i]);
      assertThat(times.get(i))
          .isEqualTo(LocalDateTime.of(dates[i], LocalTime.of(23, 59, 59, 123_000_000)));
    }
    assertThat(column.isMissing(dates.length)).isTrue();
    assertThat(times.isMissing(dates.length)).isTrue();
  }

  @Test
  void truthValues() {
    var column = Columns.booleans("b", new byte[] {1, 0, -128, 1});
    assertThat(column.asList()).containsExactly(true, false, null, true);
    assertThat(column.countMissing()).isEqualTo(1);
    assertThat(column.size()).isEqualTo(4);
  }
}
