package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segql.diagnostic.Span;
import org.segql.syntax.CompletionSite.Called;
import org.segql.syntax.CompletionSite.Construct;
import org.segql.syntax.CompletionSite.Want;

class CompletionSiteTest {
  @Test
  void aStatementBeginsWithAVerb() {
    var site = at("LOAD t FROM 'x'; SE|");

    assertThat(site.keywords()).contains("SEGMENT", "SHOW", "LOAD").doesNotContain("BY");
    assertThat(site.prefix()).isEqualTo("SE");
    assertThat(site.replaces()).isEqualTo(new Span(17, 19));
    assertThat(site.verb()).isEmpty();
  }

  @Test
  void columnsOfTheSource() {
    var site = at("SEGMENT customers BY age, in| USING kmeans(5)");

    assertThat(site.wants()).contains(new Want(Construct.COLUMN, "BY"));
    assertThat(site.wants(Construct.FUNCTION)).isTrue();
    assertThat(site.tables()).containsExactly("customers");
    assertThat(site.verb()).isEqualTo("SEGMENT");
  }

  @Test
  void clausesThatAreNotThereYet() {
    var site = at("SEGMENT customers BY age | USING kmeans(5)");

    assertThat(site.keywords())
        .contains("WHERE", "DESCRIBED BY", "TARGET", "LOG", "WITH")
        .doesNotContain("USING", "BY");
  }

  @Test
  void tablesAndAlgorithmsAndCharts() {
    assertThat(at("SEGMENT |").wants(Construct.TABLE)).isTrue();
    assertThat(at("SHOW FROM a JOIN |").wants(Construct.TABLE)).isTrue();
    assertThat(at("SEGMENT t USING km|").wants(Construct.ALGORITHM)).isTrue();
    assertThat(at("PLOT q1 AS |").wants(Construct.CHART)).isTrue();
    assertThat(at("PROFILE |").wants(Construct.SEGMENTATION)).isTrue();
    assertThat(at("DESCRIBE |").wants(Construct.OBJECT)).isTrue();
    assertThat(at("SEGMENT t MISSING |").wants())
        .contains(new Want(Construct.PREPARATION, "MISSING"));
    assertThat(at("SEGMENT t BY a AS |").wants(Construct.NEW_NAME)).isTrue();
  }

  @Test
  void optionsOfACall() {
    var site = at("SEGMENT t BY a USING kmeans(5, restarts = 20, |");

    assertThat(site.wants(Construct.OPTION)).isTrue();
    assertThat(site.call())
        .hasValueSatisfying(
            call -> {
              assertThat(call.called()).isEqualTo(Called.ALGORITHM);
              assertThat(call.name()).isEqualTo("kmeans");
              assertThat(call.argument()).isEqualTo(2);
              assertThat(call.used()).isEqualTo(Set.of("restarts"));
              assertThat(call.option()).isEmpty();
            });
  }

  @Test
  void valueOfAnOption() {
    var site = at("SEGMENT t BY a USING hierarchical(5, linkage = av|) TARGET WHERE size > 1");

    assertThat(site.call().orElseThrow().option()).contains("linkage");
    assertThat(site.prefix()).isEqualTo("av");
  }

  @Test
  void callsOfOtherKinds() {
    assertThat(called("PLOT q AS scatter(|")).isEqualTo(Called.CHART);
    assertThat(called("SEGMENT t OUTLIERS WINSORIZE(|")).isEqualTo(Called.PREPARATION);
    assertThat(called("SHOW t WHERE ROUND(a, |")).isEqualTo(Called.FUNCTION);
    assertThat(called("LOAD t FROM 'x' WITH (|")).isEqualTo(Called.OPTIONS);
    assertThat(called("LOAD t FROM 'x' WITH (names = (a, |")).isEqualTo(Called.OPTIONS);
    assertThat(called("SEGMENT t BY a WITH (|")).isEqualTo(Called.OPTIONS);
  }

  @Test
  void filesAndValuesInTexts() {
    var file = at("LOAD t FROM 'data/cu|");
    assertThat(file.wants(Construct.FILE)).isTrue();
    assertThat(file.inText()).isTrue();
    assertThat(file.prefix()).isEqualTo("data/cu");
    assertThat(file.replaces()).isEqualTo(new Span(13, 20));

    var value = at("SHOW t WHERE region = 'No|' AND x = 1");
    assertThat(value.compared()).contains("region");
    assertThat(value.wants(Construct.VALUE)).isTrue();
    assertThat(at("SHOW t WHERE region NOT IN ('a', '|").compared()).contains("region");
  }

  @Test
  void brokenTextBeforeTheCursor() {
    var site = at("SEGMENT customers BY age income, ,, sp| USING");

    assertThat(site.wants()).contains(new Want(Construct.COLUMN, "BY"));
    assertThat(site.tables()).containsExactly("customers");
  }

  @Test
  void stepsAndDerivedNames() {
    var site = at("TABLE f AS FROM a JOIN b ON id DERIVE x = a + 1, y = 2 WHERE |");

    assertThat(site.tables()).containsExactly("a", "b");
    assertThat(site.derived()).containsExactly("x", "y");
    assertThat(at("SHOW t LIMIT 5 |").keywords()).contains("GROUP BY", "ORDER BY", "AS OF");
  }

  @Test
  void nothingInComments() {
    var site = at("SHOW t -- and |");

    assertThat(site.keywords()).isEmpty();
    assertThat(site.wants()).isEmpty();
  }

  private static Called called(String text) {
    return at(text).call().orElseThrow().called();
  }

  private static CompletionSite at(String text) {
    int offset = text.indexOf('|');
    return CompletionSite.at(text.replace("|", ""), offset);
  }
}
