package org.segql.engine.local.command;

import java.util.List;
import java.util.Optional;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.Schema;
import org.segql.diagnostic.NumberText;
import org.segql.engine.Outcome;
import org.segql.engine.local.Frame;
import org.segql.engine.local.Loading;
import org.segql.engine.local.export.CsvStyle;
import org.segql.engine.local.export.ExportTarget;
import org.segql.engine.local.export.Exports;
import org.segql.engine.local.model.ModelFile;
import org.segql.engine.local.scan.Hidden;
import org.segql.engine.local.segment.Scoring;
import org.segql.plan.Command;
import org.segql.plan.OptionValue;
import org.segql.result.Result;

/// EXPORT, SAVE MODEL, LOAD MODEL.
final class FileCommands {
  private final Execution execution;
  private final Loading loading;

  FileCommands(Execution execution) {
    this.execution = execution;
    this.loading = new Loading(execution.work().secrets());
  }

  Outcome export(Command.Export export) {
    Frame frame = execution.data(export.object()).all(execution.work().progress());
    var options = loading.options(export.options());
    boolean formulas =
        export.options().get("formulas") instanceof OptionValue.Scalar s
            && Boolean.TRUE.equals(s.value());
    var target =
        new ExportTarget(
            loading.text(export.location()),
            new ExportTarget.ExportOptions(
                options.table(),
                options.sheet(),
                options.delimiter(),
                new CsvStyle(
                    ',',
                    options
                        .decimal()
                        .filter(d -> d.length() == 1)
                        .map(d -> d.charAt(0))
                        .orElse('.'),
                    options.header().orElse(true),
                    formulas),
                options.connection()),
            export.overwrite(),
            export.location().folder());
    boolean secret = export.location().secret() != null;
    Exports.Written written =
        secret
            ? new Hidden(export.location(), target.location()).during(() -> write(frame, target))
            : write(frame, target);
    execution.findings().addAll(written.findings());
    String place = secret ? export.location().shown() : written.place();
    return Outcome.of(
        Result.text("Wrote " + NumberText.count(written.rows(), "row") + " to " + place + ".")
            .noting(execution.findings().notes()));
  }

  private Exports.Written write(Frame frame, ExportTarget target) {
    return Exports.write(frame, target, execution.work().progress());
  }

  Outcome save(Command.SaveModel save) {
    var model = execution.segmentation(save.segmentation()).model();
    String place = ModelFile.write(model, save.location(), save.overwrite());
    return Outcome.of(
        Result.text("Saved the model of `" + save.segmentation() + "` to " + place + "."));
  }

  Outcome load(Command.LoadModel load) {
    var model = ModelFile.read(load.location());
    var entry =
        new CatalogEntry(
            load.name(),
            CatalogEntry.Kind.MODEL,
            new Schema(model.inputs()),
            new Scoring.Stored(model),
            "loaded from " + load.location().text(),
            List.of(),
            false);
    return Outcome.of(
        Result.text(
                "`"
                    + load.name()
                    + "`: "
                    + model.algorithm()
                    + " with "
                    + NumberText.count(model.segments().size(), "segment")
                    + ", made from `"
                    + model.source()
                    + "`; APPLY "
                    + load.name()
                    + " TO a table with "
                    + String.join(", ", model.inputs().stream().map(c -> c.name()).toList())
                    + ".")
            .named(Optional.of(load.name()).orElse(null)),
        entry);
  }
}
