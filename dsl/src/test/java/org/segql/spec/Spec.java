package org.segql.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One file of `src/test/resources/spec`: a script that begins with a comment on what it shows, and
/// what must come out, in sections that begin with `---- name`.
record Spec(Path file, String script, Map<String, String> sections) {
  static final Path FOLDER = Path.of("src/test/resources/spec").toAbsolutePath();
  static final List<String> SECTIONS =
      List.of("error", "format", "plan", "result", "java", "notes");
  private static final String MARK = "---- ";

  static List<Spec> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".segql")).sorted().map(Spec::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Spec read(Path file) {
    try {
      var sections = new LinkedHashMap<String, String>();
      String name = "";
      var text = new StringBuilder();
      var script = new StringBuilder();
      for (String line : Files.readString(file).split("(?<=\n)")) {
        if (line.startsWith(MARK)) {
          close(name, text, script, sections);
          name = line.substring(MARK.length()).strip();
          if (!SECTIONS.contains(name)) {
            throw new IllegalArgumentException(file + ": there is no section `" + name + "`");
          }
        } else {
          text.append(line);
        }
      }
      close(name, text, script, sections);
      return new Spec(file, script.toString(), sections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(
      String name, StringBuilder text, StringBuilder script, Map<String, String> sections) {
    if (name.isEmpty()) {
      script.append(text);
    } else {
      sections.put(name, text.toString());
    }
    text.setLength(0);
  }

  /// The path below the folder of all specs: `syntax/slips/quotes.segql`.
  String name() {
    return FOLDER.relativize(file).toString();
  }

  /// Rewrites the file with other sections.
  void write(Map<String, String> actual) {
    var lines = new ArrayList<String>();
    lines.add(script.endsWith("\n") ? script : script + "\n");
    actual.forEach(
        (name, text) ->
            lines.add(MARK + name + "\n" + (text.isEmpty() ? "" : text.stripTrailing() + "\n")));
    try {
      Files.writeString(file, String.join("", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
