package org.segql.engine.local.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
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
    Path path = path(location);
    if (Files.exists(path) && !overwrite) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_EXISTS,
              "`" + location.text() + "` exists already.",
              "OVERWRITE at the end of the statement replaces it."));
    }
    byte[] text =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(new ModelWriter(JSON).model(model))
            .getBytes(StandardCharsets.UTF_8);
    Path parent = path.toAbsolutePath().getParent();
    try {
      Path beside = parent.resolve(".segql-" + java.util.UUID.randomUUID() + ".tmp");
      try {
        Files.write(beside, text);
        Files.move(
            beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_UNWRITABLE,
              "`" + location.text() + "` cannot be written: " + reason(e) + ".",
              "Check that the folder exists and may be written to."),
          e);
    }
    return location.text();
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "the folder does not exist"
        : e.getClass().getSimpleName();
  }

  public static Model read(Location location) {
    Path path = path(location);
    if (!Files.isRegularFile(path)) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_NOT_FOUND, "There is no model file `" + location.text() + "`."));
    }
    try {
      if (Files.size(path) > LARGEST) {
        throw broken(location, "it is too large", null);
      }
      JsonNode tree = JSON.readTree(Files.readAllBytes(path));
      return new ModelReader().model(tree);
    } catch (IOException e) {
      throw broken(location, "it cannot be read", e);
    } catch (JacksonException e) {
      throw broken(location, "it is no JSON", e);
    } catch (ModelReader.Malformed e) {
      throw broken(location, e.getMessage() == null ? "" : e.getMessage(), e);
    }
  }

  private static SegqlException broken(
      Location location, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    var diagnostic =
        Diagnostic.error(
            Code.BAD_MODEL,
            "`" + location.text() + "` is no SegQL model: " + why + ".",
            "SAVE MODEL writes such files.");
    return cause == null ? new SegqlException(diagnostic) : new SegqlException(diagnostic, cause);
  }

  private static Path path(Location location) {
    Path path = Path.of(location.text());
    return location.folder() == null || path.isAbsolute() ? path : location.folder().resolve(path);
  }
}
