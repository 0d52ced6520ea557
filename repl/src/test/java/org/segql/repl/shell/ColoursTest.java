package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.Colors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segql.session.Session;

class ColoursTest {
  private record Row(double age, double income, String region) {}

  /// `|` is the cursor; what is underlined is listed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "SEGMENT customers BY age, incme USING kmeans(5); | ! incme",
        "SEGMENT customers BY age, incme USING kmeans(5,| ! incme",
        "SEGMENT customers BY age, incme| ! ''",
        "SEGMENT custmers BY age USING kmeans(3)| ! custmers",
        "SEGMENT customers BY age USNG kmeans(5) | ! USNG",
        "SEGMENT customers BY age USNG| ! ''",
        "SEGMENT customers BY age, | ! ''",
        "SEGMENT customers | ! ''",
        "SHOW customers WHERE age > | ! ''",
        "SHOW customers WHERE region == 'x' | ! ==",
        "SHOW FROM customers WHERE income > 1 SELECT agee;| ! agee",
        "TABLE t AS FROM customers WHERE income > 1 SELECT agee LIMIT 3| ! agee",
        "LOAD new FROM 'nowhere.csv'; SHOW new; | ! ''",
        "LOAD new FROM 'nowhere.csv'; SHOW nwe; | ! nwe",
        "RUN 'nowhere.segql'; | ! ''",
        "SEGMENT customers BY age USING kmeens(5) AS q| ! kmeens",
      })
  void whatIsWrongIsUnderlinedAsSoonAsItIsWritten(String typed, String wrong) {
    assertThat(underlined(typed.strip())).isEqualTo(wrong.strip());
  }

  @ParameterizedTest
  @CsvSource({"ON_DARK,0", "ON_LIGHT,255"})
  void coloursCanBeReadOnTheirBackground(String name, int background) {
    Palette palette = name.equals("ON_DARK") ? Palette.ON_DARK : Palette.ON_LIGHT;
    for (int colour :
        List.of(
            palette.keyword(),
            palette.function(),
            palette.text(),
            palette.number(),
            palette.comment(),
            palette.error())) {
      assertThat(contrast(Colors.rgbColor(colour), background * 0x10101))
          .as("contrast of %d, of which WCAG 2.1 asks 4.5", colour)
          .isGreaterThan(4.5);
    }
  }

  @Test
  void aTextIsColouredInItsOwnCase() {
    assertThat(coloured("segment customers by AGE|").toString())
        .isEqualTo("segment customers by AGE");
  }

  private static AttributedString coloured(String typed) {
    int cursor = typed.indexOf('|');
    try (Session session = Session.open()) {
      session.bind("customers", List.of(new Row(1, 2, "x"), new Row(2, 3, "y")));
      String text = typed.replace("|", "");
      return Colours.coloured(
          session.language().tokens(text),
          Mistakes.spans(session.language(), text),
          text,
          cursor,
          Palette.OF_TERMINAL);
    }
  }

  private static String underlined(String typed) {
    AttributedString text = coloured(typed);
    var found = new ArrayList<String>();
    var run = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      boolean wrong = i < text.length() && (text.styleAt(i).getStyle() & 8) != 0;
      if (wrong) {
        run.append(text.charAt(i));
      } else if (!run.isEmpty()) {
        found.add(run.toString());
        run.setLength(0);
      }
    }
    return String.join(" ", found);
  }

  private static double contrast(int a, int b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
