package org.segql.engine.local.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.cluster.Matrix;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Findings;
import org.segql.engine.local.segment.Assignment;
import org.segql.engine.local.segment.Model;
import org.segql.engine.local.segment.ModelScorer;
import org.segql.plan.Expr;
import org.segql.plan.ExprColumns;
import org.segql.plan.Named;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Tries a model that was read on rows of its own: a file whose parts are well formed but do not
/// fit each other is found when it is loaded, not when rows are scored.
final class ModelTrial {
  private ModelTrial() {}

  static void run(Model model) {
    knowsItsColumns(model);
    try {
      var tables =
          (Context.Tables)
              (table, columns) -> {
                throw new ModelReader.Malformed("it needs the table `" + table + "`");
              };
      var context = new Context(null, tables, Progress.NONE, new Findings());
      if (!model.inputs().isEmpty()) {
        new ModelScorer(model, context).score(sample(model.inputs()));
      }
      if (model.assignment() instanceof Assignment.Scored s) {
        s.scorer().score(Matrix.of(new double[model.preparation().columns()][1], null));
      }
    } catch (SegqlException | ModelReader.Malformed _) {
      // a sentence about these rows, as a sound model may have one
    } catch (RuntimeException e) {
      // Whatever refuses the parts of a file that a stranger may have written: the file is at
      // fault.
      throw new ModelReader.Malformed("its parts do not fit each other");
    }
  }

  private static void knowsItsColumns(Model model) {
    var used = new ArrayList<Expr>(model.variables().stream().map(Named::value).toList());
    if (model.where() != null) {
      used.add(model.where());
    }
    if (model.assignment() instanceof Assignment.Ruled ruled) {
      for (var rule : ruled.cases()) {
        if (rule.condition() != null) {
          used.add(rule.condition());
        }
      }
    }
    Set<String> inputs =
        model.inputs().stream().map(c -> c.name() + " " + c.type()).collect(Collectors.toSet());
    for (ColumnInfo column : ExprColumns.of(used)) {
      if (!inputs.contains(column.name() + " " + column.type())) {
        throw new ModelReader.Malformed("`" + column.name() + "` is none of its inputs");
      }
    }
  }

  /// A row with a value in each column and one without.
  private static Frame sample(List<ColumnInfo> inputs) {
    Table table = Table.create();
    for (ColumnInfo input : inputs) {
      table.addColumns(column(input));
    }
    return new Frame(new Schema(inputs), table);
  }

  private static Column<?> column(ColumnInfo input) {
    String name = input.name();
    return switch (input.type()) {
      case NUMBER -> DoubleColumn.create(name, 1, Double.NaN);
      case TEXT ->
          StringColumn.create(name, input.levels().isEmpty() ? "a" : input.levels().getFirst(), "");
      case BOOLEAN -> BooleanColumn.create(name).append(true).appendMissing();
      case DATE -> DateColumn.create(name).append(LocalDate.EPOCH).appendMissing();
      case DATETIME ->
          DateTimeColumn.create(name).append(LocalDate.EPOCH.atStartOfDay()).appendMissing();
    };
  }
}
