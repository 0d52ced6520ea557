package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.segql.algorithm.AlgorithmDefinition;
import org.segql.ast.CallOf;
import org.segql.ast.Expression;
import org.segql.ast.Gate;
import org.segql.ast.Name;
import org.segql.ast.SegmentClauses;
import org.segql.ast.VariableItem;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Expr;
import org.segql.plan.MeasuredDates;
import org.segql.plan.Named;
import org.segql.plan.Preparation;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// SEGMENT and COMPARE of algorithms: clauses to plans.
final class Segments {
  private final Analysis analysis;
  private final Problems problems;

  Segments(Analysis analysis) {
    this.analysis = analysis;
    this.problems = analysis.problems();
  }

  /// @param plans one for each algorithm of USING; empty where something is wrong
  /// @param origin with the clauses of LIKE; empty where what LIKE names is not known
  record Planned(List<SegmentPlan> plans, Optional<Origin> origin) {}

  Planned of(SegmentClauses written, Optional<Name> as, String suffix) {
    var entry = analysis.table(written.source());
    var inheritance = Inheritance.of(analysis, written);
    Optional<Origin> origin =
        inheritance.map(i -> new Origin(i.clauses(), problems.source(), i.inherited()));
    if (entry.isEmpty() || inheritance.isEmpty()) {
      return new Planned(List.of(), origin);
    }
    String name = as.map(Name::text).orElse(entry.get().name() + suffix);
    var work = new Work(entry.get(), inheritance.get(), name);
    return new Planned(work.plans(), origin);
  }

  /// One statement's clauses and what they mean.
  private final class Work {
    private final CatalogEntry source;
    private final Inheritance inheritance;
    private final SegmentClauses clauses;
    private final String name;
    private final Scope.Rows rows;
    private final List<String> defaults = new ArrayList<>();

    Work(CatalogEntry source, Inheritance inheritance, String name) {
      this.source = source;
      this.inheritance = inheritance;
      this.clauses = inheritance.clauses();
      this.name = name;
      this.rows = Scope.Rows.of(source.name(), source.schema());
    }

    private <T> T at(Origin.Clause clause, Supplier<T> work) {
      return problems.pinned(inheritance.at(clause), work);
    }

    List<SegmentPlan> plans() {
      if (at(Origin.Clause.BY, this::targetMisspelt)) {
        return List.of();
      }
      var chosen = new ArrayList<Algorithms.Chosen>();
      for (CallOf call : clauses.using()) {
        Algorithms.Chosen one =
            at(Origin.Clause.USING, () -> new Algorithms(analysis).of(call, rows));
        if (one != null) {
          chosen.add(one);
        }
      }
      AlgorithmDefinition first = firstDefinition();
      if (clauses.using().isEmpty()) {
        missing("USING", "how segments are formed", "USING kmeans(5)");
      }
      SegmentPlan plan = plan(first, chosen.isEmpty() ? null : chosen.getFirst());
      if (plan == null || chosen.size() < clauses.using().size()) {
        asOf(List.of());
        return List.of();
      }
      SegmentPlan dated = plan.withAsOf(asOf(MeasuredDates.of(plan)));
      return chosen.stream().map(c -> with(dated, c)).toList();
    }

    /// `BY age, TARGT WHERE size > 1000`: the word reads as a column, and what follows as a
    /// condition about rows.
    private boolean targetMisspelt() {
      boolean read =
          Objects.equals(inheritance.at(Origin.Clause.BY), inheritance.at(Origin.Clause.WHERE))
              && clauses.where().isPresent()
              && !clauses.by().isEmpty()
              && clauses.by().getLast() instanceof VariableItem.Variable v
              && v.value() instanceof Expression.Reference r
              && !r.name().quoted()
              && between(v.span(), clauses.where().get().span()).equalsIgnoreCase("WHERE")
              && !rows.schema().open()
              && rows.matching(r.name().text()).isEmpty()
              && !Suggestions.nearest(r.name().text(), List.of("TARGET")).isEmpty();
      if (read) {
        Span word = clauses.by().getLast().span();
        problems.error(
            Code.MISSPELT_WORD,
            word,
            "`" + analysis.written(word) + "` looks like a misspelt `TARGET`.",
            "Did you mean `TARGET`?");
      }
      return read;
    }

    private String between(Span before, Span after) {
      return before.end() <= after.start()
          ? analysis.written(new Span(before.end(), after.start())).strip()
          : "";
    }

    private Relation.AsOf asOf(List<MeasuredDates.Use> uses) {
      return at(
          Origin.Clause.AS_OF, () -> new AsOfs(analysis).of(clauses.asOf(), List.of(source), uses));
    }

    private @Nullable AlgorithmDefinition firstDefinition() {
      return clauses.using().isEmpty()
          ? null
          : AlgorithmDefinition.find(clauses.using().getFirst().name().text()).orElse(null);
    }

    private void missing(String clause, String what, String example) {
      problems.error(
          Code.MISSING_CLAUSE,
          clauses.source().span(),
          "SEGMENT needs " + clause + ": " + what + ".",
          "For example: `" + example + "`.");
    }

    private SegmentPlan with(SegmentPlan p, Algorithms.Chosen c) {
      var all = new ArrayList<>(p.defaults());
      all.addAll(c.defaults());
      return p.with(c.algorithm(), c.rules(), all);
    }

    private @Nullable SegmentPlan plan(
        @Nullable AlgorithmDefinition first, Algorithms.@Nullable Chosen chosen) {
      Expr where = where();
      List<SegmentPlan.Variable> by = by(first);
      ColumnInfo id = column(Origin.Clause.ID, clauses.id());
      ColumnInfo weight = column(Origin.Clause.WEIGHT, clauses.weight());
      checkWeight(weight);
      List<Named> described = described(by, id);
      var judged = new Judgements(analysis, new Scope.Segments(rows, false), rows);
      List<SegmentPlan.GatePlan> gates =
          at(Origin.Clause.REQUIRE, () -> judged.gates(clauses.require()));
      SegmentPlan.Naming naming = judged.naming(clauses.naming());
      SegmentPlan.Target target = target(judged);
      ColumnInfo per = column(Origin.Clause.PER, clauses.per());
      long seed = seed(first);
      new ClauseWords(analysis, rows).note(clauses);
      if (problems.hasErrors() || chosen == null || by == null || source.schema().open()) {
        return null;
      }
      return new SegmentPlan(
          source.name(),
          new Relation.Scan(source.name(), source.schema().columns(), null),
          where,
          by,
          described,
          id == null ? null : id.name(),
          weight == null ? null : weight.name(),
          chosen.algorithm(),
          chosen.rules(),
          seed,
          gates,
          naming,
          target,
          new Relation.AsOf.Unused(),
          Optional.ofNullable(per).map(ColumnInfo::name),
          name,
          defaults);
    }

    private @Nullable Expr where() {
      return clauses.where().isEmpty()
          ? null
          : at(
              Origin.Clause.WHERE,
              () -> new Expressions(analysis, rows).condition(clauses.where().get()));
    }

    private @Nullable List<SegmentPlan.Variable> by(@Nullable AlgorithmDefinition first) {
      var preparations = new Preparations(analysis);
      Preparation all = preparations.of(clauses, first, defaults);
      List<SegmentPlan.Variable> by =
          at(
              Origin.Clause.BY,
              () -> new Variables(analysis, rows).forming(clauses.by(), all, preparations));
      if (clauses.by().isEmpty() && first != AlgorithmDefinition.RULES && first != null) {
        missing("BY", "the variables that form segments", "BY age, income");
      }
      if (by != null) {
        needsNumbers(first, by);
      }
      return by;
    }

    private List<Named> described(
        @Nullable List<SegmentPlan.Variable> by, @Nullable ColumnInfo id) {
      return at(
          Origin.Clause.DESCRIBED_BY,
          () ->
              new Variables(analysis, rows)
                  .describing(
                      clauses.describedBy(),
                      by == null ? List.of() : by,
                      id == null ? null : id.name()));
    }

    private SegmentPlan.@Nullable Target target(Judgements judged) {
      return clauses.target().isEmpty()
          ? null
          : at(Origin.Clause.TARGET, () -> judged.target(clauses.target().get()));
    }

    private @Nullable ColumnInfo column(Origin.Clause clause, Optional<Name> column) {
      return column.isEmpty()
          ? null
          : at(clause, () -> new Columns(problems, rows).find(column.get()));
    }

    private void checkWeight(@Nullable ColumnInfo weight) {
      if (weight != null && weight.type() != Type.NUMBER) {
        problems.error(
            Code.WRONG_TYPE,
            clauses.weight().orElseThrow().span(),
            "WEIGHT is a number in each row, and `"
                + weight.name()
                + "` is "
                + Typing.text(weight.type())
                + ".");
      }
    }

    /// Texts that stay texts are nothing for an algorithm of numbers.
    private void needsNumbers(@Nullable AlgorithmDefinition d, List<SegmentPlan.Variable> by) {
      if (d == null || !d.capabilities().needsNumbers()) {
        return;
      }
      for (SegmentPlan.Variable v : by) {
        boolean text = v.value().type() == Type.TEXT && v.value().levels().isEmpty();
        boolean bands = d == AlgorithmDefinition.QUANTILES;
        if (text && (bands || v.preparation().encode() == Preparation.Encode.NONE)) {
          problems.error(
              Code.WRONG_TYPE,
              v.span(),
              "`" + v.name() + "` is a text, and " + d.text() + " needs numbers.",
              bands
                  ? "ORDINAL(x, 'low', 'high') gives a text an order."
                  : "Leave ENCODE NONE out, or write `" + v.name() + " WITH (encode = onehot)`.");
        }
      }
    }

    private long seed(@Nullable AlgorithmDefinition first) {
      if (clauses.seed().isEmpty()) {
        boolean chance =
            first != AlgorithmDefinition.RULES && first != AlgorithmDefinition.QUANTILES;
        if (chance) {
          defaults.add("SEED " + analysis.context().seed());
        }
        return analysis.context().seed();
      }
      Long seed =
          at(
                  Origin.Clause.SEED,
                  () -> Optional.ofNullable(analysis.whole(clauses.seed().get(), "SEED", 0)))
              .orElse(null);
      return seed == null ? 0 : seed;
    }
  }

  /// The gates of a REQUIRE that is a statement of its own.
  List<SegmentPlan.GatePlan> gates(CatalogEntry segmentation, List<Gate> gates) {
    var rows = Scope.Rows.of(segmentation.name(), segmentation.schema());
    return new Judgements(analysis, new Scope.Segments(rows, false), rows).gates(gates);
  }
}
