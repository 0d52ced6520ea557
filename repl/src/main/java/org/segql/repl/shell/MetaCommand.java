package org.segql.repl.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The commands of the shell itself. Those that have a form in the language run that.
enum MetaCommand {
  HELP("?", "[TOPIC]", "help, or what a word means: `\\? kmeans`", "DESCRIBE %s;"),
  QUIT("q", "", "leave (so do Ctrl-D, exit and quit)", null),
  TABLES("d", "[NAME]", "the tables, or one of them", "SHOW TABLES;"),
  SEGMENTATIONS("ds", "", "the segmentations", "SHOW SEGMENTATIONS;"),
  ALGORITHMS("da", "", "the algorithms", "SHOW ALGORITHMS;"),
  CHARTS("dc", "", "the charts", "SHOW CHARTS;"),
  FUNCTIONS("df", "", "the functions", "SHOW FUNCTIONS;"),
  PARAMETERS("dp", "", "the parameters", "SHOW PARAMS;"),
  EDIT("e", "[FILE]", "edit the last input or a file in $EDITOR, then run it", null),
  INCLUDE("i", "FILE", "run a script here", "RUN '%s';"),
  OUTPUT("o", "[FILE]", "results go to a file (by its name: csv, json, html, md), or back", null),
  SAVE("save", "FILE", "save the statements that ran as a script", null),
  TIMING("timing", "", "say how long statements take, or stop it", null),
  SIDEWAYS("x", "", "turn tables sideways, or back", null),
  ROWS("rows", "N", "how many rows of a long table are shown", null),
  PAGER("pager", "", "long results through a pager, or not", null),
  DRAW("charts", "[terminal|browser]", "where charts are drawn", null),
  BROWSE("browse", "", "the last chart in the browser", null);

  private final String text;
  private final String arguments;
  private final String summary;
  private final @Nullable String form;

  MetaCommand(String text, String arguments, String summary, @Nullable String form) {
    this.text = text;
    this.arguments = arguments;
    this.summary = summary;
    this.form = form;
  }

  /// As it is typed: `\d`.
  String text() {
    return "\\" + text;
  }

  String arguments() {
    return arguments;
  }

  String summary() {
    return summary;
  }

  /// The statement that does the same, `%s` for the argument; empty where there is none.
  Optional<String> form() {
    return Optional.ofNullable(form);
  }

  /// What of a statement stands before the same argument: what fits there completes it. Empty where
  /// nothing does.
  String statement() {
    return switch (this) {
      case HELP, TABLES -> "DESCRIBE ";
      case EDIT, INCLUDE -> "RUN '";
      case QUIT, SEGMENTATIONS, ALGORITHMS, CHARTS, FUNCTIONS, PARAMETERS -> "";
      case OUTPUT, SAVE, TIMING, SIDEWAYS, ROWS, PAGER, DRAW, BROWSE -> "";
    };
  }

  static boolean isMeta(String line) {
    return line.startsWith("\\")
        || line.strip().startsWith("?")
        || List.of("exit", "quit", "help").contains(word(line).toLowerCase(Locale.ROOT));
  }

  /// The command that a line begins with.
  static Optional<MetaCommand> of(String line) {
    String word = word(line);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "exit", "quit" -> Optional.of(QUIT);
      case "help", "\\h", "?" -> Optional.of(HELP);
      default -> Arrays.stream(values()).filter(c -> c.text().equals(word)).findFirst();
    };
  }

  /// What stands after the command's word.
  static String argument(String line) {
    String whole = whole(line);
    int blank = whole.indexOf(' ');
    return blank < 0 ? "" : whole.substring(blank).strip();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(MetaCommand::text).toList();
  }

  /// Those that begin so.
  static Stream<MetaCommand> beginningWith(String typed) {
    return Arrays.stream(values()).filter(c -> c.text().startsWith(typed));
  }

  private static String word(String line) {
    String whole = whole(line);
    int blank = whole.indexOf(' ');
    return blank < 0 ? whole : whole.substring(0, blank);
  }

  /// Without a `;`; a question mark stands for itself also without a blank: `?kmeans`.
  private static String whole(String line) {
    String stripped = line.strip();
    if (stripped.startsWith("?") || stripped.startsWith("\\?")) {
      int mark = stripped.indexOf('?') + 1;
      stripped = stripped.substring(0, mark) + " " + stripped.substring(mark).strip();
    }
    return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
  }
}
