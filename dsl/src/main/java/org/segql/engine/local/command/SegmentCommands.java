package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Outcome;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.report.ProfileReport;
import org.segql.engine.local.report.RuleReport;
import org.segql.engine.local.report.SegmentReport;
import org.segql.engine.local.segment.Gates;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.engine.local.segment.Model;
import org.segql.engine.local.segment.Pairwise;
import org.segql.engine.local.segment.Profile;
import org.segql.engine.local.segment.Profiler;
import org.segql.engine.local.segment.Scoring;
import org.segql.engine.local.segment.SegmentRules;
import org.segql.engine.local.segment.Segmentations;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.MeasuredDates;
import org.segql.plan.Named;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;
import org.segql.plan.rewrite.Rewriter;
import org.segql.result.Part;
import org.segql.result.Result;

/// SEGMENT, PROFILE, REQUIRE, APPLY.
final class SegmentCommands {
  private final Execution execution;

  SegmentCommands(Execution execution) {
    this.execution = execution;
  }

  Outcome segment(Command.Segment command) {
    SegmentPlan plan = command.plan();
    if (plan.per().isPresent()) {
      return new SegmentPer(execution, this).run(plan, plan.per().get());
    }
    LocalSegmentation made = make(plan);
    Result result = new SegmentReport(made).result(notes(plan.defaults()));
    return new Outcome(result, List.of(entry(made, plan.name())), made.failed());
  }

  /// Fits, names, targets and checks the gates of a plan.
  LocalSegmentation make(SegmentPlan plan) {
    LocalData source = execution.data(plan.source());
    Frame frame = execution.run(plan.input(), plan.asOf());
    return new Segmentations(
            execution.context(execution.date(plan.asOf())),
            execution.work().threads(),
            execution::segmentation)
        .make(plan, source, frame);
  }

  private List<Diagnostic> notes(List<String> defaults) {
    var found = execution.findings().notes();
    return defaults.isEmpty()
        ? found
        : Stream.concat(
                Stream.of(
                    Diagnostic.note(
                        Code.DEFAULTS, "Chosen by default: " + String.join(", ", defaults) + ".")),
                found.stream())
            .toList();
  }

  static CatalogEntry entry(LocalSegmentation s, String name) {
    return new CatalogEntry(
        name,
        CatalogEntry.Kind.SEGMENTATION,
        s.schema(),
        s,
        s.k() + " segments of " + s.model().source(),
        List.of(s.model().source()),
        false);
  }

  Outcome describe(Command.DescribeSegmentation command) {
    LocalSegmentation s = execution.segmentation(command.segmentation());
    return Outcome.of(new SegmentReport(s).result(execution.findings().notes()));
  }

  Outcome profile(Command.Profile command) {
    LocalSegmentation s = execution.segmentation(command.segmentation());
    var profile = command.on().isEmpty() ? s.profile() : profile(s, command.on());
    if (command.of() != null) {
      return pair(s, command);
    }
    Result result =
        new Result(
            "Profile of `" + command.segmentation() + "`",
            command.name().orElse(null),
            new ProfileReport(profile, s.segments(), rules(s, command)).parts(),
            execution.findings().notes());
    return kept(command.name().orElse(null), result, command.segmentation());
  }

  /// Of what formed the segments, or of what the statement lists.
  private List<Part> rules(LocalSegmentation s, Command.Profile command) {
    int[] labels = s.membership().labels();
    String table = command.on().isEmpty() ? s.model().source() : command.segmentation();
    return RuleReport.parts(
        ruled(s, labels, s.k(), command.on()), s.segments(), table, s.model().where());
  }

  /// @param labels of all rows, from 0; -1 takes no part
  /// @param on empty: what formed the segments
  private SegmentRules ruled(LocalSegmentation s, int[] labels, int k, List<Named> on) {
    List<Named> variables = on.isEmpty() ? SegmentRules.variables(s) : on;
    var columns = ExprColumns.of(variables.stream().map(Named::value).toList());
    Frame frame =
        on.isEmpty()
            ? s.source()
                .columns(Execution.names(columns, s.source().schema()), execution.work().progress())
            : frame(s, on);
    return SegmentRules.of(s, labels, k, variables, frame, execution.contextOf(s.plan()));
  }

  private Outcome pair(LocalSegmentation s, Command.Profile command) {
    Frame frame = frame(s, command.on());
    var rows = new Evaluator(frame, execution.context(null));
    Set<String> forming = new LinkedHashSet<>();
    s.model().variables().forEach(v -> forming.add(v.name()));
    var subjects =
        (command.on().isEmpty() ? Segmentations.profiled(s) : command.on())
            .stream()
                .map(
                    n ->
                        new Profiler.Subject(
                            n.name(), rows.eval(n.value()), forming.contains(n.name())))
                .toList();
    int of = Segmentations.number(s, Objects.requireNonNull(command.of()));
    int against = command.against() == null ? 0 : Segmentations.number(s, command.against());
    Part.TablePart table = Pairwise.compare(s, of, against, subjects);
    String rival = against == 0 ? "all others" : "'" + s.model().segmentName(against) + "'";
    var parts = new ArrayList<Part>();
    parts.add(table);
    parts.add(
        new Part.Paragraph(
            "The strongest difference first; d is Cohen's d (0.2 small, 0.5 medium, 0.8"
                + " large), p adjusted by Holm, none for variables that formed the"
                + " segments."));
    int[] sides = Pairwise.sides(s, of, against);
    ruled(s, sides, 2, command.on()).each().stream()
        .filter(rule -> rule.segment() == 1)
        .forEach(rule -> parts.addAll(RuleReport.sentence(rule)));
    Result result =
        new Result(
            "What separates '" + s.model().segmentName(of) + "' from " + rival,
            command.name().orElse(null),
            parts,
            execution.findings().notes());
    return kept(command.name().orElse(null), result, command.segmentation());
  }

  private static Outcome kept(@Nullable String name, Result result, String from) {
    return name == null
        ? Outcome.of(result)
        : Outcome.of(result, ResultTables.entry(name, result.firstTable().orElseThrow(), from));
  }

  private Frame frame(LocalSegmentation s, List<Named> on) {
    var expressions =
        (on.isEmpty() ? Segmentations.profiled(s) : on).stream().map(Named::value).toList();
    return s.columns(
        Execution.names(ExprColumns.of(expressions), s.schema()), execution.work().progress());
  }

  private Profile profile(LocalSegmentation s, List<Named> on) {
    var rows = new Evaluator(frame(s, on), execution.context(null));
    Set<String> forming = Segmentations.forming(s);
    var subjects = new ArrayList<Profiler.Subject>();
    for (Named n : on) {
      boolean formed = n.value() instanceof Expr.Column c && forming.contains(c.name());
      subjects.add(new Profiler.Subject(n.name(), rows.eval(n.value()), formed));
    }
    return new Profiler(s.membership().labels(), s.k(), s.weights(), execution.work().progress())
        .profile(subjects);
  }

  Outcome require(Command.Require command) {
    LocalSegmentation s = execution.segmentation(command.segmentation());
    var columns =
        ExprColumns.of(command.gates().stream().map(SegmentPlan.GatePlan::condition).toList());
    Frame frame = s.columns(Execution.names(columns, s.schema()), execution.work().progress());
    s =
        Segmentations.withStability(
            s, command.gates(), execution.context(null), execution.work().threads());
    var failed = Gates.check(s, command.gates(), frame, execution.context(null));
    String met = String.join(", ", command.gates().stream().map(g -> g.text()).toList());
    Result result =
        Result.text(
                failed.isEmpty()
                    ? "`" + command.segmentation() + "` meets " + met + "."
                    : "`" + command.segmentation() + "` does not meet its gates.")
            .noting(execution.findings().notes());
    return new Outcome(result, List.of(), failed);
  }

  Outcome apply(Command.Apply command) {
    var entry = execution.entry(command.model());
    var model =
        switch (entry.data()) {
          case LocalSegmentation s -> s.model();
          case Scoring.Stored m -> m.model();
          case null, default ->
              throw new SegqlException(
                  Diagnostic.error(
                      Code.UNKNOWN_TABLE,
                      "`" + command.model() + "` is neither a segmentation nor a model."));
        };
    LocalData source = execution.data(command.table());
    String name = command.name().orElse(command.table() + "_scored");
    LocalSegmentation scored =
        new Scoring(execution.context(execution.date(asOf(command, model))))
            .apply(model, command.table(), source, name);
    execution.findings().add(Diagnostic.note(Code.FIDELITY, model.assignment().fidelity()));
    Result result = new SegmentReport(scored).result(execution.findings().notes());
    return command.name().isEmpty()
        ? Outcome.of(result.named(null))
        : Outcome.of(result, entry(scored, name));
  }

  /// Where no AS OF is written: the newest of the date in the table that the model measures.
  private static Relation.AsOf asOf(Command.Apply command, Model model) {
    if (!(command.asOf() instanceof Relation.AsOf.Unused)) {
      return command.asOf();
    }
    var uses =
        MeasuredDates.of(
            new Relation.Scan(command.table(), model.inputs(), null), model.expressions());
    var dates = new LinkedHashSet<Relation.AsOf.NewestOf>();
    uses.forEach(u -> dates.addAll(u.dates()));
    if (uses.isEmpty() || dates.size() == 1) {
      return uses.isEmpty()
          ? command.asOf()
          : Rewriter.newest(dates.getFirst().input(), dates.getFirst().column());
    }
    throw new SegqlException(
        Diagnostic.error(
            Code.AS_OF_NEEDED,
            "The model `"
                + command.model()
                + "` asks for a date, and which one is not plain from the expressions in it.",
            "Write `APPLY "
                + command.model()
                + " TO "
                + command.table()
                + " AS OF DATE '2026-01-31'`."));
  }
}
