package org.segql.plan.rewrite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.segql.plan.Command;
import org.segql.plan.ExprTree;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// Applies the rules, in an order in which each helps the next.
public final class Rewriter {
  private static final List<Rule> RULES =
      List.of(new ConstantFolding(), new FilterIntoScan(), new ProjectionIntoScan());

  private Rewriter() {}

  public static Relation rewrite(Relation relation) {
    Relation now = relation;
    for (Rule rule : RULES) {
      now = rule.apply(now);
    }
    return now;
  }

  public static Command rewrite(Command command) {
    return switch (command) {
      case Command.ShowTable c -> new Command.ShowTable(rewrite(c.relation()), rewrite(c.asOf()));
      case Command.DeriveTable c ->
          new Command.DeriveTable(c.name(), rewrite(c.relation()), rewrite(c.asOf()));
      case Command.Segment c -> new Command.Segment(rewrite(c.plan()));
      case Command.CompareAlgorithms c ->
          new Command.CompareAlgorithms(
              c.candidates().stream().map(Rewriter::rewrite).toList(), c.name());
      case Command.Explain c -> new Command.Explain(c.java(), rewrite(c.command()));
      case Command.Nothing c -> c;
      case Command.SetOption c -> c;
      case Command.DeclareParameter c -> c;
      case Command.Load c -> c;
      case Command.ShowCatalog c -> c;
      case Command.DescribeTable c -> c;
      case Command.DescribeSegmentation c -> c;
      case Command.DescribeDefinition c -> c;
      case Command.Export c -> c;
      case Command.Drop c -> c;
      case Command.Profile c -> c;
      case Command.CompareSegmentations c -> c;
      case Command.Plot c -> c;
      case Command.Require c -> c;
      case Command.SaveModel c -> c;
      case Command.LoadModel c -> c;
      case Command.Apply c -> c;
      case Command.Run c -> c;
    };
  }

  /// Of the relation that is looked at for its newest date only that column.
  private static Relation.AsOf rewrite(Relation.AsOf asOf) {
    return switch (asOf) {
      case Relation.AsOf.NewestOf n -> newest(n.input(), n.column());
      case Relation.AsOf.Fixed _, Relation.AsOf.Unused _ -> asOf;
    };
  }

  /// The newest date of a column of a relation, of which only that column is computed.
  public static Relation.AsOf.NewestOf newest(Relation input, String column) {
    return new Relation.AsOf.NewestOf(
        ProjectionIntoScan.keep(rewrite(input), Set.of(column)), column);
  }

  /// All rows stay, those that take no part too; columns that nothing asks for are not read.
  private static SegmentPlan rewrite(SegmentPlan p) {
    return p.withInput(ProjectionIntoScan.keep(rewrite(p.input()), used(p)))
        .withAsOf(rewrite(p.asOf()));
  }

  /// The columns of the source that a segmentation looks at.
  public static Set<String> used(SegmentPlan p) {
    var used = new LinkedHashSet<String>(ExprTree.columns(p.where()));
    p.variables().forEach(v -> used.addAll(ExprTree.columns(v.value())));
    p.describedBy().forEach(d -> used.addAll(ExprTree.columns(d.value())));
    p.rules().forEach(r -> used.addAll(ExprTree.columns(r.condition())));
    p.gates().forEach(g -> used.addAll(ExprTree.columns(g.condition())));
    if (p.naming() instanceof SegmentPlan.Naming.ByRule naming) {
      naming.rules().forEach(r -> used.addAll(ExprTree.columns(r.condition())));
    }
    SegmentPlan.Target target = p.target();
    if (target != null) {
      used.addAll(ExprTree.columns(target.where()));
      target.orderBy().forEach(k -> used.addAll(ExprTree.columns(k.value())));
    }
    for (String name : new String[] {p.id(), p.weight(), p.per().orElse(null)}) {
      if (name != null) {
        used.add(name);
      }
    }
    return used;
  }
}
