package org.segql.repl;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for the shell fish, one line a command or an option.
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandLine root) {
    StringBuilder script = new StringBuilder("complete -c segql -e\n");
    for (Map.Entry<String, CommandLine> entry : root.getSubcommands().entrySet()) {
      CommandSpec command = entry.getValue().getCommandSpec();
      script.append("complete -c segql -f -n __fish_use_subcommand -a ").append(entry.getKey());
      String[] description = command.usageMessage().description();
      script.append(described(description.length == 0 ? "" : description[0]));
      String where = " -n '__fish_seen_subcommand_from " + entry.getKey() + "'";
      command.options().forEach(option -> option(script, where, option));
      for (PositionalParamSpec parameter : command.positionalParameters()) {
        if (parameter.completionCandidates() != null) {
          script.append("complete -c segql").append(where);
          script.append(values(parameter.completionCandidates())).append('\n');
        }
      }
    }
    root.getCommandSpec()
        .options()
        .forEach(option -> option(script, " -n __fish_use_subcommand", option));
    return script.toString();
  }

  private static void option(StringBuilder script, String where, OptionSpec option) {
    script.append("complete -c segql").append(where);
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      script.append(" -r");
    }
    if (option.completionCandidates() != null) {
      script.append(values(option.completionCandidates()));
    }
    String[] description = option.description();
    script.append(described(description.length == 0 ? "" : description[0]));
  }

  private static String values(Iterable<String> values) {
    return " -f -a '" + String.join(" ", values).toLowerCase(Locale.ROOT) + "'";
  }

  private static String described(String text) {
    String plain = text.replaceAll("\\$\\{[^}]*}(, )?", "").replace("\\", "").replace("'", "\\'");
    return " -d '" + plain + "'\n";
  }
}
