package org.segql.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.analysis.ClauseHelp;
import org.segql.analysis.PreparationWord;
import org.segql.analysis.SourceOption;
import org.segql.analysis.StatementDefinition;
import org.segql.chart.ChartDefinition;
import org.segql.chart.Charts;
import org.segql.chart.Fits;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;

/// The pages made from the definitions of statements, preparation words, algorithms, options and
/// charts.
final class DefinitionPages {
  private DefinitionPages() {}

  static String statements() {
    Map<String, String> parts = new HashMap<>();
    for (StatementDefinition s : StatementDefinition.values()) {
      parts.put(s.text(), statement(s));
    }
    return Template.fill("statements.md", parts);
  }

  private static String statement(StatementDefinition s) {
    var text = new Markdown().heading(2, s.text()).paragraph(s.summary()).block("", s.syntax());
    if (!s.clauses().isEmpty()) {
      text.table(
          List.of("clause", "meaning", "without it", "for example"),
          s.clauses().stream().map(DefinitionPages::clause).toList());
    }
    return text.toString();
  }

  private static List<String> clause(ClauseHelp c) {
    return List.of(
        Markdown.code(c.text()),
        Markdown.cell(c.summary()),
        Markdown.cell(c.otherwise()),
        Markdown.code(c.example()));
  }

  static String preparation() {
    Map<String, String> parts = new HashMap<>();
    for (PreparationWord.Clause clause : PreparationWord.Clause.values()) {
      List<List<String>> rows =
          clause.words().stream()
              .map(
                  w ->
                      List.of(
                          Markdown.code(w.text())
                              + (w.text().equalsIgnoreCase(clause.byDefault()) ? " (default)" : ""),
                          Markdown.cell(w.summary()),
                          parameters(w),
                          Markdown.code(w.example())))
              .toList();
      parts.put(
          clause.option(),
          new Markdown()
              .table(List.of("word", "what it does", "parameters", "for example"), rows)
              .toString());
    }
    return Template.fill("preparation.md", parts);
  }

  private static String parameters(Definition d) {
    return d.parameters().stream()
        .map(p -> Markdown.code(p.name()) + ": " + Markdown.cell(meaning(p)))
        .collect(Collectors.joining("<br>"));
  }

  private static String meaning(Parameter p) {
    String otherwise = p.defaultText() == null ? "" : "; default " + p.defaultText();
    return p.summary() + " (" + p.kind().text() + otherwise + ")";
  }

  static String algorithms() {
    Map<String, String> parts = new HashMap<>();
    List<List<String>> all = new ArrayList<>();
    for (AlgorithmDefinition a : AlgorithmDefinition.values()) {
      var c = a.capabilities();
      all.add(
          List.of(
              "[" + a.text() + "](#" + a.text() + ")",
              Markdown.cell(a.summary()),
              yes(c.needsNumbers()),
              yes(c.distances()),
              yes(c.choosesK()),
              yes(c.probabilities()),
              Markdown.cell(a.cost())));
      parts.put(a.text(), algorithm(a));
    }
    parts.put(
        "all",
        new Markdown()
            .table(
                List.of(
                    "name",
                    "what it does",
                    "needs numbers",
                    "scales by default",
                    "chooses k",
                    "probabilities",
                    "cost"),
                all)
            .toString());
    return Template.fill("algorithms.md", parts);
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static String algorithm(AlgorithmDefinition a) {
    var text = new Markdown().heading(2, a.text()).paragraph(a.summary());
    if (!a.parameters().isEmpty()) {
      text.table(
          List.of("parameter", "value", "default", "meaning"),
          a.parameters().stream().map(DefinitionPages::parameter).toList());
    }
    return text.paragraph("**Cost** grows as " + a.cost() + ".")
        .paragraph("**New rows.** " + a.scoring())
        .example(a.example())
        .toString();
  }

  private static List<String> parameter(Parameter p) {
    String otherwise = p.defaultText() == null ? "" : Markdown.code(p.defaultText());
    return List.of(
        Markdown.code(p.name()) + (p.named() ? " (by name)" : ""),
        Markdown.cell(p.kind().text()),
        p.required() ? "required" : otherwise,
        Markdown.cell(p.summary()));
  }

  static String files() {
    List<List<String>> rows = new ArrayList<>();
    for (SourceOption o : SourceOption.values()) {
      rows.add(
          List.of(
              Markdown.code(o.text()),
              o.shape().text(),
              Markdown.cell(o.summary()),
              Markdown.code(o.text() + " = " + o.sample()),
              yes(SourceOption.all(false).contains(o)),
              yes(SourceOption.all(true).contains(o))));
    }
    return Template.fill(
        "files.md",
        Map.of(
            "options",
            new Markdown()
                .table(List.of("option", "takes", "meaning", "for example", "LOAD", "EXPORT"), rows)
                .toString()));
  }

  static String charts() {
    var text = new Markdown();
    List<String> names = new ArrayList<>();
    for (ChartDefinition c : Charts.ALL) {
      names.add(c.text());
      text.heading(2, c.text()).paragraph(c.summary() + " Of " + fits(c) + ".");
      if (!c.parameters().isEmpty()) {
        text.table(
            List.of("parameter", "value", "default", "meaning"),
            c.parameters().stream().map(DefinitionPages::parameter).toList());
      }
      text.block("segql", c.example())
          .paragraph("![" + c.text() + "](charts/" + c.text() + ".png)");
    }
    return Template.fill(
        "charts.md", Map.of("all", text.toString(), "contents", Markdown.contents(names)));
  }

  private static String fits(ChartDefinition c) {
    return c.fits().stream()
        .sorted()
        .map(Fits::text)
        .collect(Collectors.joining(", "))
        .toLowerCase(Locale.ROOT);
  }
}
