package org.segql.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares what came out with what a spec says. A number may be given as a range, `12.1..12.3`, in
/// a text that otherwise is compared word by word.
final class Expectation {
  private static final Pattern RANGE = Pattern.compile("(-?[0-9][0-9.]*?)\\.\\.(-?[0-9][0-9.]*)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9_,]*(\\.[0-9]+)?");

  private Expectation() {}

  static boolean matches(@Nullable String expected, String actual) {
    if (expected == null) {
      return false;
    }
    if (expected.stripTrailing().equals(actual.stripTrailing())) {
      return true;
    }
    return RANGE.matcher(expected).find() && wordByWord(expected, actual);
  }

  private static boolean wordByWord(String expected, String actual) {
    String[] wanted = expected.strip().split("\\s+");
    String[] found = actual.strip().split("\\s+");
    if (wanted.length != found.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals(found[i]) && !inRange(wanted[i], found[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean inRange(String wanted, String found) {
    Matcher range = RANGE.matcher(wanted);
    if (!range.matches() || !NUMBER.matcher(found).matches()) {
      return false;
    }
    double value = Double.parseDouble(found.replaceAll("[_,]", ""));
    return Double.parseDouble(range.group(1)) <= value
        && value <= Double.parseDouble(range.group(2));
  }
}
