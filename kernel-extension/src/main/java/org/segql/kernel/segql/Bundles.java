package org.segql.kernel.segql;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Figure;
import org.segql.chart.Theme;
import org.segql.kernel.cell.MimeBundle;
import org.segql.render.HtmlChart;
import org.segql.render.StaticChart;
import org.segql.result.ChartPainter;
import org.segql.result.HtmlRenderer;
import org.segql.result.Part;
import org.segql.result.Result;
import org.segql.result.TerminalRenderer;
import org.segql.result.TerminalStyle;

/// Results as outputs of one notebook. Its first chart carries plotly.js, a megabyte, for all
/// others; when the cell that shows it runs again it carries it again, since its old output is
/// gone.
public final class Bundles {
  private static final int ROWS = 50;
  private static final int SCALE = 2;

  private final Set<String> carriers = new HashSet<>();
  private boolean carried;

  /// @param cellId the cell that shows it; null where the front end does not say
  public synchronized MimeBundle of(Result result, @Nullable String cellId) {
    String html = new HtmlRenderer(false, ROWS, new CellPainter(cellId)).render(result);
    var bundle = MimeBundle.html(TerminalRenderer.PLAIN.render(result).stripTrailing(), html);
    // A picture would outrank the text of tables where no HTML is shown, so only a chart alone gets
    // one.
    return result.parts().size() == 1 && result.parts().getFirst() instanceof Part.ChartPart chart
        ? bundle.with(MimeBundle.PNG, png(chart.figure()))
        : bundle;
  }

  /// The script with plotly.js, where this cell has to carry it; else empty.
  synchronized String carrier(@Nullable String cellId) {
    boolean again = cellId == null ? !carried : carriers.contains(cellId) || !carried;
    if (!again) {
      return "";
    }
    carried = true;
    if (cellId != null) {
      carriers.add(cellId);
    }
    return HtmlChart.carrier();
  }

  /// An id that no other output has, of this run of the kernel or of those before whose outputs are
  /// saved.
  static String freshId() {
    return "segql-" + UUID.randomUUID();
  }

  private static String png(Figure figure) {
    return Base64.getEncoder().encodeToString(StaticChart.png(figure, Theme.LIGHT, SCALE));
  }

  /// Draws the charts of one output.
  private final class CellPainter implements ChartPainter {
    private final @Nullable String cellId;

    CellPainter(@Nullable String cellId) {
      this.cellId = cellId;
    }

    @Override
    public String terminal(Figure figure, TerminalStyle style) {
      return WORDS.terminal(figure, style);
    }

    @Override
    public String html(Figure figure) {
      return carrier(cellId) + HtmlChart.snippet(figure, freshId());
    }
  }
}
