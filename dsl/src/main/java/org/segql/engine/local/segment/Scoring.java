package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Schema;
import org.segql.catalog.TableData;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalData;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;

/// APPLY: the rows of a table in the segments of a model.
public final class Scoring {
  private final Context context;

  public Scoring(Context context) {
    this.context = context;
  }

  /// A model that was loaded: it has no rows.
  public record Stored(Model model) implements TableData {
    @Override
    public Schema schema() {
      return new Schema(model.inputs());
    }

    @Override
    public OptionalLong rowCount() {
      return OptionalLong.empty();
    }
  }

  public LocalSegmentation apply(Model model, String table, LocalData source, String name) {
    var columns = model.inputs().stream().map(c -> matching(c, table, source.schema())).toList();
    Frame frame =
        source.columns(
            columns.isEmpty() ? source.schema().names().subList(0, 1) : columns,
            context.progress());
    Frame leveled = withLevels(frame, model.inputs());
    Membership membership = new ModelScorer(model, context).score(leveled);
    // What the variables meet has been counted when the rows were scored.
    var rows = new Evaluator(leveled, context.quiet());
    var subjects =
        model.variables().stream()
            .map(v -> new Profiler.Subject(v.name(), rows.eval(v.value()), true))
            .toList();
    var names = model.segments().stream().map(SegmentInfo::name).toList();
    var segments = SegmentSizes.of(membership.segments(), null, names, new double[0]);
    var profile =
        new Profiler(membership.labels(), names.size(), null, context.progress()).profile(subjects);
    var scored =
        new Model(
            name,
            table,
            model.algorithm(),
            model.seed(),
            model.inputs(),
            model.where(),
            model.variables(),
            model.preparation(),
            model.assignment(),
            segments,
            Quality.UNKNOWN);
    return new LocalSegmentation(
        null,
        source,
        scored,
        membership,
        profile,
        null,
        null,
        new int[0],
        null,
        null,
        Set.of(),
        false,
        List.of());
  }

  private static String matching(ColumnInfo wanted, String table, Schema schema) {
    ColumnInfo found =
        schema
            .column(wanted.name())
            .orElseThrow(
                () ->
                    new SegqlException(
                        Diagnostic.error(
                            Code.UNKNOWN_COLUMN,
                            "The model needs the column `"
                                + wanted.name()
                                + "`, which `"
                                + table
                                + "` has not.",
                            "TABLE … DERIVE " + wanted.name() + " = … makes one.")));
    if (found.type() != wanted.type()) {
      throw new SegqlException(
          Diagnostic.error(
              Code.WRONG_TYPE,
              "The model needs `"
                  + wanted.name()
                  + "` as "
                  + wanted.type()
                  + ", and in `"
                  + table
                  + "` it is "
                  + found.type()
                  + ".",
              "TABLE … DERIVE "
                  + wanted.name()
                  + " = "
                  + wanted.type()
                  + "("
                  + wanted.name()
                  + ") casts it."));
    }
    return wanted.name();
  }

  /// Ordered texts keep the levels that the model was fitted with.
  private static Frame withLevels(Frame frame, List<ColumnInfo> inputs) {
    if (inputs.isEmpty()) {
      return frame;
    }
    return new Frame(new Schema(new ArrayList<>(inputs)), frame.table());
  }
}
