package org.segql.repl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What picocli finds wrong with a command line, in the words of the other messages.
///
/// @param hint what may have been meant
record Misuse(String sentence, Optional<String> hint) {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);

  static Misuse of(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched)
        : new Misuse(value(e), Optional.empty());
  }

  private static Misuse unmatched(UnmatchedArgumentException e) {
    String written = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    if (e.isUnknownOption()) {
      List<String> near = e.getSuggestions();
      return new Misuse(
          picocli(e),
          near.isEmpty()
              ? Optional.empty()
              : Optional.of("Did you mean " + String.join(" or ", near) + "?"));
    }
    return command.getParent() == null
        ? new Misuse(
            "there is no command `" + written + "`.",
            Suggestions.hint(written, command.getSubcommands().keySet()))
        : new Misuse("`" + written + "` is one argument too many.", Optional.empty());
  }

  /// An option or a parameter with a value that it can't have.
  private static String value(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    String value = e.getValue();
    if (argument == null || value == null) {
      return picocli(e);
    }
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    String can = allowed(argument);
    return can == null ? picocli(e) : "`" + name + "` can't be `" + value + "`: it is " + can + ".";
  }

  private static @Nullable String allowed(ArgSpec argument) {
    Iterable<String> values = argument.completionCandidates();
    if (values != null) {
      return "one of " + String.join(", ", values).toLowerCase(Locale.ROOT);
    }
    return WHOLE.contains(argument.type()) ? "a whole number" : null;
  }

  private static String picocli(ParameterException e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }
}
