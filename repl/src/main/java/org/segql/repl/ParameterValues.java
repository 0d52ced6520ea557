package org.segql.repl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.segql.diagnostic.Source;

/// What `--param name=value` gives. A value is read as SegQL reads a literal where it looks like
/// one, else as a text; quotes make anything a text.
final class ParameterValues {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(0|[1-9][0-9_]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?%?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)");

  private ParameterValues() {}

  /// @throws Failure where one has no name or no value, or is given twice
  static Map<String, Object> of(List<String> given) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String parameter : given) {
      int sign = parameter.indexOf('=');
      String name = sign < 0 ? parameter : parameter.substring(0, sign);
      String plain = name.startsWith("$") ? name.substring(1) : name;
      if (!NAME.matcher(plain).matches()) {
        throw Failure.usage("`--param " + parameter + "` has no name; write `--param name=value`.");
      }
      if (sign < 0) {
        throw Failure.usage(
            "`--param " + name + "` has no value; write `--param " + plain + "=value`.");
      }
      if (values.put(plain, value(parameter.substring(sign + 1))) != null) {
        throw Failure.usage("`--param " + plain + "` is given twice.");
      }
    }
    return values;
  }

  /// A value that no script mentions is a slip of the pen; a script that runs others may pass it
  /// on.
  ///
  /// @throws Failure at the first such name
  static void checkUsed(Map<String, Object> values, List<Source> scripts) {
    for (String name : values.keySet()) {
      Pattern mention =
          Pattern.compile(
              "\\$" + name + "(?![\\p{L}\\p{N}_])|\\bRUN\\s+'|\\bPARAM\\s+" + name + "\\b",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      if (scripts.stream().noneMatch(script -> mention.matcher(script.text()).find())) {
        throw Failure.usage("`--param " + name + "`: the script has no parameter `$" + name + "`.");
      }
    }
  }

  /// A Double, Boolean, LocalDate, LocalDateTime or String.
  static Object value(String text) {
    if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    if (NUMBER.matcher(text).matches()) {
      boolean percent = text.endsWith("%");
      String digits = (percent ? text.substring(0, text.length() - 1) : text).replace("_", "");
      return percent ? Double.parseDouble(digits) / 100 : Double.parseDouble(digits);
    }
    try {
      var moment = MOMENT.matcher(text);
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
      if (moment.matches()) {
        return LocalDateTime.parse(moment.group(1) + "T" + moment.group(2));
      }
    } catch (DateTimeException e) {
      throw Failure.usage("`" + text + "` is no day of the calendar.");
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> text;
    };
  }
}
