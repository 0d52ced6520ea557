package org.segql.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private static final TerminalAnswers NONE = new TerminalAnswers();
  private static final TerminalAnswers SIXEL = new TerminalAnswers();

  static {
    SIXEL.abilities("62;4;22");
  }

  @Test
  void theTerminalSaysWhatItCanShow() {
    assertThat(Pictures.of(Map.of("TERM", "xterm-256color"), NONE)).isEmpty();
    assertThat(Pictures.of(Map.of("TERM", "xterm-256color"), SIXEL)).contains(Pictures.SIXEL);
    assertThat(Pictures.of(Map.of("KITTY_WINDOW_ID", "1"), SIXEL)).contains(Pictures.KITTY);
    assertThat(Pictures.of(Map.of("TERM", "xterm-kitty"), NONE)).contains(Pictures.KITTY);
    assertThat(Pictures.of(Map.of("TERM_PROGRAM", "iTerm.app"), NONE)).contains(Pictures.ITERM2);
    assertThat(Pictures.of(Map.of("KITTY_WINDOW_ID", "1", "TMUX", "/x"), NONE)).isEmpty();
  }

  @Test
  void sixelsShowThePicture() throws IOException {
    var image = new BufferedImage(37, 20, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 37; x++) {
      for (int y = 0; y < 20; y++) {
        image.setRGB(x, y, x < 10 ? 0xFF0000 : y < 7 ? 0x00FF00 : x == y ? 0x0000FF : 0xFFFFFF);
      }
    }
    String sequence = Pictures.SIXEL.sequence(image);
    assertThat(sequence).startsWith("\u001bP0;0q\"1;1;37;20#").endsWith("\u001b\\");
    assertThat(Pictures.isIn(sequence)).isTrue();
    assertSame(SixelPicture.of(sequence), image, 0);
  }

  @Test
  void aPictureOfManyColoursComesNear() {
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 256; x++) {
      for (int y = 0; y < 256; y++) {
        image.setRGB(x, y, x << 16 | y << 8 | 128);
      }
    }
    assertSame(SixelPicture.of(Sixel.of(image)), image, 64);
  }

  @Test
  void kittyGetsPiecesAndGivesNoAnswer() throws IOException {
    var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 300 * 200; i++) {
      image.setRGB(i % 300, i / 300, i * 7919);
    }
    String sequence = Pictures.KITTY.sequence(image);
    assertThat(sequence).startsWith("\u001b_Ga=T,f=100,q=2,m=1;").endsWith("\u001b\\");
    var data = new StringBuilder();
    String[] pieces = sequence.split("\u001b\\\\");
    for (String piece : pieces) {
      String payload = piece.substring(piece.indexOf(';') + 1);
      assertThat(payload).hasSizeLessThanOrEqualTo(4096);
      data.append(payload);
    }
    assertThat(pieces[pieces.length - 1]).startsWith("\u001b_Gm=0;");
    byte[] png = Base64.getDecoder().decode(data.toString());
    assertSame(ImageIO.read(new ByteArrayInputStream(png)), image, 0);
  }

  @Test
  void iTermGetsOnePiece() throws IOException {
    String sequence = Pictures.ITERM2.sequence(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB));
    assertThat(sequence).startsWith("\u001b]1337;File=inline=1;size=").endsWith("\u0007");
  }

  private static void assertSame(BufferedImage actual, BufferedImage wanted, int tolerance) {
    assertThat(actual.getWidth()).isEqualTo(wanted.getWidth());
    assertThat(actual.getHeight()).isEqualTo(wanted.getHeight());
    for (int x = 0; x < wanted.getWidth(); x++) {
      for (int y = 0; y < wanted.getHeight(); y++) {
        Color a = new Color(actual.getRGB(x, y));
        Color b = new Color(wanted.getRGB(x, y));
        int apart =
            Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
        assertThat(apart).as("%d, %d", x, y).isLessThanOrEqualTo(tolerance);
      }
    }
  }
}
