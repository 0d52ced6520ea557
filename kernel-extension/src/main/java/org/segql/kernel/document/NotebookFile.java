package org.segql.kernel.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A notebook in memory, in format 4.5.
///
/// @param name of its file, for sentences
/// @param folder that it stands in
record NotebookFile(String name, Path folder, ObjectNode json) {
  private static final int FORMAT = 4;
  private static final int MINOR = 5;

  /// @throws DocumentException where the file is no notebook of Java or SegQL cells
  static NotebookFile read(Path path) {
    String name = String.valueOf(path.getFileName());
    ObjectNode json;
    try {
      json = NotebookJson.parse(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new DocumentException("no file stands at `" + path + "`.");
    } catch (AccessDeniedException e) {
      throw new DocumentException("`" + path + "` may not be read.");
    } catch (IOException e) {
      throw new DocumentException("`" + path + "` could not be read: " + e.getMessage() + ".");
    } catch (JacksonException e) {
      throw new DocumentException("`" + name + "` is no notebook: it is no JSON.");
    }
    check(name, json);
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    var file = new NotebookFile(name, folder, json);
    file.upgrade();
    return file;
  }

  private static void check(String name, ObjectNode json) {
    int format = json.path("nbformat").asInt(0);
    if (format == 0) {
      throw new DocumentException("`" + name + "` is no notebook: it names no `nbformat`.");
    }
    if (format != FORMAT || !json.path("cells").isArray()) {
      throw new DocumentException(
          "`%s` is a notebook of format %d, and only format 4 is known: open it in JupyterLab and save it."
              .formatted(name, format));
    }
    for (var cell : json.path("cells")) {
      if (!cell.isObject()) {
        throw new DocumentException("`" + name + "` is no notebook: one of its cells is none.");
      }
    }
    var spec = json.path("metadata").path("kernelspec");
    String language = spec.path("language").asString("java");
    if (!language.equals("java") && !language.equals("segql")) {
      throw new DocumentException(
          "the cells of `%s` are of the language `%s`; `segql run` executes SegQL and Java."
              .formatted(name, language));
    }
  }

  /// Gives cells the ids that format 4.5 asks for, and the notebook a kernel where it names none.
  private void upgrade() {
    json.put("nbformat_minor", Math.max(MINOR, json.path("nbformat_minor").asInt(0)));
    Set<String> ids = new HashSet<>();
    for (ObjectNode cell : cells()) {
      String id = cell.path("id").asString("");
      if (id.isEmpty() || !ids.add(id)) {
        cell.put("id", freshId());
      }
      if (!cell.path("metadata").isObject()) {
        cell.putObject("metadata");
      }
    }
    var metadata =
        json.get("metadata") instanceof ObjectNode known ? known : json.putObject("metadata");
    if (!metadata.path("kernelspec").isObject()) {
      metadata
          .putObject("kernelspec")
          .put("display_name", "SegQL")
          .put("language", "java")
          .put("name", "segql");
    }
    if (!metadata.path("language_info").isObject()) {
      metadata
          .putObject("language_info")
          .put("file_extension", ".jshell")
          .put("mimetype", "text/x-java")
          .put("name", "java")
          .put("pygments_lexer", "java");
    }
  }

  static String freshId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  List<ObjectNode> cells() {
    var cells = new ArrayList<ObjectNode>();
    json.path("cells").forEach(cell -> cells.add((ObjectNode) cell));
    return cells;
  }

  List<ObjectNode> codeCells() {
    return cells().stream().filter(NotebookFile::isCode).toList();
  }

  void insert(int index, ObjectNode cell) {
    ((ArrayNode) json.get("cells")).insert(index, cell);
  }

  static boolean isCode(ObjectNode cell) {
    return cell.path("cell_type").asString("").equals("code");
  }

  static String source(ObjectNode cell) {
    return NotebookJson.text(cell.path("source"));
  }

  static boolean tagged(ObjectNode cell, String tag) {
    return cell.path("metadata")
        .path("tags")
        .valueStream()
        .anyMatch(t -> t.asString("").equals(tag));
  }
}
