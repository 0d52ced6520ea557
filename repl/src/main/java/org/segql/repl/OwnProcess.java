package org.segql.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The same command once more, in a process that stands in a notebook's folder: Java takes relative
/// paths from where its process was started, and a notebook means its own folder.
final class OwnProcess {
  private OwnProcess() {}

  /// @param target of `--out`; null for none
  /// @return the exit code; empty where this process stands there already, or cannot be repeated
  static Optional<Integer> in(Path notebook, @Nullable Path target, Surroundings around)
      throws InterruptedException {
    Path file = notebook.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(file.getParent());
    var own = ProcessHandle.current().info();
    List<String> arguments = List.of(own.arguments().orElse(new String[0]));
    int main = arguments.indexOf(Main.class.getName());
    if (main < 0 || own.command().isEmpty() || folder.equals(Path.of("").toAbsolutePath())) {
      return Optional.empty();
    }
    var command = new ArrayList<String>(List.of(own.command().get()));
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      command.add(i <= main ? argument : absolute(argument, notebook, file, target));
    }
    around.out().flush();
    around.err().flush();
    try {
      return Optional.of(
          new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The paths among the arguments, which were meant from here.
  private static String absolute(String argument, Path notebook, Path file, @Nullable Path target) {
    if (argument.equals(notebook.toString())) {
      return file.toString();
    }
    if (target == null) {
      return argument;
    }
    int sign = argument.indexOf('=');
    String value = argument.startsWith("-") && sign > 0 ? argument.substring(sign + 1) : argument;
    boolean isTarget = target.equals(pathOf(value));
    return isTarget ? argument.substring(0, argument.length() - value.length()) + target : argument;
  }

  private static @Nullable Path pathOf(String text) {
    try {
      return text.isEmpty() ? null : Path.of(text).toAbsolutePath();
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }
}
