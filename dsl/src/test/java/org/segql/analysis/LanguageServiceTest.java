package org.segql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What an editor gets; `|` is the cursor.
class LanguageServiceTest {
  private static final Lookup LOOKUP =
      new Lookup() {
        @Override
        public List<String> values(String table, String column, int limit) {
          return table.equals("customers") && column.equals("region")
              ? List.of("North", "South")
              : List.of();
        }

        @Override
        public List<String> files(String prefix, int limit) {
          return List.of("data/customers.csv", "data/orders.csv");
        }
      };

  private final LanguageService service = new LanguageService(Checks::context, LOOKUP);

  private List<String> complete(String marked) {
    int offset = marked.indexOf('|');
    return service.complete(marked.replace("|", ""), offset).stream()
        .map(Completion::text)
        .toList();
  }

  @Test
  void statementsBegin() {
    assertThat(complete("|")).contains("SEGMENT", "LOAD", "TABLE", "SHOW");
    assertThat(complete("seg|")).containsExactly("SEGMENT");
  }

  @Test
  void tablesAndColumns() {
    assertThat(complete("SEGMENT |")).containsExactly("customers", "orders");
    assertThat(complete("SEGMENT customers BY |")).startsWith("customer_id", "age", "income");
    assertThat(complete("SEGMENT customers BY inc|")).containsExactly("income");
    assertThat(complete("SHOW customers JOIN orders ON |")).contains("customer_id", "price");
    assertThat(service.complete("SEGMENT customers BY sig", 24))
        .singleElement()
        .satisfies(c -> assertThat(c.detail()).isEqualTo("DATE"));
  }

  @Test
  void whatStatementsAboveMakeIsKnown() {
    assertThat(complete("TABLE x AS FROM orders DERIVE amount = price * 2; SEGMENT x BY amo|"))
        .containsExactly("amount");
    assertThat(complete("SEGMENT customers BY age USING kmeans(3) AS q1; PROFILE |"))
        .containsExactly("q1");
  }

  @Test
  void algorithmsWithTheirOptions() {
    assertThat(complete("SEGMENT customers BY age USING |")).startsWith("kmeans(", "ward(");
    assertThat(complete("SEGMENT customers BY age USING kmeans(|")).startsWith("AUTO", "2..8");
    assertThat(complete("SEGMENT customers BY age USING kmeans(5, |"))
        .containsExactly("restarts = ", "max_iterations = ", "tolerance = ");
    assertThat(complete("SEGMENT customers BY age USING hierarchical(3, linkage = c|"))
        .contains("complete")
        .doesNotContain("single");
  }

  @Test
  void segmentsAreJudgedByFactsAndAggregates() {
    assertThat(complete("SEGMENT customers BY age USING kmeans(5) TARGET WHERE |"))
        .contains("size", "share", "AVG(")
        .doesNotContain("age");
    assertThat(complete("SEGMENT customers BY age USING kmeans(5) TARGET WHERE AVG(sp|"))
        .containsExactly("spend");
  }

  @Test
  void gatesTellTheWholeFromEachSegment() {
    assertThat(complete("SEGMENT customers BY age USING kmeans(5) REQUIRE |"))
        .contains("silhouette", "k", "verdict", "EVERY")
        .doesNotContain("share", "age");
    assertThat(complete("SEGMENT customers BY age USING kmeans(5) REQUIRE EVERY |"))
        .contains("share", "size")
        .doesNotContain("verdict", "age");
    assertThat(complete("SEGMENT customers BY age USING kmeans(5) AS q1; REQUIRE q1 |"))
        .contains("silhouette", "verdict");
  }

  @Test
  void groupsAreMadeOfColumns() {
    assertThat(complete("SHOW customers GROUP BY |")).startsWith("customer_id", "age");
    assertThat(complete("SHOW customers GROUP BY region AGGREGATE n = |")).startsWith("COUNT(");
  }

  @Test
  void aTableBeforeThePointMeansItsColumns() {
    assertThat(complete("SHOW orders JOIN customers ON customer_id WHERE customers.|"))
        .contains("age", "signup")
        .doesNotContain("price");
  }

  @Test
  void parametersBeginWithTheirSign() {
    assertThat(complete("PARAM n = 3; SHOW customers LIMIT $|")).containsExactly("$n");
  }

  @Test
  void valuesOfTextColumns() {
    assertThat(complete("SHOW customers WHERE region = |")).startsWith("'North'", "'South'");
    assertThat(complete("SHOW customers WHERE region = 'S|")).containsExactly("South");
  }

  @Test
  void filesOptionsAndWaysToPrepare() {
    assertThat(complete("LOAD x FROM 'data/o|")).containsExactly("data/orders.csv");
    assertThat(complete("LOAD x FROM 'a.csv' WITH (del|")).containsExactly("delimiter = ");
    assertThat(complete("SEGMENT customers BY age SCALE |"))
        .containsExactly("ZSCORE", "MINMAX", "ROBUST", "NONE");
    assertThat(complete("SEGMENT customers BY age WITH (outliers = w|"))
        .containsExactly("winsorize(");
    assertThat(complete("PLOT customers AS sca|")).startsWith("scatter(");
  }

  @Test
  void onlyWhatMakesSenseIsProposed() {
    assertThat(complete("SEGMENT customers BY age WITH (outliers = winsorize(|"))
        .contains("share = ")
        .doesNotContain("age", "ROUND(");
    assertThat(complete("SHOW customers LIMIT |")).isEmpty();
    assertThat(complete("SEGMENT customers BY age USING kmeans(3) SEED |")).isEmpty();
    assertThat(complete("SET |")).containsExactly("seed = ", "threads = ", "silence = ");
    assertThat(complete("SET seed = |")).doesNotContain("ROUND(");
    assertThat(complete("SET silence = ('id-like', '|"))
        .contains("missing-values", "skewed-variable");
    assertThat(complete("SET silence = (miss|")).contains("'missing-values'");
    assertThat(complete("SEGMENT customers USING rules('VIP' WHEN spend > 1000, |"))
        .containsExactly("OTHERWISE");
    assertThat(complete("SEGMENT customers USING rules('VIP' WHEN |")).contains("spend", "ROUND(");
  }

  @Test
  void theLikeliestComesFirst() {
    assertThat(complete("SEGMENT customers |")).startsWith("LIKE", "WHERE", "BY", "DESCRIBED BY");
    assertThat(complete("SHOW customers |")).startsWith("JOIN", "WHERE", "DERIVE", "GROUP BY");
    assertThat(complete("SEGMENT customers BY age USING kmeans(3) AS q1; PLOT q1 AS |"))
        .containsSubsequence("sizes", "histogram(");
  }

  @Test
  void likeTakesComparisonsToo() {
    String board = "COMPARE customers BY age USING kmeans(2..4), ward(3) AS board; ";

    assertThat(complete(board + "SEGMENT customers LIKE |")).containsExactly("board");
    assertThat(complete(board + "PROFILE |")).doesNotContain("board");
  }

  @Test
  void brokenTextBeforeTheCursorDoesNotMatter() {
    assertThat(complete("SEGMENT customers WHERE region = ';' BY revnu, ,, foo( USING km|"))
        .containsExactly("kmeans(");
    assertThat(complete("SHOW what ever;\nSEGMENT cust|")).containsExactly("customers");
    assertThat(complete("SHOW what ever; 'open\nSEGMENT cust|")).containsExactly("customers");
    assertThat(complete("SHOW x WHERE a = ';|'; SEGMENT customers BY age")).isEmpty();
  }

  @Test
  void namesThatNeedThemGetBackticks() {
    assertThat(complete("TABLE x AS FROM orders SELECT price AS `Price ($)`; SHOW x WHERE pri|"))
        .containsExactly("`Price ($)`");
  }

  @Test
  void hoverTellsWhatAWordIs() {
    assertThat(hover("SEGMENT customers BY a|ge USING kmeans(5)"))
        .contains("NUMBER, column of `customers`");
    assertThat(hover("SEGMENT customers BY age USING km|eans(5)")).contains("kmeans(k", "restarts");
    assertThat(hover("SEGMENT customers BY age USING kmeans(5, res|tarts = 3)"))
        .contains("starts are tried");
    assertThat(hover("SEGMENT cust|omers BY age")).contains("12 columns");
    assertThat(hover("SEG|MENT customers BY age")).contains("Divides the rows");
  }

  private String hover(String marked) {
    int offset = marked.indexOf('|');
    return service.hover(marked.replace("|", ""), offset).orElseThrow().markdown();
  }

  @Test
  void signaturesFollowTheCursor() {
    assertThat(service.signature("SEGMENT customers BY age USING hierarchical(5, linkage = ", 57))
        .hasValueSatisfying(s -> assertThat(s.active()).isEqualTo(1));
    assertThat(service.signature("SEGMENT customers BY age ", 25)).isEmpty();
    assertThat(service.signature("SHOW customers DERIVE band = BIN(age, 18, 35, ", 47))
        .hasValueSatisfying(
            s -> {
              assertThat(s.signature()).isEqualTo("BIN(x, cuts…)");
              assertThat(s.active()).isEqualTo(1);
            });
    assertThat(service.signature("SEGMENT customers BY age WITH (outliers = winsorize(", 52))
        .hasValueSatisfying(s -> assertThat(s.signature()).isEqualTo("WINSORIZE(share)"));
  }

  @Test
  void noTextIsTooBroken() {
    String script =
        "SEGMENT customers BY age, income LOG USING kmeans(2..8) TARGET WHERE size > 'a'; SHOW $x";
    for (int i = 0; i <= script.length(); i++) {
      String text = script.substring(0, i);
      assertThat(service.complete(text, i)).isNotNull();
      service.hover(script, i);
      service.signature(script.substring(i), script.length() - i);
    }
  }
}
