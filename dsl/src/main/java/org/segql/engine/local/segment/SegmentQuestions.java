package org.segql.engine.local.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.engine.local.Frame;
import org.segql.engine.local.eval.Context;
import org.segql.engine.local.eval.Evaluator;
import org.segql.measure.QuestionTree;
import org.segql.plan.Expr;
import org.segql.plan.ExprTree;
import org.segql.plan.Named;

/// The questions that tell the segments of a segmentation apart, in original units: what {@link
/// QuestionTree} finds on a sample. Noise takes no part.
///
/// @param question as WHERE takes it; null for a leaf
/// @param segment the number of the segment of most rows
/// @param share of all rows in segments, that come here
/// @param right the share of those that are of the segment
/// @param yes where the question holds; null for a leaf
/// @param no where it does not, or the value is missing; null for a leaf
public record SegmentQuestions(
    @Nullable Expr question,
    int segment,
    double share,
    double right,
    @Nullable SegmentQuestions yes,
    @Nullable SegmentQuestions no) {

  /// @param frame the rows with the columns of the variables
  /// @param leaves how many there are at most
  /// @return null where there is nothing to tell apart, or nothing to ask for
  public static @Nullable SegmentQuestions of(
      LocalSegmentation s, List<Named> variables, Frame frame, Context in, int leaves) {
    // What it meets on its way has been said when the segments were made.
    var rows = new Evaluator(frame, in.quiet());
    List<RuleSubject> subjects = RuleSubject.of(variables, rows);
    if (subjects.isEmpty() || s.k() < 2) {
      return null;
    }
    in.progress().report("questions that tell " + s.k() + " segments apart", -1);
    var root =
        QuestionTree.of(
            subjects.stream().map(RuleSubject::variable).toList(),
            s.membership().labels(),
            s.k(),
            s.weights(),
            s.model().seed(),
            leaves);
    return of(root, root.weight(), subjects);
  }

  private static SegmentQuestions of(
      QuestionTree.Node node, double all, List<RuleSubject> subjects) {
    double weight = node.weight();
    int segment = node.segment();
    double share = weight / all;
    double right = node.weights()[segment] / weight;
    var question = node.question();
    QuestionTree.Node yes = node.yes();
    QuestionTree.Node no = node.no();
    return question == null || yes == null || no == null
        ? new SegmentQuestions(null, segment + 1, share, right, null, null)
        : new SegmentQuestions(
            ExprTree.and(subjects.get(question.variable()).written(question)),
            segment + 1,
            share,
            right,
            of(yes, all, subjects),
            of(no, all, subjects));
  }

  /// The share of all rows that end in a leaf of their own segment.
  public double accuracy() {
    return yes == null || no == null ? share * right : yes.accuracy() + no.accuracy();
  }
}
