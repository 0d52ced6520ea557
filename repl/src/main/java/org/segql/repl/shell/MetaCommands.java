package org.segql.repl.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;

/// Does what the shell's own commands say.
final class MetaCommands {
  private final Screen screen;
  private final Statements statements;
  private final Drawing drawing;
  private final Editor editor;

  MetaCommands(Screen screen, Statements statements, Drawing drawing, Editor editor) {
    this.screen = screen;
    this.statements = statements;
    this.drawing = drawing;
    this.editor = editor;
  }

  /// @return false where the user leaves
  boolean run(String line) {
    Optional<MetaCommand> command = MetaCommand.of(line);
    if (command.isEmpty()) {
      String word = line.strip().split("\\s+", 2)[0];
      String near = Suggestions.hint(word, MetaCommand.names()).map(h -> " " + h).orElse("");
      screen.say(
          "`"
              + Cells.safe(word, true)
              + "` is no command of the shell."
              + near
              + " `\\?` lists them.");
      return true;
    }
    try {
      return run(command.get(), MetaCommand.argument(line));
    } catch (IOException | InvalidPathException e) {
      screen.say("That did not work: " + FileReason.of(e) + ".");
      return true;
    }
  }

  private boolean run(MetaCommand command, String argument) throws IOException {
    switch (command) {
      case QUIT -> {
        return false;
      }
      case HELP -> help(argument);
      case TABLES ->
          statements.run(argument.isEmpty() ? "SHOW TABLES;" : "DESCRIBE " + argument + ";");
      case SEGMENTATIONS, ALGORITHMS, CHARTS, FUNCTIONS, PARAMETERS ->
          statements.run(command.form().orElseThrow());
      case EDIT -> editor.edit(argument).ifPresent(statements::run);
      case INCLUDE -> include(argument);
      case OUTPUT -> output(argument);
      case SAVE -> save(argument);
      case TIMING ->
          screen.say("Times are " + (statements.turnTiming() ? "shown." : "no longer shown."));
      case SIDEWAYS -> {
        screen.turn();
        screen.say("Tables are " + (screen.sideways() ? "turned sideways." : "upright."));
      }
      case ROWS -> rows(argument);
      case PAGER ->
          screen.say("Long results are " + (screen.pager().turn() ? "paged." : "not paged."));
      case DRAW -> draw(argument);
      case BROWSE -> screen.say(drawing.browse());
    }
    return true;
  }

  private void help(String topic) {
    if (!topic.isEmpty()) {
      Optional<Code> code =
          Arrays.stream(Code.values())
              .filter(c -> c.text().equals(topic.toLowerCase(Locale.ROOT)))
              .findFirst();
      if (code.isPresent()) {
        screen.say(code.get().text() + ": " + code.get().summary());
      } else {
        // In backticks any word is a name, reserved ones too.
        String name = topic.contains("`") ? topic : "`" + topic + "`";
        statements.run("DESCRIBE " + name + ";");
      }
      return;
    }
    screen.page(Help.text(screen.width()));
  }

  private void include(String file) {
    if (file.isEmpty()) {
      screen.say("Which script? `\\i study.segql`");
    } else {
      statements.run("RUN '" + unquoted(file).replace("'", "''") + "';");
    }
  }

  private void output(String file) throws IOException {
    if (file.isEmpty()) {
      screen.say(statements.target().close().orElse("Results go to the screen."));
    } else {
      statements.target().open(Path.of(unquoted(file))).ifPresent(screen::say);
      screen.say("Results go to `" + unquoted(file) + "`; `\\o` alone ends that.");
    }
  }

  private void save(String file) throws IOException {
    List<String> done = statements.done();
    if (file.isEmpty()) {
      screen.say("Where to? `\\save study.segql`");
    } else if (Files.exists(Path.of(unquoted(file)))) {
      screen.say("`" + unquoted(file) + "` exists already; nothing was written.");
    } else {
      var script = new StringBuilder();
      for (String text : done) {
        script.append(text).append(text.endsWith(";") ? "\n" : ";\n");
      }
      Files.writeString(Path.of(unquoted(file)), script);
      screen.say(
          done.size()
              + (done.size() == 1 ? " input is" : " inputs are")
              + " in `"
              + unquoted(file)
              + "`.");
    }
  }

  private void rows(String count) {
    if (count.matches("[1-9][0-9]{0,5}")) {
      screen.limitRows(Integer.parseInt(count));
      screen.say("Long tables show " + count + " rows.");
    } else {
      screen.say("How many rows? `\\rows 100`");
    }
  }

  private void draw(String where) {
    switch (where) {
      case "browser" -> drawing.toBrowser(true);
      case "terminal" -> drawing.toBrowser(false);
      case "" -> drawing.toBrowser(!drawing.inBrowser());
      default -> {
        screen.say("`\\charts` takes `terminal` or `browser`.");
        return;
      }
    }
    screen.say("Charts are drawn in the " + (drawing.inBrowser() ? "browser." : "terminal."));
  }

  private static String unquoted(String file) {
    boolean quoted = file.length() > 1 && file.startsWith("'") && file.endsWith("'");
    return quoted ? file.substring(1, file.length() - 1).replace("''", "'") : file;
  }
}
