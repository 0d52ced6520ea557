package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A terminal that a test types into and reads, by a tmux server of its own.
final class TmuxScreen implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

  private final String server = "segql-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

  private TmuxScreen() {}

  static boolean exists() {
    return Foreground.isOnPath("tmux");
  }

  /// Opens the shell in a terminal of that size.
  ///
  /// @param environment `NAME=value`
  static TmuxScreen open(
      int width, int height, Path folder, List<String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<String>(List.of("exec env"));
    environment.forEach(e -> command.add(quoted(e)));
    command.add(program(List.of(arguments)));
    return command(width, height, folder, String.join(" ", command));
  }

  /// Opens a terminal in which a command of `sh` runs.
  static TmuxScreen command(int width, int height, Path folder, String command) throws IOException {
    var screen = new TmuxScreen();
    screen.tmux(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        "" + width,
        "-y",
        "" + height,
        "-c",
        folder.toString(),
        command);
    screen.tmux("set-option", "-g", "remain-on-exit", "on");
    return screen;
  }

  /// The command that starts the shell, for `sh`.
  static String program(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.add(
        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
            + " --sun-misc-unsafe-memory-access=allow -cp");
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.add(quoted(path));
    command.add("org.segql.repl.Main");
    arguments.forEach(argument -> command.add(quoted(argument)));
    return String.join(" ", command);
  }

  TmuxScreen type(String text) throws IOException {
    tmux(
        "send-keys",
        "-l",
        "--",
        text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text);
    return this;
  }

  /// @param names as tmux has them: `Enter`, `C-c`, `Tab`
  TmuxScreen key(String... names) throws IOException {
    for (String name : names) {
      tmux("send-keys", name);
    }
    return this;
  }

  /// Types a line and enters it once it is on the screen.
  TmuxScreen enter(String line) throws IOException {
    int before = occurrences(text(), line);
    type(line).await("what was typed", text -> occurrences(text, line) > before);
    return key("Enter");
  }

  /// Enters a line and waits until a text stands below it.
  ///
  /// @return the screen from that line on
  String answer(String line, String shown) throws IOException {
    String entered = "> " + line;
    enter(line);
    String screen = await(shown, text -> text.indexOf(shown, end(text, entered)) >= 0);
    return screen.substring(end(screen, entered));
  }

  private static int end(String text, String line) {
    int at = text.lastIndexOf(line);
    return at < 0 ? 0 : at + line.length();
  }

  /// Long lines are broken where the screen ends.
  private static int occurrences(String text, String line) {
    String whole = text.replaceAll("\\s", "");
    String part = line.replaceAll("\\s", "");
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  /// Until the terminal knows of it: tmux passes sizes on that follow one another a moment later.
  TmuxScreen resize(int width, int height) throws IOException {
    tmux("resize-window", "-x", "" + width, "-y", "" + height);
    var terminal = new File(tmux("display-message", "-p", "#{pane_tty}").strip());
    await(
        "a size of " + width + " columns",
        _ -> {
          try {
            var stty = new ProcessBuilder("stty", "size").redirectInput(terminal).start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return size.strip().equals(height + " " + width);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return this;
  }

  /// Pastes as terminals do that say where a paste begins and ends.
  TmuxScreen paste(String text) throws IOException {
    return paste(text, "-p");
  }

  /// Pastes as terminals do that send a paste as if it were typed.
  TmuxScreen pasteUnmarked(String text) throws IOException {
    return paste(text, "-d");
  }

  private TmuxScreen paste(String text, String how) throws IOException {
    Path file = Files.createTempFile("paste", ".txt");
    try {
      Files.writeString(file, text);
      tmux("load-buffer", file.toString());
      tmux("paste-buffer", how);
    } finally {
      Files.delete(file);
    }
    return this;
  }

  /// What is on the screen, without the empty lines at its end.
  String text() throws IOException {
    return tmux("capture-pane", "-p").stripTrailing();
  }

  /// The same with its colours.
  String coloured() throws IOException {
    return tmux("capture-pane", "-p", "-e");
  }

  /// Waits until the screen shows a text with these colours.
  void awaitColoured(String shown) throws IOException {
    await(
        shown,
        _ -> {
          try {
            return coloured().contains(shown);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Waits until the screen shows a text.
  String await(String shown) throws IOException {
    return await(shown, text -> text.contains(shown));
  }

  String await(String what, Predicate<String> condition) throws IOException {
    long end = System.currentTimeMillis() + PATIENCE;
    String text = text();
    while (!condition.test(text) && System.currentTimeMillis() < end) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      text = text();
    }
    assertThat(condition.test(text)).as("%s on the screen:%n%s", what, text).isTrue();
    return text;
  }

  /// Waits for an empty prompt in the last line.
  String awaitPrompt() throws IOException {
    return await("an empty prompt", text -> text.endsWith("\nsegql>") || text.equals("segql>"));
  }

  /// Leaves by Ctrl-D. A terminal drops what is typed while Ctrl-C is on its way, so it may have to
  /// be typed again.
  void leave() throws IOException {
    for (int i = 0; i < 20; i++) {
      key("C-d");
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      if (ended()) {
        return;
      }
    }
    awaitEnd();
  }

  /// Whether the program has ended. tmux is asked, because not every version writes so on the
  /// screen.
  private boolean ended() throws IOException {
    return tmux("list-panes", "-F", "#{pane_dead}").strip().equals("1");
  }

  String awaitEnd() throws IOException {
    return await(
        "the end",
        _ -> {
          try {
            return ended();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Override
  public void close() {
    try {
      tmux("kill-server");
    } catch (IOException _) {
      // It has ended by itself.
    }
  }

  private String tmux(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = process.inputReader()) {
      String text = out.lines().collect(Collectors.joining("\n"));
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + text);
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String quoted(@Nullable String text) {
    return "'" + String.valueOf(text).replace("'", "'\\''") + "'";
  }
}
