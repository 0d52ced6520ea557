package org.segql.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Source;
import org.segql.syntax.Formatter;
import org.segql.syntax.Parser;

/// What a script gives, as the sections of a spec show it.
interface Outputs {
  /// Every error and warning, rendered; empty where there is none.
  String errors(Source source);

  /// The text of a section; empty where this stage cannot make it.
  Optional<String> section(String name, Source source);

  /// Specs below `spec/syntax`: the form of a script alone; no table is known.
  Outputs SYNTAX =
      new Outputs() {
        @Override
        public String errors(Source source) {
          return render(Parser.parse(source).diagnostics());
        }

        @Override
        public Optional<String> section(String name, Source source) {
          return name.equals("format")
              ? Optional.of(Formatter.format(source.text()))
              : Optional.empty();
        }
      };

  static String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(DiagnosticRenderer.PLAIN::render)
        .collect(Collectors.joining("\n"));
  }
}
