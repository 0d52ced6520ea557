package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segql.repl.Program;

/// The completion scripts, read and used by the shells that they are for.
class CompletionInShellsTest {
  private static final String NONE = "there is no %s on the PATH";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "bash,bash --norc --noprofile -i,source ./completion",
    "zsh,zsh -f -i,autoload -U compinit && compinit -D && source ./completion",
    "fish,fish --no-config,source ./completion",
  })
  void commandsOptionsAndValuesAreCompleted(String shell, String program, String read)
      throws IOException {
    needs("tmux");
    needs(shell);
    script(shell);
    Files.writeString(folder.resolve("quickly.segql"), "");
    try (var screen = TmuxScreen.command(120, 40, folder, "env PS1='> ' " + program)) {
      screen.enter(read + "; echo re''ady").await("ready");
      completes(screen, "segql explai", "segql explain");
      completes(screen, "segql run --fo", "segql run --format");
      completes(screen, "segql run --format markd", "--format markdown");
      completes(screen, "segql completion zs", "completion zsh");
      completes(screen, "segql run quic", "run quickly.segql");
    }
  }

  private static void completes(TmuxScreen screen, String typed, String whole) throws IOException {
    screen.type(typed).key("Tab").await(whole);
    screen.key("C-u").key("C-l");
  }

  private static void needs(String program) {
    if (!Foreground.isOnPath(program)) {
      System.err.println("Skipped: " + NONE.formatted(program) + ".");
    }
    assumeTrue(Foreground.isOnPath(program), NONE.formatted(program));
  }

  private void script(String shell) throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(new byte[0]);
    assertThat(Program.execute(new String[] {"completion", shell}, in, out, err)).isZero();
    Files.write(folder.resolve("completion"), out.toByteArray());
  }
}
