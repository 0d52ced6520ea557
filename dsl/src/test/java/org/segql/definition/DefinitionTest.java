package org.segql.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.segql.catalog.Type;

class DefinitionTest {
  private record Sample(String text, String summary, List<Parameter> parameters, String example)
      implements Definition {}

  private static final Definition HIERARCHICAL =
      new Sample(
          "hierarchical",
          "Agglomerative clustering.",
          List.of(
              Parameter.required("k", new Kind.K(1, Integer.MAX_VALUE, true), "How many segments."),
              Parameter.option(
                  "linkage",
                  new Kind.Choice("average", "ward"),
                  "average",
                  "How distances merge.")),
          "SEGMENT customers BY age USING hierarchical(4);");

  @Test
  void aSignatureShowsDefaults() {
    assertThat(HIERARCHICAL.signature()).isEqualTo("hierarchical(k, linkage = average)");
  }

  @Test
  void parametersAreFoundIgnoringCaseAndOnlySomeStandByPlace() {
    assertThat(HIERARCHICAL.parameter("LINKAGE")).isPresent();
    assertThat(HIERARCHICAL.positional()).extracting(Parameter::name).containsExactly("k");
  }

  @Test
  void kindsAreSaidInWords() {
    assertThat(Kind.Number.whole(1, Double.POSITIVE_INFINITY).text())
        .isEqualTo("a whole number from 1");
    assertThat(new Kind.Number(0, 0.5).orAuto().text()).isEqualTo("a number from 0 to 0.5 or AUTO");
    assertThat(new Kind.Column(Type.NUMBER).text()).isEqualTo("a column of type NUMBER");
    assertThat(new Kind.Choice("a", "b").text()).isEqualTo("one of a, b");
    assertThat(new Kind.K(1, Integer.MAX_VALUE, true).text())
        .isEqualTo("a whole number from 1, a range such as 2..8 or AUTO");
  }

  @Test
  void aRequiredParameterHasNoDefault() {
    assertThatThrownBy(() -> new Parameter("k", new Kind.Flag(), "TRUE", "", true, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
