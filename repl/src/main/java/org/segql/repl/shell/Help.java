package org.segql.repl.shell;

import org.segql.diagnostic.Cells;

/// The text of `\?`.
final class Help {
  private static final String START =
      """
      Statements end in `;` and may take many lines. An empty line runs what stands there.

        LOAD customers FROM 'customers.csv';
        DESCRIBE customers;
        SEGMENT customers BY age, income USING kmeans(2..8) AS q1;
        PROFILE q1;
        PLOT q1 AS map;

      Tab completes; Ctrl-R searches what was typed before; Ctrl-C stops a statement; Ctrl-D leaves.

      """;

  private Help() {}

  static String text(int width) {
    var text = new StringBuilder(START);
    int names = 0;
    for (MetaCommand command : MetaCommand.values()) {
      names = Math.max(names, usage(command).length());
    }
    for (MetaCommand command : MetaCommand.values()) {
      String plain = Cells.padRight(usage(command), names) + "  " + command.summary();
      String form = command.form().map(f -> "  (" + f.replace("%s", "…") + ")").orElse("");
      String line = plain.length() + form.length() < width ? plain + form : plain;
      text.append(line.length() < width ? line : usage(command) + "\n    " + command.summary());
      text.append('\n');
    }
    return text.toString();
  }

  private static String usage(MetaCommand command) {
    return (command.text() + " " + command.arguments()).strip();
  }
}
