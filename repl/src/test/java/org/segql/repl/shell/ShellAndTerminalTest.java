package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shell asks a terminal, and what it makes of the answers.
class ShellAndTerminalTest {
  private static final String ABILITIES = "\u001b[c";
  private static final String PLAIN = "\u001b[?62;22c";

  @TempDir private Path folder;

  @BeforeEach
  void needsScript() throws IOException {
    if (!AnsweringTerminal.exists()) {
      System.err.println("Skipped: there is no `script` of Linux on the PATH.");
    }
    assumeTrue(AnsweringTerminal.exists(), "there is no `script` of Linux on the PATH");
    Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n2,1\n3,5\n4,4\n5,9\n");
  }

  /// All of them when the last question has come.
  private static Map<String, String> answers(String colour, String abilities) {
    return Map.of(ABILITIES, colour + "\u001b[4;640;1000t" + abilities);
  }

  @Test
  void chartsAreDrawnInSixelsOnALightScreen() throws IOException {
    Map<String, String> answers =
        answers("\u001b]11;rgb:ffff/fafa/f0f0\u001b\\", "\u001b[?62;4;22c");
    try (var terminal = AnsweringTerminal.open(folder, Map.of(), answers, "t.csv")) {
      terminal.await("5 rows");
      terminal.await("segql> ");
      terminal.type("PLOT t AS scatter(a, b);").await("38;5;25;1m");
      terminal.type("\r").await("\u001bP0;0q");
      String sequence = terminal.await("\u001b\\");
      BufferedImage picture = SixelPicture.of("\u001bP0;0q" + sequence);
      assertThat(picture.getWidth()).isBetween(400, 900);
      assertThat(picture.getHeight()).isBetween(300, 480);
      assertThat(picture.getRGB(3, 3) & 0xFF).as("light paper").isGreaterThan(240);
      terminal.await("segql> ");
    }
  }

  @Test
  void aDarkScreenWithoutGraphicsGetsLetters() throws IOException {
    Map<String, String> answers = answers("\u001b]11;rgb:1c1c/1c1c/1c1c\u0007", PLAIN);
    try (var terminal = AnsweringTerminal.open(folder, Map.of(), answers, "t.csv")) {
      terminal.await("segql> ");
      terminal.type("PLOT t AS scatter(a, b);").await("38;5;75;1m");
      terminal.type("\r");
      assertThat(terminal.await("└")).doesNotContain("\u001bP");
    }
  }

  @Test
  void noColourMeansNone() throws IOException {
    Map<String, String> answers = Map.of(ABILITIES, "\u001b[?62;4c");
    try (var terminal = AnsweringTerminal.open(folder, Map.of("NO_COLOR", "1"), answers, "t.csv")) {
      terminal.await("segql> ");
      terminal.type("PLOT t AS scatter(a, b);\r");
      assertThat(terminal.await("└")).doesNotContain("\u001bP").doesNotContain("\u001b[1m");
      terminal.type("PLOT t AS nothing;\r");
      assertThat(terminal.await("error[")).doesNotContain("\u001b[3");
    }
  }

  /// What is typed before the prompt is kept; an answer that comes late is not taken for typing.
  @Test
  void aTerminalThatIsSilentOrLateIsNoHindrance() throws IOException {
    try (var terminal = AnsweringTerminal.open(folder, Map.of(), Map.of())) {
      terminal.type("\\tim").await("segql> ");
      terminal.type("\u001b]11;rgb:0000/0000/0000\u001b\\\u001b[4;600;800t\u001b[?62;4c");
      terminal.type("ing\r").await("Times are shown.");
    }
  }

  @Test
  void kittyIsKnownByItsName() throws IOException {
    Map<String, String> answers = Map.of(ABILITIES, PLAIN);
    try (var terminal =
        AnsweringTerminal.open(folder, Map.of("KITTY_WINDOW_ID", "1"), answers, "t.csv")) {
      terminal.await("segql> ");
      terminal.type("PLOT t AS scatter(a, b);\r").await("\u001b_Ga=T,f=100,q=2");
    }
  }
}
