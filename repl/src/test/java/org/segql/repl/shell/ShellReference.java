package org.segql.repl.shell;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The commands of the shell as a table for the reference.
public final class ShellReference {
  private ShellReference() {}

  public static String table() {
    return Arrays.stream(MetaCommand.values())
        .map(ShellReference::row)
        .collect(
            Collectors.joining("", "| command | does | the same in SegQL |\n|---|---|---|\n", ""));
  }

  private static String row(MetaCommand command) {
    String usage = (command.text() + " " + command.arguments()).strip().replace("|", "\\|");
    String form = command.form().map(f -> "`" + f.replace("%s", "…") + "`").orElse("");
    return "| `" + usage + "` | " + command.summary() + " | " + form + " |\n";
  }
}
