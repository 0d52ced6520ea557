package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A terminal that answers when the program asks what it is: `script` gives the program a
/// pseudo-terminal, and what the program writes is read here, byte for byte.
final class AnsweringTerminal implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

  private final Process process;
  private final OutputStream keys;
  private final Map<String, String> answers;
  private final StringBuilder written = new StringBuilder();
  private int looked;

  private AnsweringTerminal(Process process, Map<String, String> answers) {
    this.process = process;
    this.keys = process.getOutputStream();
    this.answers = answers;
    Thread.ofPlatform().daemon().start(this::read);
  }

  static boolean exists() {
    return System.getProperty("os.name").equals("Linux") && Foreground.isOnPath("script");
  }

  /// @param answers what it says when something is written that ends so
  static AnsweringTerminal open(
      Path folder, Map<String, String> environment, Map<String, String> answers, String... files)
      throws IOException {
    String command = TmuxScreen.program(List.of(files));
    var builder =
        new ProcessBuilder("script", "-qfec", "stty rows 40 cols 120; " + command, "/dev/null");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    List.of("TMUX", "STY", "NO_COLOR", "COLORFGBG", "KITTY_WINDOW_ID", "TERM_PROGRAM")
        .forEach(variables::remove);
    variables.put("TERM", "xterm-256color");
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("PAGER", "");
    variables.put("SEGQL_HISTORY", folder.resolve("history").toString());
    variables.putAll(environment);
    return new AnsweringTerminal(builder.start(), new LinkedHashMap<>(answers));
  }

  AnsweringTerminal type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    return this;
  }

  /// Waits until the program has written a text since the last time that it was waited for.
  ///
  /// @return what was written meanwhile
  String await(String text) throws IOException {
    long end = System.currentTimeMillis() + PATIENCE;
    while (System.currentTimeMillis() < end) {
      synchronized (written) {
        int at = written.indexOf(text, looked);
        if (at >= 0) {
          String meanwhile = written.substring(looked, at + text.length());
          looked = at + text.length();
          return meanwhile;
        }
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
    synchronized (written) {
      assertThat(written.substring(looked)).contains(text);
    }
    return "";
  }

  private void read() {
    byte[] bytes = new byte[1 << 16];
    try (var out = process.getInputStream()) {
      for (int n = out.read(bytes); n >= 0; n = out.read(bytes)) {
        String text = new String(bytes, 0, n, StandardCharsets.UTF_8);
        synchronized (written) {
          written.append(text);
        }
        for (Map.Entry<String, String> answer : answers.entrySet()) {
          if (text.contains(answer.getKey())) {
            type(answer.getValue());
          }
        }
      }
    } catch (IOException _) {
      // The program has ended.
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
