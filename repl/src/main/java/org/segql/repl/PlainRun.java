package org.segql.repl;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segql.result.OutputFormat;

/// Reads the common forms of `segql run …` without picocli, which takes a quarter of a second to
/// set up: its classes are of an old format that no archive of classes holds and that is slow to
/// verify. Whatever is not plain (help, a slip, a value that begins with a dash) is left to
/// picocli. A test holds the two together.
final class PlainRun {
  private PlainRun() {}

  /// The command, ready to be called; null where picocli has to look at it.
  static @Nullable RunCommand of(String[] arguments, Surroundings around) {
    if (arguments.length < 2 || !arguments[0].equals("run")) {
      return null;
    }
    RunCommand command = new RunCommand(around);
    Iterator<String> rest = Arrays.asList(arguments).subList(1, arguments.length).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      boolean plain =
          argument.startsWith("-") && !argument.equals("-")
              ? option(command, argument, rest)
              : plainValue(argument) && command.files.add(argument);
      if (!plain) {
        return null;
      }
    }
    return command;
  }

  private static boolean option(RunCommand command, String argument, Iterator<String> rest) {
    if (argument.equals("-q") || argument.equals("--quiet")) {
      boolean first = !command.quiet;
      command.quiet = true;
      return first;
    }
    int sign = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = sign < 0 ? argument : argument.substring(0, sign);
    boolean known = List.of("-c", "-p", "--param", "-f", "--format", "-o", "--out").contains(name);
    if (!known || sign < 0 && !rest.hasNext()) {
      return false;
    }
    String value = sign < 0 ? rest.next() : argument.substring(sign + 1);
    return plainValue(value) && set(command, name, value);
  }

  private static boolean set(RunCommand command, String name, String value) {
    return switch (name) {
      case "-p", "--param" -> command.parameters.add(value);
      case "-c" -> {
        boolean first = command.text == null;
        command.text = value;
        yield first;
      }
      case "-o", "--out" -> {
        boolean first = command.out == null;
        command.out = value;
        yield first;
      }
      default -> {
        boolean first = command.format == null;
        command.format = format(value);
        yield first && command.format != null;
      }
    };
  }

  private static @Nullable OutputFormat format(String value) {
    for (OutputFormat format : OutputFormat.values()) {
      if (format.name().equals(value.toUpperCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }

  /// picocli reads files of arguments (`@file`) and takes quotes and empty texts its own way.
  private static boolean plainValue(String value) {
    return !value.isEmpty()
        && (!value.startsWith("-") || value.equals("-"))
        && !value.startsWith("@")
        && !value.startsWith("\"");
  }
}
