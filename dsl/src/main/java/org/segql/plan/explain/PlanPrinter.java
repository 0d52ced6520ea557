package org.segql.plan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.Schema;
import org.segql.catalog.TableData;
import org.segql.plan.Command;
import org.segql.plan.ExprText;
import org.segql.plan.Location;
import org.segql.plan.Relation;
import org.segql.plan.SegmentPlan;

/// Shows what a command will do: what is read, computed, fitted and kept, the choices that the
/// script left open, and the rows to expect. Secrets are never shown.
public final class PlanPrinter {
  private final RelationTree relations;

  public PlanPrinter(Catalog catalog) {
    this.relations =
        new RelationTree(
            new RowEstimates(name -> rows(catalog, name)),
            name -> catalog.find(name).map(CatalogEntry::schema).orElse(new Schema(List.of())));
  }

  private static OptionalLong rows(Catalog catalog, String name) {
    TableData data = catalog.find(name).map(CatalogEntry::data).orElse(null);
    return data == null ? OptionalLong.empty() : data.rowCount();
  }

  /// A tree of lines, ending in a line end; below it how rows were estimated, if any were.
  public String print(Command command) {
    String text = tree(command).text();
    return relations.rows().used() ? text + RowEstimates.RULE + "\n" : text;
  }

  private Tree tree(Command command) {
    return switch (command) {
      case Command.Explain c -> tree(c.command());
      case Command.ShowTable c -> relation("show", c.relation(), c.asOf());
      case Command.DeriveTable c ->
          relation("keep as table " + ExprText.name(c.name()), c.relation(), c.asOf());
      case Command.Segment c -> segment(c.plan());
      case Command.CompareAlgorithms c -> compare(c);
      case Command.Apply c ->
          new Tree(
              "score by the model of "
                  + ExprText.name(c.model())
                  + c.name().map(n -> ", keep as " + ExprText.name(n)).orElse(""),
              relations.of(c.input()));
      case Command.Load c ->
          new Tree(
              "open "
                  + place(c.location())
                  + " as table "
                  + ExprText.name(c.table())
                  + "; values are read when a statement asks for them");
      case Command.Export c ->
          new Tree("write " + ExprText.name(c.object()) + " to " + place(c.location()));
      case Command.DescribeTable c -> new Tree("describe each column", relations.of(c.input()));
      case Command.Profile c ->
          new Tree(
              "profile the segments of "
                  + ExprText.name(c.segmentation())
                  + (c.on().isEmpty() ? "" : " by " + RelationTree.named(c.on())));
      case Command.CompareSegmentations c ->
          new Tree(
              "compare "
                  + ExprText.name(c.left())
                  + " with "
                  + ExprText.name(c.right())
                  + c.id()
                      .map(id -> ", rows matched by " + ExprText.name(id))
                      .orElse(", rows matched by their place"));
      case Command.Plot c ->
          new Tree(
              "draw",
              c.items().stream()
                  .map(i -> new Tree(i.chart() + " of " + ExprText.name(i.object())))
                  .toList());
      case Command.SaveModel c ->
          new Tree(
              "write the model of "
                  + ExprText.name(c.segmentation())
                  + " to "
                  + place(c.location()));
      case Command.LoadModel c ->
          new Tree("read the model " + ExprText.name(c.name()) + " from " + place(c.location()));
      case Command.Require c ->
          new Tree(
              "require of " + ExprText.name(c.segmentation()),
              c.gates().stream().map(g -> new Tree(g.text())).toList());
      case Command.Run c -> new Tree("run the script " + place(c.location()));
      case Command.Drop c -> new Tree("forget " + ExprText.name(c.object()));
      case Command.DescribeSegmentation c ->
          new Tree("describe the segmentation " + ExprText.name(c.segmentation()));
      case Command.DescribeDefinition c -> new Tree("describe " + c.definition().text());
      case Command.ShowCatalog c -> new Tree("list " + c.kind().name().toLowerCase(Locale.ROOT));
      case Command.SetOption c -> new Tree("set " + c.option());
      case Command.DeclareParameter c -> new Tree("give $" + c.name() + " a value");
      case Command.Nothing _ -> new Tree("nothing");
    };
  }

  private Tree relation(String what, Relation relation, Relation.AsOf asOf) {
    String count = relations.rows().of(relation).text();
    return new Tree(
        what + (count.isEmpty() ? "" : ", " + count) + date(asOf), relations.of(relation));
  }

  static String date(Relation.AsOf asOf) {
    return switch (asOf) {
      case Relation.AsOf.Fixed f -> ", as of " + f.date();
      case Relation.AsOf.NewestOf n -> ", as of the newest " + n.text();
      case Relation.AsOf.Unused _ -> "";
    };
  }

  private Tree segment(SegmentPlan plan) {
    return new SegmentTree(relations).of(plan);
  }

  /// What all candidates share is shown once, and below it each of them.
  private Tree compare(Command.CompareAlgorithms c) {
    var segments = new SegmentTree(relations);
    var below = new ArrayList<>(segments.prepared(c.candidates().getFirst()));
    c.candidates().forEach(plan -> below.add(segments.candidate(plan)));
    return new Tree("compare, keep the leaderboard as " + ExprText.name(c.name()), below);
  }

  private static String place(Location location) {
    return location.secret() != null ? location.shown() : "'" + location.text() + "'";
  }
}
