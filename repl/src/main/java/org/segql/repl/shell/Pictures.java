package org.segql.repl.shell;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.segql.chart.Figure;
import org.segql.chart.Theme;
import org.segql.render.StaticChart;

/// Charts as pictures in a terminal that says it can show them: by kitty's protocol, iTerm2's or
/// sixel graphics.
enum Pictures {
  KITTY {
    /// The data in pieces of at most 4096 letters; `q=2` asks for no answer, which would be taken
    /// for typing.
    @Override
    String sequence(BufferedImage image) throws IOException {
      String data = Base64.getEncoder().encodeToString(png(image));
      var text = new StringBuilder();
      for (int from = 0; from < data.length(); from += PIECE) {
        int to = Math.min(data.length(), from + PIECE);
        text.append("\u001b_G").append(from == 0 ? "a=T,f=100,q=2," : "");
        text.append(to < data.length() ? "m=1;" : "m=0;").append(data, from, to).append("\u001b\\");
      }
      return text.toString();
    }
  },
  ITERM2 {
    @Override
    String sequence(BufferedImage image) throws IOException {
      byte[] png = png(image);
      String data = Base64.getEncoder().encodeToString(png);
      return "\u001b]1337;File=inline=1;size=" + png.length + ":" + data + "\u0007";
    }
  },
  SIXEL {
    @Override
    String sequence(BufferedImage image) {
      return Sixel.of(image);
    }
  };

  private static final int PIECE = 4096;
  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;

  abstract String sequence(BufferedImage image) throws IOException;

  /// What a terminal can show. A multiplexer hands on the variables of the terminal that it was
  /// started in, which need not be the one that looks now.
  ///
  /// @param environment the variables of the process
  static Optional<Pictures> of(Map<String, String> environment, TerminalAnswers answers) {
    String type = environment.getOrDefault("TERM", "");
    String program = environment.getOrDefault("TERM_PROGRAM", "");
    boolean within = environment.containsKey("TMUX") || environment.containsKey("STY");
    boolean kitty =
        environment.containsKey("KITTY_WINDOW_ID")
            || type.equals("xterm-kitty")
            || type.equals("xterm-ghostty")
            || program.equals("ghostty");
    if (kitty && !within) {
      return Optional.of(KITTY);
    }
    if (answers.sixel()) {
      return Optional.of(SIXEL);
    }
    return program.equals("iTerm.app") && !within ? Optional.of(ITERM2) : Optional.empty();
  }

  /// Whether a text holds one: a pager can't show it.
  static boolean isIn(String text) {
    return text.contains("\u001bP0;0q")
        || text.contains("\u001b_G")
        || text.contains("\u001b]1337;");
  }

  /// A chart as large as the screen leaves room for.
  ///
  /// @return what draws it, with the line's end after it
  String drawn(Figure figure, boolean dark, Optional<TerminalAnswers.Pixels> screen)
      throws IOException {
    int width = screen.map(p -> p.width() * 9 / 10).orElse(WIDTH);
    int height = screen.map(p -> p.height() * 3 / 4).orElse(HEIGHT);
    byte[] png = StaticChart.png(figure, dark ? Theme.DARK : Theme.LIGHT, 2);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    return sequence(fitted(image, width, height)) + "\n";
  }

  /// Made smaller where it is too large; halved as often as may be first, so that no line is lost.
  private static BufferedImage fitted(BufferedImage image, int width, int height) {
    double scale =
        Math.min(
            1, Math.min((double) width / image.getWidth(), (double) height / image.getHeight()));
    int w = Math.max(1, (int) (image.getWidth() * scale));
    int h = Math.max(1, (int) (image.getHeight() * scale));
    BufferedImage fitted = image;
    while (fitted.getWidth() > 2 * w) {
      fitted = scaled(fitted, fitted.getWidth() / 2, fitted.getHeight() / 2);
    }
    return scaled(fitted, w, h);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return scaled;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
