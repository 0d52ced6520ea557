package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.List;
import org.segql.catalog.ColumnInfo;
import org.segql.diagnostic.NumberText;
import org.segql.engine.Outcome;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Evaluator;
import org.segql.engine.local.report.ColumnSummary;
import org.segql.engine.local.report.DescribeReport;
import org.segql.engine.local.report.OutcomeReport;
import org.segql.plan.Command;
import org.segql.plan.Expr;
import org.segql.plan.Relation;
import org.segql.result.Part;
import org.segql.result.Result;

/// DESCRIBE of a table.
final class DescribeCommand {
  private final Execution execution;

  DescribeCommand(Execution execution) {
    this.execution = execution;
  }

  Outcome describe(Command.DescribeTable command) {
    Frame frame = execution.run(command.input(), new Relation.AsOf.Unused());
    var rows = new Evaluator(frame, execution.context(null));
    List<ColumnSummary> columns = new ArrayList<>();
    for (ColumnInfo info : frame.schema().columns()) {
      columns.add(
          ColumnSummary.of(info, rows.eval(new Expr.Column(info)), execution.work().progress()));
    }
    var parts = new ArrayList<Part>();
    parts.add(DescribeReport.table(columns));
    List<String> warnings = DescribeReport.warnings(columns);
    if (!warnings.isEmpty()) {
      parts.add(new Part.Bullets(warnings));
    }
    if (command.outcome() != null) {
      parts.add(new Part.Heading("How strongly each column goes with the outcome"));
      parts.add(OutcomeReport.table(frame, rows, command.outcome()));
    }
    Result result =
        new Result(
            "`"
                + command.table()
                + "`: "
                + NumberText.count(frame.rowCount(), "row")
                + ", "
                + NumberText.count(frame.schema().columns().size(), "column"),
            command.name().orElse(null),
            parts,
            execution.findings().notes());
    return command.name().isEmpty()
        ? Outcome.of(result)
        : Outcome.of(
            result,
            ResultTables.entry(
                command.name().get(), result.firstTable().orElseThrow(), command.table()));
  }
}
