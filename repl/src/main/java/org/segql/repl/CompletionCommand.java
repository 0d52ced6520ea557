package org.segql.repl;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the script that completes segql's commands and options in a shell.",
    footer = {
      "",
      "  bash  source <(segql completion bash)      in ~/.bashrc",
      "  zsh   source <(segql completion zsh)       in ~/.zshrc, after compinit",
      "  fish  segql completion fish > ~/.config/fish/completions/segql.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  /// The shells there are scripts for.
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  private static final Pattern VALUES =
      Pattern.compile("(?m)^(  local \\w+_(?:option|pos_param)_args=)(\\(.*\\))");

  /// Where nothing else fits, files do.
  private static final String FILES =
      """

      function _complete_segql_or_files() {
        _complete_segql
        if [ ${#COMPREPLY[@]} -eq 0 ]; then
          local IFS=$'\\n'
          COMPREPLY=( $(compgen -f -- "${COMP_WORDS[COMP_CWORD]}") )
          type compopt &>/dev/null && compopt -o filenames
        fi
      }
      complete -F _complete_segql_or_files segql
      """;

  private final Surroundings around;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  private Shell shell;

  CompletionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    CommandLine all = CommandLines.all(around);
    around
        .out()
        .print(
            switch (shell) {
              case BASH -> bash(all) + FILES;
              // The script for bash knows zsh's ways too, once its emulation of bash is on.
              case ZSH -> "autoload -U +X bashcompinit && bashcompinit\n" + bash(all);
              case FISH -> FishCompletion.of(all);
            });
    return ExitCode.FINE;
  }

  /// Values in small letters, as the help and the documents write them.
  private static String bash(CommandLine all) {
    return VALUES
        .matcher(AutoComplete.bash("segql", all))
        .replaceAll(line -> line.group(1) + line.group(2).toLowerCase(Locale.ROOT));
  }
}
