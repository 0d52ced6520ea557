package org.segql.engine.local.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.export.AtomicFile;
import org.segql.engine.local.segment.Model;
import org.segql.plan.Location;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads models. A file appears whole or not at all.
public final class ModelFile {
  /// Larger files are no models.
  private static final long LARGEST = 512L << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .build();

  private ModelFile() {}

  /// @return the place, as it is shown
  public static String write(Model model, Location location, boolean overwrite) {
    AtomicFile file = AtomicFile.at(location.text(), location.folder(), overwrite);
    byte[] text =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(new ModelWriter(JSON).model(model))
            .getBytes(StandardCharsets.UTF_8);
    file.write(place -> Files.write(place.path(), text));
    return location.text();
  }

  public static Model read(Location location) {
    Path path = path(location);
    if (path == null || !Files.isRegularFile(path)) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_NOT_FOUND, "There is no model file `" + location.text() + "`."));
    }
    try {
      if (Files.size(path) > LARGEST) {
        throw broken(location, "it is too large", null);
      }
      JsonNode tree = JSON.readTree(Files.readAllBytes(path));
      Model model = new ModelReader().model(tree);
      ModelTrial.run(model);
      return model;
    } catch (IOException e) {
      throw broken(location, "it cannot be read", e);
    } catch (JacksonException e) {
      throw broken(location, "it is no JSON", e);
    } catch (ModelReader.Malformed e) {
      throw broken(location, e.getMessage() == null ? "" : e.getMessage(), e);
    }
  }

  private static SegqlException broken(Location location, String why, @Nullable Throwable cause) {
    var diagnostic =
        Diagnostic.error(
            Code.BAD_MODEL,
            "`" + location.text() + "` is no SegQL model: " + why + ".",
            "SAVE MODEL writes such files.");
    return cause == null ? new SegqlException(diagnostic) : new SegqlException(diagnostic, cause);
  }

  /// Null where the text is no path of this system.
  private static @Nullable Path path(Location location) {
    try {
      Path folder = location.folder();
      return folder == null ? Path.of(location.text()) : folder.resolve(location.text());
    } catch (InvalidPathException _) {
      return null;
    }
  }
}
