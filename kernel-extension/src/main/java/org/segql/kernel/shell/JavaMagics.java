package org.segql.kernel.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segql.kernel.cell.Cell;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import org.segql.kernel.cell.RunningCell;

/// The line magics of Java cells.
final class JavaMagics {
  private static final String HELP =
      """
      A cell is SegQL or Java, told by its first words.
        %%segql           the whole cell is SegQL
        %%java            the whole cell is Java
        %%time            says how long the cell took
      Lines in Java cells:
        %segql …          one line of SegQL
        %maven g:a:v …    adds artifacts of Maven Central and what they need
        %mavenRepo id url adds a Maven repository
        %classpath path … adds jars and folders; * and ** stand for any name
        %load file        runs the Java, or the SegQL, in a file
        %time statement   says how long a statement took
        %help             shows this
      """;

  private final JavaCells cells;
  private final MavenArtifacts maven = new MavenArtifacts();

  JavaMagics(JavaCells cells) {
    this.cells = cells;
  }

  Map<String, LineMagic> with(Map<String, LineMagic> others) {
    var all = new HashMap<>(others);
    all.put("maven", this::maven);
    all.put("mavenRepo", this::repository);
    all.put("classpath", this::classpath);
    all.put("jars", this::classpath);
    all.put("time", (argument, cell, output) -> cells.timed(argument, cell, output));
    all.put("help", (_, _, _) -> new Outcome.Done(null, MimeBundle.text(HELP)));
    return Map.copyOf(all);
  }

  private Outcome maven(String argument, Cell cell, CellOutput output) {
    try {
      var jars = RunningCell.interruptibly(() -> maven.resolve(List.of(argument.split("\\s+"))));
      jars.forEach(jar -> cells.shell().addToClasspath(jar.toString()));
      output.print(
          CellOutput.Stream.STDERR,
          jars.size() == 1 ? "1 jar is added.\n" : jars.size() + " jars are added.\n");
      return Outcome.NOTHING;
    } catch (MavenArtifacts.Unresolved e) {
      return Outcome.failed("MavenError", String.valueOf(e.getMessage()));
    }
  }

  private Outcome repository(String argument, Cell cell, CellOutput output) {
    var words = argument.split("\\s+");
    if (words.length != 2) {
      return Outcome.failed("MagicError", "`%mavenRepo` takes a name and an address.");
    }
    maven.addRepository(words[0], words[1]);
    return Outcome.NOTHING;
  }

  private Outcome classpath(String argument, Cell cell, CellOutput output) {
    for (String word : argument.split("\\s+")) {
      try {
        var paths = matching(word);
        if (paths.isEmpty()) {
          return Outcome.failed("FileNotFound", "No file is called `" + word + "`.");
        }
        paths.forEach(p -> cells.shell().addToClasspath(p.toString()));
      } catch (IOException e) {
        return Outcome.failed("IOException", "`" + word + "` cannot be read: " + e.getMessage());
      }
    }
    return Outcome.NOTHING;
  }

  private static List<Path> matching(String word) throws IOException {
    int star = word.indexOf('*');
    if (star < 0) {
      var path = Path.of(word).toAbsolutePath();
      return Files.exists(path) ? List.of(path) : List.of();
    }
    var folder = Path.of(word.substring(0, word.lastIndexOf('/', star) + 1)).toAbsolutePath();
    var glob = FileSystems.getDefault().getPathMatcher("glob:" + Path.of(word).toAbsolutePath());
    int depth = word.contains("**") ? Integer.MAX_VALUE : 1;
    try (var files = Files.walk(folder, depth)) {
      return files.filter(glob::matches).sorted().toList();
    }
  }
}
