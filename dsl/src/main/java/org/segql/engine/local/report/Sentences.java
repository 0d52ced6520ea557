package org.segql.engine.local.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import org.segql.catalog.Type;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.segment.Profile;
import org.segql.engine.local.segment.SegmentInfo;

/// One sentence a segment: what sets it apart most.
final class Sentences {
  /// So many traits are named.
  private static final int MOST = 4;

  /// Below so many standard deviations a difference is not worth a word.
  private static final double NOTABLE = 0.3;

  private Sentences() {}

  static List<String> of(Profile profile, List<SegmentInfo> segments) {
    return segments.stream().map(s -> of(profile, s)).toList();
  }

  private record Trait(String text, double strength) {}

  private static String of(Profile profile, SegmentInfo segment) {
    var traits = new ArrayList<Trait>();
    for (var variable : profile.variables()) {
      variable.lines().stream()
          .max(Comparator.comparingDouble(l -> strength(l, segment)))
          .filter(l -> strength(l, segment) >= NOTABLE)
          .ifPresent(l -> traits.add(trait(variable, l, segment)));
    }
    traits.sort(Comparator.comparingDouble((Trait t) -> -t.strength()));
    String said =
        segment.size() == 0
            ? "no row is in it"
            : traits.isEmpty()
                ? "like all rows together in everything profiled"
                : String.join("; ", traits.stream().limit(MOST).map(Trait::text).toList());
    return segment.number()
        + " "
        + segment.name()
        + " ("
        + NumberText.whole(segment.size())
        + ", "
        + NumberText.percent(segment.share())
        + "): "
        + said
        + ".";
  }

  private static double strength(Profile.Line line, SegmentInfo segment) {
    double z = line.z(segment.number() - 1);
    return line.level().isEmpty() ? Math.abs(z) : z;
  }

  private static Trait trait(Profile.Variable variable, Profile.Line line, SegmentInfo segment) {
    int s = segment.number() - 1;
    double value = line.values()[s];
    double index = line.index(s);
    String compared =
        Double.isNaN(index) || Math.round(index) == 100 ? "" : ", index " + Math.round(index);
    boolean alike = NumberText.figure(value).equals(NumberText.figure(line.total()));
    DoubleFunction<String> figure = alike ? x -> NumberText.significant(x, 6) : NumberText::figure;
    String text =
        line.rate()
            ? variable.name()
                + (line.level().isEmpty() ? "" : " " + line.level())
                + " "
                + NumberText.percent(value)
                + " (all "
                + NumberText.percent(line.total())
                + compared
                + ")"
            : variable.type() == Type.DATE
                ? variable.name() + " " + LocalDate.ofEpochDay(Math.round(value))
                : variable.name()
                    + " "
                    + figure.apply(value)
                    + " (all "
                    + figure.apply(line.total())
                    + compared
                    + ")";
    return new Trait(text, strength(line, segment));
  }
}
