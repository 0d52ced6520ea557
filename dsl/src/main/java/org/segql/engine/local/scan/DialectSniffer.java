package org.segql.engine.local.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;

/// Finds the form of a delimited text from its beginning.
final class DialectSniffer {
  private static final String DELIMITERS = ",;\t|";
  private static final int RECORDS = 200;

  /// What is a value and so no name: a number, a date, true or false.
  private static final Pattern VALUE =
      Pattern.compile(
          "[+-]?[0-9]*[.,]?[0-9]+([eE][+-]?[0-9]+)?|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*|(?i:true|false)");

  private DialectSniffer() {}

  /// @param dialect the form
  /// @param first the fields of the first record: names, or the first row
  record Sniffed(Dialect dialect, List<String> first) {}

  static Sniffed sniff(String head, boolean complete, String fileName, LoadOptions options) {
    String quote = options.quote().orElse("\"");
    int skip = options.skip().orElse(0);
    String text = afterLines(head, skip);
    char delimiter =
        options
            .delimiter()
            .map(DialectSniffer::single)
            .orElseGet(() -> delimiter(text, quote, fileName));
    List<List<String>> records = Records.split(text, delimiter, quote, RECORDS);
    if (!complete && records.size() > 1 && records.size() < RECORDS) {
      records = records.subList(0, records.size() - 1);
    }
    if (records.isEmpty()) {
      throw new SegqlException(
          Diagnostic.error(
              Code.EMPTY_FILE,
              "`"
                  + fileName
                  + "` holds nothing"
                  + (skip > 0 ? " after the " + skip + " lines skipped." : ".")));
    }
    List<List<String>> sample = records;
    boolean header = options.header().orElseGet(() -> hasHeader(sample));
    return new Sniffed(new Dialect(delimiter, quote, header, skip), records.getFirst());
  }

  private static char single(String delimiter) {
    String plain = delimiter.equals("\\t") ? "\t" : delimiter;
    if (plain.length() != 1) {
      throw new SegqlException(
          Diagnostic.error(
              Code.LOAD_OPTION,
              "The delimiter `" + delimiter + "` is not one character.",
              "Write one, as in `delimiter = ';'`, or `delimiter = blanks` for runs of blanks."));
    }
    return plain.charAt(0);
  }

  /// The delimiter that cuts most records into the same number of fields, more than one; of several
  /// the one with more fields.
  private static char delimiter(String text, String quote, String fileName) {
    char best = fileName.toLowerCase(Locale.ROOT).contains(".tsv") ? '\t' : ',';
    double bestScore = 0;
    for (char candidate : DELIMITERS.toCharArray()) {
      List<List<String>> records = Records.split(text, candidate, quote, RECORDS);
      Map<Integer, Integer> counts = new HashMap<>();
      records.forEach(r -> counts.merge(r.size(), 1, Integer::sum));
      for (var entry : counts.entrySet()) {
        double share = (double) entry.getValue() / records.size();
        double score = entry.getKey() < 2 ? 0 : share * share * (1 + Math.log(entry.getKey()));
        if (score > bestScore) {
          bestScore = score;
          best = candidate;
        }
      }
    }
    return best;
  }

  /// A first record is taken for names where it holds no value, or where it holds a text above a
  /// column of values.
  private static boolean hasHeader(List<List<String>> records) {
    List<String> first = records.getFirst();
    boolean anyName = first.stream().anyMatch(f -> !f.isBlank() && !isValue(f));
    boolean anyValue = first.stream().anyMatch(DialectSniffer::isValue);
    return anyName && (!anyValue || hasNameAboveValues(records));
  }

  private static boolean hasNameAboveValues(List<List<String>> records) {
    List<String> first = records.getFirst();
    for (int j = 0; j < first.size(); j++) {
      int column = j;
      List<String> below =
          records.stream()
              .skip(1)
              .filter(r -> r.size() > column && !r.get(column).isBlank())
              .map(r -> r.get(column))
              .toList();
      if (!first.get(j).isBlank()
          && !isValue(first.get(j))
          && !below.isEmpty()
          && below.stream().allMatch(DialectSniffer::isValue)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValue(String field) {
    return VALUE.matcher(field.strip()).matches();
  }

  private static String afterLines(String text, int lines) {
    int at = 0;
    for (int i = 0; i < lines && at < text.length(); i++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return text.substring(at);
  }
}
