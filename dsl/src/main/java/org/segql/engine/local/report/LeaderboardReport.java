package org.segql.engine.local.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.segql.engine.local.segment.Board;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// The leaderboard of a COMPARE.
public final class LeaderboardReport {
  private final Board board;

  public LeaderboardReport(Board board) {
    this.board = board;
  }

  /// @param name of the comparison, for the hint how to go on
  public List<Part> parts(String name) {
    var parts = new ArrayList<Part>();
    parts.add(table());
    if (board.candidates().size() > 1) {
      parts.add(new Part.Heading("Agreement of each pair (adjusted Rand index)"));
      parts.add(agreement());
    }
    var winner = board.winner();
    parts.add(
        new Part.Paragraph(
            winner.made().failed().isEmpty()
                ? winner.label()
                    + " stands first; SEGMENT "
                    + winner.plan().source()
                    + " LIKE "
                    + name
                    + " fits it."
                : "No candidate meets the gates; the first one comes nearest."));
    return parts;
  }

  public Part.TablePart table() {
    var all = board.candidates();
    Table table =
        Table.create(
            StringColumn.create("algorithm", all.stream().map(Board.Candidate::label).toList()));
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    add(table, formats, "k", c -> c.made().k(), ColumnFormat.WHOLE);
    add(
        table,
        formats,
        "silhouette",
        c -> c.made().model().quality().silhouette(),
        ColumnFormat.decimals(3));
    add(
        table,
        formats,
        "calinski_harabasz",
        c -> c.made().model().quality().calinskiHarabasz(),
        ColumnFormat.significant(4));
    add(
        table,
        formats,
        "davies_bouldin",
        c -> c.made().model().quality().daviesBouldin(),
        ColumnFormat.decimals(3));
    add(
        table,
        formats,
        "explained",
        c -> c.made().model().quality().explained(),
        ColumnFormat.PERCENT);
    add(
        table,
        formats,
        "smallest_share",
        c -> c.made().segments().stream().mapToDouble(SegmentInfo::share).min().orElse(Double.NaN),
        ColumnFormat.PERCENT);
    if (all.stream().anyMatch(c -> !c.plan().gates().isEmpty())) {
      table.addColumns(
          StringColumn.create(
              "gates",
              all.stream()
                  .map(
                      c ->
                          c.made().failed().isEmpty()
                              ? "met"
                              : c.made().failed().size()
                                  + " of "
                                  + c.plan().gates().size()
                                  + " not met")
                  .toList()));
    }
    return Part.table(table, formats);
  }

  private void add(
      Table table,
      Map<String, ColumnFormat> formats,
      String name,
      ToDoubleFunction<Board.Candidate> value,
      ColumnFormat format) {
    table.addColumns(
        DoubleColumn.create(name, board.candidates().stream().mapToDouble(value).toArray()));
    formats.put(name, format);
  }

  private Part.TablePart agreement() {
    var labels = board.candidates().stream().map(Board.Candidate::label).toList();
    Table table = Table.create(StringColumn.create("algorithm", labels));
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String name =
          table.containsColumn(labels.get(i)) ? labels.get(i) + " " + (i + 1) : labels.get(i);
      table.addColumns(DoubleColumn.create(name, board.agreement()[i]));
      formats.put(name, ColumnFormat.decimals(3));
    }
    return Part.table(table, formats);
  }
}
