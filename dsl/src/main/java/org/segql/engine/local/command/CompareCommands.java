package org.segql.engine.local.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segql.catalog.CatalogEntry;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Outcome;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalTable;
import org.segql.engine.local.TableFrames;
import org.segql.engine.local.report.CrosstabReport;
import org.segql.engine.local.report.LeaderboardReport;
import org.segql.engine.local.segment.Board;
import org.segql.engine.local.segment.LocalSegmentation;
import org.segql.measure.Agreement;
import org.segql.plan.Command;
import org.segql.plan.SegmentPlan;
import org.segql.result.Result;

/// COMPARE in both forms.
final class CompareCommands {
  private final Execution execution;

  CompareCommands(Execution execution) {
    this.execution = execution;
  }

  /// Fits every candidate; those that meet the gates stand before those that do not, then by
  /// silhouette.
  Outcome algorithms(Command.CompareAlgorithms command) {
    var candidates = new ArrayList<Board.Candidate>();
    var notes = new LinkedHashMap<String, List<Diagnostic>>();
    for (SegmentPlan plan : command.candidates()) {
      execution.work().progress().check();
      var own = execution.apart();
      candidates.add(new Board.Candidate(plan, new SegmentCommands(own).make(plan)));
      notes.put(plan.algorithm().text(), own.findings().notes());
    }
    tell(notes);
    candidates.sort(
        Comparator.comparing((Board.Candidate c) -> !c.made().failed().isEmpty())
            .thenComparing(
                c -> rank(c.made().model().quality().silhouette()), Comparator.reverseOrder()));
    var board = new Board(candidates, agreement(candidates));
    var report = new LeaderboardReport(board);
    Result result =
        new Result(
            "Comparison of "
                + candidates.size()
                + " ways to segment `"
                + command.candidates().getFirst().source()
                + "`",
            command.name(),
            report.parts(command.name()),
            execution.findings().notes());
    var table = LocalTable.of(TableFrames.of(report.table().data()));
    var entry =
        new CatalogEntry(
            command.name(),
            CatalogEntry.Kind.BOARD,
            table.schema(),
            new Board.Data(table, board),
            "comparison of " + candidates.size() + " algorithms",
            List.of(command.candidates().getFirst().source()),
            false);
    return Outcome.of(result, entry);
  }

  /// What holds for all candidates once, the rest with the name of the candidate it is about.
  private void tell(Map<String, List<Diagnostic>> notes) {
    notes.forEach(
        (candidate, own) ->
            own.forEach(
                d ->
                    execution
                        .findings()
                        .add(
                            notes.values().stream().allMatch(others -> others.contains(d))
                                ? d
                                : d.about(candidate))));
  }

  private static double[][] agreement(List<Board.Candidate> candidates) {
    int n = candidates.size();
    double[][] out = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        out[a][b] =
            Agreement.adjustedRand(
                candidates.get(a).made().membership().labels(),
                candidates.get(b).made().membership().labels());
      }
    }
    return out;
  }

  /// The crosstab of two segmentations, matched by ID where one is given, else row by row.
  Outcome segmentations(Command.CompareSegmentations command) {
    LocalSegmentation left = execution.segmentation(command.left());
    LocalSegmentation right = execution.segmentation(command.right());
    int[] a = left.membership().segments();
    int[] b =
        command.id().isPresent()
            ? matched(left, right, command, command.id().get())
            : same(left, right, command);
    var report = new CrosstabReport(left, right, a, b);
    Result result =
        new Result(
            "`" + command.left() + "` beside `" + command.right() + "`",
            command.name().orElse(null),
            report.parts(),
            execution.findings().notes());
    return command.name().isEmpty()
        ? Outcome.of(result)
        : Outcome.of(
            result,
            ResultTables.entry(
                command.name().get(), result.firstTable().orElseThrow(), command.left()));
  }

  private static int[] same(
      LocalSegmentation left, LocalSegmentation right, Command.CompareSegmentations command) {
    boolean same =
        left.source() == right.source()
            && left.membership().segments().length == right.membership().segments().length;
    if (!same) {
      throw new SegqlException(
          Diagnostic.error(
              Code.NOT_COMPARABLE,
              "`"
                  + command.left()
                  + "` and `"
                  + command.right()
                  + "` are not of the same rows, so these must be matched by a column.",
              "Write `COMPARE "
                  + command.left()
                  + " WITH "
                  + command.right()
                  + " ID customer_id`."));
    }
    return right.membership().segments();
  }

  private int[] matched(
      LocalSegmentation left,
      LocalSegmentation right,
      Command.CompareSegmentations command,
      String id) {
    Frame ours = left.columns(List.of(id), execution.work().progress());
    Frame theirs = right.columns(List.of(id), execution.work().progress());
    int[] segments = left.membership().segments();
    Map<Object, Integer> segmentOf = new LinkedHashMap<>();
    long repeated = 0;
    for (int i = 0; i < theirs.rowCount(); i++) {
      int segment = right.membership().segments()[i];
      if (!theirs.table().column(0).isMissing(i) && segment >= 0) {
        var earlier = segmentOf.putIfAbsent(theirs.table().get(i, 0), segment);
        repeated += earlier == null ? 0 : 1;
      }
    }
    execution
        .findings()
        .count(
            Code.REPEATED_ID,
            repeated,
            "rows repeat a value of `" + id + "`; the first of them counts",
            "");
    var ids = new HashSet<Object>();
    int[] out = new int[ours.rowCount()];
    long unmatched = 0;
    for (int i = 0; i < out.length; i++) {
      Integer found = segmentOf.get(ours.table().get(i, 0));
      out[i] = found == null ? -1 : found;
      if (segments[i] >= 0) {
        ids.add(ours.table().get(i, 0));
        unmatched += found == null ? 1 : 0;
      }
    }
    long later = segmentOf.keySet().stream().filter(key -> !ids.contains(key)).count();
    tellUnmatched(unmatched, command.left(), command.right(), id);
    tellUnmatched(later, command.right(), command.left(), id);
    return out;
  }

  private void tellUnmatched(long rows, String of, String other, String id) {
    execution
        .findings()
        .count(
            Code.JOIN_UNMATCHED,
            rows,
            "rows of `%s` have no partner with the same `%s` in `%s`".formatted(of, id, other),
            "");
  }

  /// One segment has no silhouette and comes last.
  private static double rank(double silhouette) {
    return Double.isNaN(silhouette) ? Double.NEGATIVE_INFINITY : silhouette;
  }
}
