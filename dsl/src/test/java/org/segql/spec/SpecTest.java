package org.segql.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.segql.diagnostic.Source;

/// Runs the files of `src/test/resources/spec`. With `-Dspec.update=true` it rewrites what differs
/// and still fails, so that a rewritten expectation is looked at before it is kept.
class SpecTest {
  private static final boolean UPDATE = "true".equals(System.getProperty("spec.update"));

  @TestFactory
  Stream<DynamicTest> specs() {
    return Spec.all().stream()
        .map(spec -> DynamicTest.dynamicTest(spec.name(), spec.file().toUri(), () -> check(spec)));
  }

  private static void check(Spec spec) {
    var source = new Source(spec.file().getFileName().toString(), spec.script());
    Map<String, String> actual = actual(spec, outputs(spec), source);
    boolean same =
        actual.keySet().equals(spec.sections().keySet())
            && actual.entrySet().stream()
                .allMatch(e -> Expectation.matches(spec.sections().get(e.getKey()), e.getValue()));
    if (same) {
      return;
    }
    if (UPDATE) {
      spec.write(actual);
      fail(spec.name() + " was rewritten; look at the difference.");
    }
    assertThat(shown(actual)).as(spec.file().toString()).isEqualTo(shown(spec.sections()));
    fail("the sections of " + spec.name() + " stand in another order");
  }

  private static Outputs outputs(Spec spec) {
    if (spec.name().startsWith("syntax")) {
      return Outputs.SYNTAX;
    }
    return spec.name().startsWith("analysis")
        ? new AnalysisOutputs()
        : SessionOutputs.forSpec()
            .orElseThrow(() -> new AssertionError("no folder data with the sample above this one"));
  }

  /// What came out: the errors where there are any, and the sections that the spec has.
  private static Map<String, String> actual(Spec spec, Outputs outputs, Source source) {
    var actual = new LinkedHashMap<String, String>();
    String errors = outputs.errors(source);
    for (String name : spec.sections().keySet()) {
      if (name.equals("error")) {
        actual.put(name, errors);
      } else {
        outputs.section(name, source).ifPresent(text -> actual.put(name, text));
      }
    }
    if (!errors.isEmpty()) {
      actual.putIfAbsent("error", errors);
    }
    return actual;
  }

  private static String shown(Map<String, String> sections) {
    var text = new StringBuilder();
    sections.forEach((name, body) -> text.append("---- ").append(name).append('\n').append(body));
    return text.toString();
  }
}
