package org.segql.engine.local.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.segql.chart.Chart;
import org.segql.chart.Charts;
import org.segql.chart.Figure;
import org.segql.chart.Fits;
import org.segql.chart.Mosaic;
import org.segql.chart.Theme;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Outcome;
import org.segql.engine.local.export.AtomicFile;
import org.segql.plan.Command;
import org.segql.plan.Location;
import org.segql.render.HtmlChart;
import org.segql.render.StaticChart;
import org.segql.result.Part;
import org.segql.result.Result;

/// PLOT: draws, and writes a file where one is named.
final class PlotCommand {
  private final Execution execution;

  PlotCommand(Execution execution) {
    this.execution = execution;
  }

  Outcome plot(Command.Plot plot) {
    AtomicFile file = plot.file() == null ? null : free(plot.file(), plot.overwrite());
    var charts = new ArrayList<Chart>();
    Figure only = null;
    for (var item : plot.items()) {
      execution.work().progress().report("drawing " + item.chart(), -1);
      only = draw(item);
      charts.addAll(only.charts());
    }
    String title = plot.title() == null ? "" : plot.title();
    Figure figure =
        plot.items().size() == 1 && only != null
            ? new Figure(title.isEmpty() ? only.title() : title, only.charts(), only.columns())
            : new Figure(title, charts);
    var parts = new ArrayList<Part>();
    parts.add(new Part.ChartPart(figure));
    if (file != null && plot.file() != null) {
      write(figure, file, plot.file());
      parts.add(new Part.Paragraph("Wrote " + plot.file().text() + "."));
    }
    return Outcome.of(new Result(title, null, parts, execution.findings().notes()));
  }

  private Figure draw(Command.Plot.Item item) {
    var definition = Charts.find(item.chart()).orElseThrow();
    boolean ofRows = definition.fits().contains(Fits.TABLE) || definition == Mosaic.DEFINITION;
    return ofRows
        ? new TableCharts(execution, item).draw()
        : new SegmentCharts(execution, item).draw();
  }

  /// The file, once it is sure that nothing is overwritten unasked and the form is known.
  private static AtomicFile free(Location location, boolean overwrite) {
    if (!List.of("html", "png", "svg").contains(form(location))) {
      throw new SegqlException(
          Diagnostic.error(
              Code.FILE_FORMAT,
              "`" + location.text() + "` names no form of a chart.",
              "Charts are written as `.html` (interactive), `.png` and `.svg`."));
    }
    return AtomicFile.at(location.text(), location.folder(), overwrite);
  }

  private static String form(Location location) {
    String name = location.text().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void write(Figure figure, AtomicFile file, Location location) {
    byte[] content =
        switch (form(location)) {
          case "png" -> StaticChart.png(figure, Theme.LIGHT, 2);
          case "svg" -> StaticChart.svg(figure, Theme.LIGHT).getBytes(StandardCharsets.UTF_8);
          default -> HtmlChart.page(figure).getBytes(StandardCharsets.UTF_8);
        };
    file.write(place -> Files.write(place.path(), content));
  }
}
