package org.segql.repl;

import java.util.concurrent.Callable;
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

  private final Surroundings around;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}, in small letters too")
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
              case BASH -> AutoComplete.bash("segql", all);
              // The script for bash knows zsh's ways too, once its emulation of bash is on.
              case ZSH ->
                  "autoload -U +X bashcompinit && bashcompinit\n" + AutoComplete.bash("segql", all);
              case FISH -> FishCompletion.of(all);
            });
    return ExitCode.FINE;
  }
}
