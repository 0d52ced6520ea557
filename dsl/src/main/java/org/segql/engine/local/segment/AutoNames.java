package org.segql.engine.local.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.segql.engine.local.segment.Profile.Line;

/// Names made of what marks a segment: "High income, low visits". Unique within the segmentation.
final class AutoNames {
  private AutoNames() {}

  /// Below so many standard deviations nothing is said of a variable.
  private static final double NOTABLE = 0.35;

  /// What one variable says of a segment.
  private record Trait(String variable, String words, double strength) {}

  /// @param profile of the forming variables at least
  /// @return a name a segment
  static List<String> of(Profile profile, int k) {
    var forming = profile.variables().stream().filter(Profile.Variable::forming).toList();
    var from = forming.isEmpty() ? profile.variables() : forming;
    var traits = new ArrayList<List<Trait>>();
    for (int s = 0; s < k; s++) {
      traits.add(traits(from, s));
    }
    var names = new ArrayList<String>();
    for (int s = 0; s < k; s++) {
      names.add(name(traits, s));
    }
    return unique(names);
  }

  private static List<Trait> traits(List<Profile.Variable> variables, int segment) {
    var traits = new ArrayList<Trait>();
    for (var variable : variables) {
      variable.lines().stream()
          .max(Comparator.comparingDouble(l -> strength(l, segment)))
          .ifPresent(
              line ->
                  traits.add(
                      new Trait(
                          variable.name(),
                          words(variable, line, segment),
                          Math.abs(line.z(segment)))));
    }
    traits.sort(Comparator.comparingDouble((Trait t) -> -t.strength()));
    return traits;
  }

  /// A level of a text marks a segment by being common in it; being rare says little.
  private static double strength(Line line, int segment) {
    return line.level().isEmpty() ? Math.abs(line.z(segment)) : line.z(segment);
  }

  private static String words(Profile.Variable variable, Line line, int segment) {
    String name = variable.name().replace('_', ' ').strip();
    double z = line.z(segment);
    if (!line.level().isEmpty()) {
      return name + " " + line.level();
    }
    if (line.rate()) {
      return (z > 0 ? "often " : "seldom ") + name;
    }
    String degree = Math.abs(z) >= 2 ? "very " : "";
    return Math.abs(z) < NOTABLE ? "average " + name : degree + (z > 0 ? "high " : "low ") + name;
  }

  /// The fewest of its strongest traits, two at least where two are notable, that no other segment
  /// begins with.
  private static String name(List<List<Trait>> traits, int segment) {
    List<Trait> own = traits.get(segment);
    int notable = (int) own.stream().filter(t -> t.strength() >= NOTABLE).count();
    if (notable == 0) {
      return "Average";
    }
    int start = Math.min(2, notable);
    for (int count = start; count <= Math.min(own.size(), 4); count++) {
      Set<String> mine = words(own, count);
      boolean taken = false;
      for (int other = 0; other < traits.size(); other++) {
        taken |= other != segment && words(traits.get(other), count).equals(mine);
      }
      if (!taken) {
        return sentence(mine);
      }
    }
    return sentence(words(own, start));
  }

  private static Set<String> words(List<Trait> traits, int count) {
    var words = new LinkedHashSet<String>();
    traits.stream().limit(count).map(Trait::words).forEach(words::add);
    return words;
  }

  private static String sentence(Set<String> words) {
    String text = String.join(", ", words);
    return text.isEmpty()
        ? "Segment"
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// A second holder of a name gets a number.
  static List<String> unique(List<String> names) {
    var seen = new HashSet<String>();
    var out = new ArrayList<String>();
    for (String name : names) {
      String candidate = name;
      for (int i = 2; !seen.add(candidate); i++) {
        candidate = name + " (" + i + ")";
      }
      out.add(candidate);
    }
    return out;
  }
}
