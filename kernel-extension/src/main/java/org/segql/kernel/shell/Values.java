package org.segql.kernel.shell;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.MimeBundle;
import tech.tablesaw.api.Table;

/// Objects as outputs.
public final class Values {
  private static final int LONGEST = 100_000;

  private Values() {}

  /// Any object, null included.
  public static MimeBundle bundle(@Nullable Object value) {
    return switch (value) {
      case null -> MimeBundle.text("null");
      case MimeBundle bundle -> bundle;
      case Table table -> MimeBundle.text(table.print());
      case RenderedImage image -> image(image);
      default -> MimeBundle.text(text(value));
    };
  }

  /// One object as text; an array by its elements; the user's `toString` may fail without harm.
  static String text(Object value) {
    String text;
    try {
      text = value.getClass().isArray() ? array(value) : String.valueOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      return "(the `toString` of " + value.getClass().getName() + " fails: " + e + ")";
    }
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + text.length() + " characters in all)";
  }

  private static String array(Object value) {
    // Of one element, whose own brackets then give way: Arrays has no method for an array of any
    // kind.
    String nested = Arrays.deepToString(new Object[] {value});
    return nested.substring(1, nested.length() - 1);
  }

  private static MimeBundle image(RenderedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      return MimeBundle.text(e.toString());
    }
    String size = "image of " + image.getWidth() + " × " + image.getHeight();
    String png = Base64.getEncoder().encodeToString(bytes.toByteArray());
    return MimeBundle.text(size).with(MimeBundle.PNG, png);
  }
}
