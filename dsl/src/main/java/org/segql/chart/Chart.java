package org.segql.chart;

import java.util.ArrayList;
import java.util.List;

/// One chart, ready to be drawn: what stands where, in data coordinates. It knows nothing of
/// engines or of how it will be drawn.
///
/// @param kind the name of its definition: `histogram`
/// @param marks drawn in this order, later ones on top
/// @param notes what the reader must know: rows left out, points thinned
/// @param summary one or two sentences with the main figures; the alternative text of an image
public record Chart(
    String kind,
    String title,
    Axis x,
    Axis y,
    List<Mark> marks,
    Look look,
    List<String> notes,
    String summary) {

  /// How a chart asks to be laid out.
  ///
  /// @param width in pixels, where the reader's window does not decide
  /// @param height in pixels
  /// @param legend whether the names of marks are listed
  /// @param axes whether axes are drawn at all; pies, trees and treemaps have none
  /// @param round whether a unit is as long on x as on y, so that circles stay round
  public record Look(int width, int height, boolean legend, boolean axes, boolean round) {
    public static final Look PLAIN = new Look(720, 440, false, true, false);

    public Look withLegend() {
      return new Look(width, height, true, axes, round);
    }

    public Look withoutAxes() {
      return new Look(width, height, legend, false, round);
    }

    public Look rounded() {
      return new Look(width, height, legend, axes, true);
    }

    public Look sized(int newWidth, int newHeight) {
      return new Look(newWidth, newHeight, legend, axes, round);
    }
  }

  public Chart {
    marks = List.copyOf(marks);
    notes = List.copyOf(notes);
  }

  public Chart titled(String newTitle) {
    return new Chart(kind, newTitle, x, y, marks, look, notes, summary);
  }

  /// The same with one more note; an empty note adds nothing.
  public Chart noting(String note) {
    if (note.isEmpty()) {
      return this;
    }
    var more = new ArrayList<>(notes);
    more.add(note);
    return new Chart(kind, title, x, y, marks, look, more, summary);
  }

  /// A chart that says why there is nothing to draw.
  public static Chart empty(String kind, String title, String reason) {
    return new Chart(
        kind,
        title,
        Axis.of(""),
        Axis.of(""),
        List.of(),
        Look.PLAIN.sized(720, 160).withoutAxes(),
        List.of(reason),
        title + ": " + reason);
  }
}
