package org.segql.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The scripts that a page with charts needs: plotly.js (its build for cartesian charts and pies,
/// 1.0 MB; 0.46 MB as compressed text) and the few lines that draw a figure in the reader's theme.
public final class PlotlyScript {
  private PlotlyScript() {}

  /// plotly.js as it is.
  public static String plotly() {
    return read("plotly-cartesian.min.js").replace("</script", "<\\/script");
  }

  /// plotly.js compressed by gzip, as base64.
  public static String compressed() {
    var bytes = new ByteArrayOutputStream();
    try (var gzip =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(read("plotly-cartesian.min.js").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /// The function `segqlChart(Plotly, element, figure)`.
  public static String drawing() {
    return read("chart.js");
  }

  private static String read(String name) {
    try (var in = PlotlyScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
