package org.segql.docs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.segql.repl.Program;
import org.segql.repl.shell.ShellReference;

/// The pages of the command line and of the shell, from what the program says of itself.
final class CommandPages {
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S");

  private CommandPages() {}

  static String commands() {
    var text = new Markdown();
    String all = help();
    List<String> names = COMMAND.matcher(all).results().map(r -> r.group(1)).toList();
    for (String name : names) {
      text.heading(2, "segql " + name).block("text", help(name));
    }
    return Template.fill(
        "command-line.md",
        Map.of(
            "help", new Markdown().block("text", all).toString(),
            "contents", Markdown.contents(names.stream().map(n -> "segql " + n).toList()),
            "commands", text.toString()));
  }

  private static String help(String... command) {
    var out = new ByteArrayOutputStream();
    String[] arguments = new String[command.length + 1];
    System.arraycopy(command, 0, arguments, 0, command.length);
    arguments[command.length] = "--help";
    Program.execute(arguments, new ByteArrayInputStream(new byte[0]), out, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String shell() {
    return Template.fill("shell.md", Map.of("commands", ShellReference.table()));
  }
}
