package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.List;
import org.segql.engine.Outcome;
import org.segql.engine.Work;
import org.segql.engine.local.scan.TableSource;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.Named;
import org.segql.plan.Relation;

/// Which class does which command.
public final class Commands {
  private Commands() {}

  public static List<Object> distinct(
      Expr value, Relation input, Relation.AsOf asOf, int most, Work work) {
    var execution = new Execution(work);
    var one = new Named("value", value);
    var frame = execution.run(new Relation.Project(input, List.of(one)), asOf);
    var column = frame.table().column(0).unique();
    column.sortAscending();
    var out = new ArrayList<Object>();
    for (int i = 0; i < column.size() && out.size() < most; i++) {
      if (!column.isMissing(i)) {
        out.add(column.get(i));
      }
    }
    return out;
  }

  public static Outcome load(Command.Load load, TableSource source, Work work) {
    return new TableCommands(new Execution(work)).load(load, source);
  }

  public static Outcome execute(Command command, Work work) {
    var execution = new Execution(work);
    return switch (command) {
      case Command.ShowTable c -> new TableCommands(execution).show(c);
      case Command.DeriveTable c -> new TableCommands(execution).derive(c);
      case Command.DescribeTable c -> new DescribeCommand(execution).describe(c);
      case Command.Export c -> new FileCommands(execution).export(c);
      case Command.Segment c -> new SegmentCommands(execution).segment(c);
      case Command.DescribeSegmentation c -> new SegmentCommands(execution).describe(c);
      case Command.Profile c -> new SegmentCommands(execution).profile(c);
      case Command.Require c -> new SegmentCommands(execution).require(c);
      case Command.Apply c -> new SegmentCommands(execution).apply(c);
      case Command.CompareAlgorithms c -> new CompareCommands(execution).algorithms(c);
      case Command.CompareSegmentations c -> new CompareCommands(execution).segmentations(c);
      case Command.Plot c -> new PlotCommand(execution).plot(c);
      case Command.SaveModel c -> new FileCommands(execution).save(c);
      case Command.LoadModel c -> new FileCommands(execution).load(c);
      case Command.Load _,
          Command.Nothing _,
          Command.SetOption _,
          Command.DeclareParameter _,
          Command.ShowCatalog _,
          Command.DescribeDefinition _,
          Command.Drop _,
          Command.Explain _,
          Command.Run _ ->
          throw new IllegalArgumentException("the session does this itself: " + command);
    };
  }
}
