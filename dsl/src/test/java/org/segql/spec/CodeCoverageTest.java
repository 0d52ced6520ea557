package org.segql.spec;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Code;

/// Every code of a diagnostic is shown by a spec, or, where it takes a file, a database or a moment
/// that a spec cannot have, by a test that is named here.
class CodeCoverageTest {
  private static final Path TESTS = Path.of("src/test/java/org/segql").toAbsolutePath();

  private static final Map<Code, String> ELSEWHERE =
      Map.ofEntries(
          entry(Code.AMBIGUOUS_DATE, "engine/local/scan/TypeDetectionTest"),
          entry(Code.AMBIGUOUS_NUMBER, "engine/local/scan/TypeDetectionTest"),
          entry(Code.CANCELLED, "session/CancellationTest"),
          entry(Code.COLUMN_NAMES, "session/BadInputTest"),
          entry(Code.DATABASE, "engine/local/scan/BadInputTest"),
          entry(Code.DATE_FORMAT, "session/MarketingCampaignTest"),
          entry(Code.DECIMAL_COMMA, "engine/local/scan/TypeDetectionTest"),
          entry(Code.EMPTY_FILE, "session/BadInputTest"),
          entry(Code.ENCODING, "session/BadInputTest"),
          entry(Code.FILE_UNREADABLE, "session/FilesThatSurpriseTest"),
          entry(Code.FILE_UNWRITABLE, "session/RoundTripTest"),
          entry(Code.INEXACT_NUMBERS, "engine/local/scan/TypeDetectionTest"),
          entry(Code.MIXED_COLUMN, "engine/local/scan/TypeDetectionTest"),
          entry(Code.NESTED_COLUMN, "session/FilesThatSurpriseTest"),
          entry(Code.RAGGED_ROW, "session/BadInputTest"),
          entry(Code.SOURCE_CHANGED, "engine/local/LocalTableTest"),
          entry(Code.SOURCE_TABLE, "engine/local/export/RoundTripTest"),
          entry(Code.TOO_DEEP, "syntax/LimitsTest"),
          entry(Code.TOO_LONG, "syntax/LimitsTest"),
          entry(Code.TOO_MANY_COLUMNS, "session/BadInputTest"),
          entry(Code.VALUES_CHANGED, "engine/local/export/RoundTripTest"),
          entry(Code.VALUES_LOST, "session/FilesThatSurpriseTest"),
          entry(Code.VALUES_UNEXPECTED, "engine/local/scan/TypeDetectionTest"));

  /// What no test brings about on purpose: a defect, a full memory.
  private static final Set<Code> NEVER = EnumSet.of(Code.INTERNAL, Code.OUT_OF_MEMORY);

  @Test
  void everyCodeIsShown() {
    assertThat(without(expectations())).isEmpty();
  }

  /// A code that no spec shows is found: this test can fail.
  @Test
  void aCodeWithoutASpecIsFound() {
    String one = expectations().replace("[unknown-column]", "[]");
    assertThat(without(one)).containsExactly(Code.UNKNOWN_COLUMN);
  }

  @Test
  void theTestsNamedHereSpeakOfTheirCodes() throws IOException {
    for (Map.Entry<Code, String> e : ELSEWHERE.entrySet()) {
      String test = Files.readString(TESTS.resolve(e.getValue() + ".java"));
      assertThat(test.contains("Code." + e.getKey().name()) || test.contains(e.getKey().text()))
          .as(e.getValue() + " and " + e.getKey())
          .isTrue();
    }
  }

  @Test
  void noTestIsNamedForWhatASpecShows() {
    assertThat(ELSEWHERE.keySet().stream().filter(c -> shows(expectations(), c)).map(Code::text))
        .isEmpty();
  }

  private static String expectations() {
    return Spec.all().stream()
        .flatMap(s -> s.sections().values().stream())
        .collect(Collectors.joining("\n"));
  }

  private static boolean shows(String expectations, Code code) {
    return Stream.of("error", "warning", "note")
        .anyMatch(s -> expectations.contains(s + "[" + code.text() + "]"));
  }

  private static Set<Code> without(String expectations) {
    return Arrays.stream(Code.values())
        .filter(c -> !shows(expectations, c) && !ELSEWHERE.containsKey(c) && !NEVER.contains(c))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
  }
}
