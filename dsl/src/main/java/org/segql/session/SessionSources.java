package org.segql.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.segql.analysis.Sources;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.engine.Work;
import org.segql.engine.local.Loading;
import org.segql.engine.local.LocalEngine;
import org.segql.engine.local.model.ModelFile;
import org.segql.engine.local.scan.TableSource;
import org.segql.plan.Command;
import org.segql.plan.Location;

/// What scripts refer to outside of the session. A source that was opened while a script was
/// checked is kept for the LOAD itself, so that a file is looked at once.
final class SessionSources implements Sources {
  private final LocalEngine engine;
  private final Work work;
  private final boolean checkOnly;

  /// @param checkOnly whether no LOAD will follow: what its source has to say is then said at once
  SessionSources(LocalEngine engine, Work work, boolean checkOnly) {
    this.engine = engine;
    this.work = work;
    this.checkOnly = checkOnly;
  }

  @Override
  public Description describe(Command.Load load) {
    if (!checkOnly) {
      return new Description(engine.open(load, work).schema(), List.of());
    }
    try (TableSource source = engine.look(load, work)) {
      return new Description(source.schema(), source.takeFindings());
    }
  }

  @Override
  public Description describe(Command.LoadModel load) {
    return new Description(new Schema(ModelFile.read(load.location()).inputs()), List.of());
  }

  @Override
  public Source script(Location location) {
    try {
      String place = new Loading(work.secrets()).text(location);
      Path folder = location.folder();
      Path whole = folder == null ? Path.of(place) : folder.resolve(place);
      String text = Files.readString(whole, StandardCharsets.UTF_8);
      Path parent = whole.toAbsolutePath().getParent();
      return new Source(location.text(), text, parent);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new SegqlException(
          Diagnostic.error(Code.FILE_NOT_FOUND, "There is no script `" + location.text() + "`."),
          e);
    } catch (IOException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_UNREADABLE,
              "The script `" + location.text() + "` cannot be read.",
              "A script is a text file in UTF-8."),
          e);
    }
  }
}
