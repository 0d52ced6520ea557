package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.List;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;

/// NAME FROM: each segment takes the name of the old segment that most of its rows would be in, and
/// that most resembles it; an old name is given once.
final class NamesCarried {
  private NamesCarried() {}

  static List<String> from(LocalSegmentation now, LocalSegmentation old, Context context) {
    Frame frame =
        now.source()
            .columns(
                old.model().inputs().stream().map(c -> known(now, c.name())).toList(),
                context.progress());
    // What the older segmentation meets among these rows is no news.
    Membership before = new ModelScorer(old.model(), context.quiet()).score(frame);
    double[][] overlap = new double[now.k()][old.k()];
    int[] current = now.membership().segments();
    for (int i = 0; i < current.length; i++) {
      if (current[i] > 0 && before.segments()[i] > 0) {
        overlap[current[i] - 1][before.segments()[i] - 1]++;
      }
    }
    return named(now, old, jaccard(overlap), context);
  }

  private static String known(LocalSegmentation now, String column) {
    if (now.source().schema().column(column).isEmpty()) {
      throw new SegqlException(
          Diagnostic.error(
              Code.UNKNOWN_COLUMN,
              "Names cannot be carried over: the source has no column `"
                  + column
                  + "`, which the older segmentation was made of."));
    }
    return column;
  }

  /// |A ∩ B| / |A ∪ B| of every pair.
  private static double[][] jaccard(double[][] overlap) {
    int k = overlap.length;
    int m = k == 0 ? 0 : overlap[0].length;
    double[] rows = new double[k];
    double[] columns = new double[m];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < m; j++) {
        rows[i] += overlap[i][j];
        columns[j] += overlap[i][j];
      }
    }
    double[][] out = new double[k][m];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < m; j++) {
        double union = rows[i] + columns[j] - overlap[i][j];
        out[i][j] = union == 0 ? 0 : overlap[i][j] / union;
      }
    }
    return out;
  }

  /// Best pairs first; a pair below 0.2 is no resemblance.
  private static List<String> named(
      LocalSegmentation now, LocalSegmentation old, double[][] likeness, Context context) {
    String[] names = new String[now.k()];
    boolean[] given = new boolean[old.k()];
    while (true) {
      int bestNow = -1;
      int bestOld = -1;
      double best = 0.2;
      for (int i = 0; i < names.length; i++) {
        for (int j = 0; j < given.length; j++) {
          if (names[i] == null && !given[j] && likeness[i][j] > best) {
            best = likeness[i][j];
            bestNow = i;
            bestOld = j;
          }
        }
      }
      if (bestNow < 0) {
        break;
      }
      names[bestNow] = old.segments().get(bestOld).name();
      given[bestOld] = true;
    }
    var out = new ArrayList<String>();
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (name == null) {
        context
            .findings()
            .add(
                Diagnostic.note(
                    Code.NAME_NOT_CARRIED,
                    "Segment "
                        + (i + 1)
                        + " resembles none of the older segments and keeps its automatic name."));
      }
      out.add(name == null ? now.segments().get(i).name() : name);
    }
    return out;
  }
}
