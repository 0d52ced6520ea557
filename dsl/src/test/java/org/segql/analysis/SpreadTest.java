package org.segql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segql.ast.Statement;
import org.segql.diagnostic.Source;
import org.segql.plan.Command;
import org.segql.syntax.Parser;

/// PER in AGGREGATE, where the data are there to say which columns it gives.
class SpreadTest {
  private static final String SCRIPT =
      "TABLE t AS FROM orders GROUP BY customer_id AGGREGATE spend = SUM(price) PER category";

  private static Analyzed analyze(PerValues values) {
    var source = new Source("script", SCRIPT);
    Statement statement = Parser.parse(source).script().statements().getFirst();
    var context = new Context(Checks.catalog(), new Origins(), Checks.SOURCES, values, 42);
    return new Analyzer(context, source).analyze(statement);
  }

  @Test
  void valuesBecomePartsOfNames() {
    Analyzed analyzed = analyze((_, _, _) -> List.of("Wine", "fresh fruit", "Fresh Fruit", "€"));
    assertThat(((Command.DeriveTable) analyzed.command().orElseThrow()).relation().schema().names())
        .containsExactly(
            "customer_id", "spend_wine", "spend_fresh_fruit", "spend_fresh_fruit_2", "spend_other");
  }

  @Test
  void moreThanFiftyValuesAreRefused() {
    List<Object> many = IntStream.range(0, 51).mapToObj(i -> "v" + i).collect(Collectors.toList());
    assertThat(analyze((_, _, _) -> many).diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code().text()).isEqualTo("too-many-values"));
  }

  @Test
  void withoutDataTheColumnsStayOpen() {
    var source = new Source("script", SCRIPT);
    Statement statement = Parser.parse(source).script().statements().getFirst();
    Analyzed analyzed = new Analyzer(Checks.context(), source).analyze(statement);
    assertThat(analyzed.diagnostics()).isEmpty();
    assertThat(analyzed.makes().orElseThrow().schema().open()).isTrue();
  }
}
