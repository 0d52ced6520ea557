package org.segql.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final List<String> COLUMNS =
      List.of(
          "customer_id",
          "age",
          "income",
          "revenue",
          "order_date",
          "region",
          "Annual Income (k$)",
          "mntWines",
          "email_opt_in");

  @Test
  void slips() {
    assertThat(Suggestions.nearest("revnue", COLUMNS)).containsExactly("revenue");
    assertThat(Suggestions.nearest("incmoe", COLUMNS)).containsExactly("income");
    assertThat(Suggestions.nearest("INCOME", COLUMNS)).containsExactly("income");
    assertThat(Suggestions.nearest("ag", COLUMNS)).containsExactly("age");
    assertThat(Suggestions.nearest("aeg", COLUMNS)).containsExactly("age");
  }

  @Test
  void separatorsAndWordOrder() {
    assertThat(Suggestions.nearest("orderDate", COLUMNS)).containsExactly("order_date");
    assertThat(Suggestions.nearest("date_order", COLUMNS)).containsExactly("order_date");
    assertThat(Suggestions.nearest("annual_income_k", COLUMNS))
        .containsExactly("Annual Income (k$)");
    assertThat(Suggestions.nearest("mnt_wines", COLUMNS)).containsExactly("mntWines");
  }

  @Test
  void beginningsAndWords() {
    assertThat(Suggestions.nearest("cust", COLUMNS)).containsExactly("customer_id");
    assertThat(Suggestions.nearest("email", COLUMNS)).containsExactly("email_opt_in");
  }

  @Test
  void nothingFarIsSuggested() {
    assertThat(Suggestions.nearest("zip", COLUMNS)).isEmpty();
    assertThat(Suggestions.nearest("x", List.of("y", "z"))).isEmpty();
    assertThat(Suggestions.nearest("abc", List.of("xyz"))).isEmpty();
    assertThat(Suggestions.nearest("x".repeat(100_000), COLUMNS)).isEmpty();
    assertThat(Suggestions.nearest("", COLUMNS)).isEmpty();
  }

  @Test
  void sentences() {
    assertThat(Suggestions.hint("kmens", List.of("kmeans", "kmedians")))
        .contains("Did you mean `kmeans`?");
    assertThat(Suggestions.hint("kmeas", List.of("gmeans", "kmeans")))
        .contains("Did you mean `kmeans`?");
    assertThat(Suggestions.or(List.of("a", "b", "c"))).isEqualTo("`a`, `b` or `c`");
    assertThat(Suggestions.and(List.of("a"))).isEqualTo("`a`");
  }

  @Test
  void distanceCountsASwapOnce() {
    assertThat(Suggestions.damerauLevenshtein("form", "from")).isEqualTo(1);
    assertThat(Suggestions.damerauLevenshtein("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestions.damerauLevenshtein("", "abc")).isEqualTo(3);
  }
}
