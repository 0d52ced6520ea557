package org.segql.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segql.analysis.Analyzed;
import org.segql.analysis.Analyzer;
import org.segql.analysis.Checks;
import org.segql.analysis.Context;
import org.segql.analysis.ScriptChecker;
import org.segql.diagnostic.Source;
import org.segql.plan.explain.PlanPrinter;
import org.segql.syntax.Parser;

/// Specs below `spec/analysis`: scripts that are checked against two tables, `customers` and
/// `orders`, which have columns and no rows.
final class AnalysisOutputs implements Outputs {
  @Override
  public String errors(Source source) {
    return Outputs.render(ScriptChecker.check(Parser.parse(source), source, Checks.context()));
  }

  /// The plan of every statement, each against what the tables are before the script.
  @Override
  public Optional<String> section(String name, Source source) {
    return name.equals("plan") ? Optional.of(plans(source)) : Optional.empty();
  }

  private static String plans(Source source) {
    Context context = Checks.context();
    var printer = new PlanPrinter(context.catalog());
    List<String> plans = new ArrayList<>();
    for (var statement : Parser.parse(source).script().statements()) {
      Analyzed analyzed = new Analyzer(context, source).analyze(statement);
      analyzed.command().ifPresent(c -> plans.add(printer.print(c)));
      analyzed.makes().ifPresent(context.catalog()::put);
    }
    return String.join("\n", plans);
  }
}
