package org.segql.kernel.segql;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Chart;
import org.segql.diagnostic.SegqlException;
import org.segql.kernel.cell.MimeBundle;
import org.segql.result.Part;
import org.segql.result.Result;
import org.segql.session.Run;
import smile.data.DataFrame;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/// Java objects as outputs: tables, charts and images as such, everything else as text.
public final class Values {
  private static final int LONGEST = 100_000;

  private final Bundles bundles;

  public Values(Bundles bundles) {
    this.bundles = bundles;
  }

  /// @param value any object, null included
  /// @param cellId the cell that shows it; null where the front end does not say
  public MimeBundle bundle(@Nullable Object value, @Nullable String cellId) {
    return switch (value) {
      case null -> MimeBundle.text("null");
      case MimeBundle bundle -> bundle;
      case Result result -> bundles.of(result, cellId);
      case Run run -> run(run, cellId);
      case Table table -> table(table, cellId);
      case DataFrame frame -> table(DataFrames.table(frame), cellId);
      case Chart chart -> figure(new org.segql.chart.Figure(chart), cellId);
      case org.segql.chart.Figure figure -> figure(figure, cellId);
      case Figure figure -> plotly(figure, cellId);
      case RenderedImage image -> image(image);
      default -> MimeBundle.text(text(value));
    };
  }

  private MimeBundle table(Table table, @Nullable String cellId) {
    String rows = String.format(Locale.ROOT, "%,d rows", table.rowCount());
    String title =
        table.name() == null || table.name().isBlank() ? rows : table.name() + ", " + rows;
    try {
      return bundles.of(Result.table(title, table), cellId);
    } catch (SegqlException | IllegalArgumentException e) {
      return MimeBundle.text(table.print()); // columns of a kind that SegQL has not
    }
  }

  private MimeBundle figure(org.segql.chart.Figure figure, @Nullable String cellId) {
    return bundles.of(Result.of("", new Part.ChartPart(figure)), cellId);
  }

  private MimeBundle run(Run run, @Nullable String cellId) {
    return run.last()
        .map(r -> bundles.of(r, cellId))
        .orElseGet(() -> MimeBundle.text(run.status().name().toLowerCase(Locale.ROOT)));
  }

  /// A figure of Tablesaw's own: live where plotly.js is; it has no picture.
  private MimeBundle plotly(Figure figure, @Nullable String cellId) {
    String id = Bundles.freshId();
    String script = figure.asJavascript(id).replaceAll("(?s)</?script[^>]*>", "");
    String html =
        """
        %s<div id="%s"></div>
        <script>
        (function () {
          var done = false;
          function live() {
            var Plotly = window.segqlPlotly;
            if (done || !Plotly || !document.getElementById("%s")) return;
            done = true;
            %s
          }
          live();
          window.addEventListener("segql-plotly", live);
        })();
        </script>
        """
            .formatted(bundles.carrier(cellId), id, id, script);
    return MimeBundle.html("A chart; JupyterLab shows it where the notebook is trusted.", html);
  }

  /// One object as text; an array by its elements; the user's `toString` may fail without harm.
  public static String text(Object value) {
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
    // As the one element of an array, whose brackets then give way: Arrays has no method for an
    // array of any kind.
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
