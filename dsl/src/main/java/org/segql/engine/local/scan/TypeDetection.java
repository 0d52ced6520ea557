package org.segql.engine.local.scan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;

/// Finds the types of columns of texts by the language's rules. A column has the type that all its
/// values have; true and false make a BOOLEAN, 0 and 1 a NUMBER, leading zeros and whole numbers
/// beyond 2^53 a TEXT. What a user should know is a finding.
final class TypeDetection {
  private static final int COLUMNS_A_QUERY = 64;

  /// A column of which this share are numbers (or dates) is meant to be one, and the others are
  /// worth a warning.
  private static final double MOSTLY = 0.8;

  private static final int EXAMPLES = 3;

  private final Connection connection;
  private final String relation;
  private final LoadOptions options;
  private final List<Diagnostic> findings;
  private final boolean whole;
  private final Progress progress;
  private boolean datesOnly;

  /// @param relation what holds the texts, as SQL after FROM
  /// @param whole true where that is all of the source, not its beginning
  TypeDetection(
      Connection connection,
      String relation,
      boolean whole,
      LoadOptions options,
      List<Diagnostic> findings,
      Progress progress) {
    this.connection = connection;
    this.relation = relation;
    this.whole = whole;
    this.options = options;
    this.findings = findings;
    this.progress = progress;
  }

  /// Says that only dates are to be looked for: the source knows numbers and truth values from
  /// texts by itself.
  TypeDetection datesOnly(boolean only) {
    datesOnly = only;
    return this;
  }

  /// @param fields the columns of the relation, as SQL
  /// @param names what they are called
  List<ColumnPlan> detect(List<String> fields, List<String> names) throws SQLException {
    checkTypes(names);
    List<ColumnPlan> plans = new ArrayList<>();
    for (int from = 0; from < fields.size(); from += COLUMNS_A_QUERY) {
      int to = Math.min(fields.size(), from + COLUMNS_A_QUERY);
      plans.addAll(detectSome(fields.subList(from, to), names.subList(from, to)));
    }
    return plans;
  }

  /// A quick look at all columns, and counts of those that it leaves open.
  private List<ColumnPlan> detectSome(List<String> fields, List<String> names) throws SQLException {
    List<ColumnLook> looks = rows(fields, ColumnLook::sql, ColumnLook::read);
    List<Integer> open =
        IntStream.range(0, fields.size())
            .filter(i -> options.type(names.get(i)).isPresent() || isOpen(looks.get(i)))
            .boxed()
            .toList();
    List<ColumnCounts> counts =
        open.isEmpty()
            ? List.of()
            : rows(open.stream().map(fields::get).toList(), ColumnCounts::sql, ColumnCounts::read);
    List<ColumnPlan> plans = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      TextTypes texts = texts(fields.get(i));
      int counted = open.indexOf(i);
      plans.add(
          counted < 0
              ? plan(texts, names.get(i), looks.get(i))
              : plan(texts, names.get(i), counts.get(counted)));
    }
    return plans;
  }

  private boolean isOpen(ColumnLook look) {
    return !look.isText(MOSTLY)
        && (datesOnly || !isPlainNumber(look) && look.booleans() < look.values());
  }

  /// With a decimal comma a point stands between thousands, which the look does not know.
  private boolean isPlainNumber(ColumnLook look) {
    return look.isPlainNumber() && !options.decimal().equals(Optional.of(","));
  }

  private ColumnPlan plan(TextTypes texts, String name, ColumnLook look) {
    if (look.isText(MOSTLY) || datesOnly) {
      return texts.text(name);
    }
    return isPlainNumber(look) ? texts.number(name, false, false) : texts.bool(name, false);
  }

  private interface RowReading<T> {
    T read(ResultSet row, int index) throws SQLException;
  }

  /// One object a field, from one row. The values are made in a query inside, as they are needed
  /// several times.
  private <T> List<T> rows(List<String> fields, UnaryOperator<String> sql, RowReading<T> reading)
      throws SQLException {
    String values =
        IntStream.range(0, fields.size())
            .mapToObj(i -> texts(fields.get(i)).value() + " AS v" + i)
            .collect(Collectors.joining(", ", "(SELECT ", " FROM " + relation + ")"));
    String query =
        IntStream.range(0, fields.size())
            .mapToObj(i -> sql.apply("v" + i))
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + values));
    return query(
        query,
        row -> {
          row.next();
          List<T> all = new ArrayList<>();
          for (int i = 0; i < fields.size(); i++) {
            all.add(reading.read(row, i));
          }
          return all;
        });
  }

  private TextTypes texts(String field) {
    return new TextTypes(field, options.nulls().orElse(List.of()));
  }

  private void checkTypes(List<String> names) {
    for (String name : options.types().keySet()) {
      if (names.stream().noneMatch(n -> n.equalsIgnoreCase(name))) {
        throw new SegqlException(
            Diagnostic.error(
                Code.UNKNOWN_COLUMN,
                "`types` names `" + name + "`, which is no column of the source.",
                "Its columns are "
                    + String.join(", ", names.subList(0, Math.min(20, names.size())))
                    + "."));
      }
    }
  }

  private ColumnPlan plan(TextTypes texts, String name, ColumnCounts n) throws SQLException {
    Optional<ColumnFormat> chosen = options.type(name);
    boolean comma =
        options
            .decimal()
            .map(","::equals)
            .orElse(n.commas() > 0 && n.commaNumbers() + n.notFinite() == n.values());
    if (chosen.isPresent()) {
      return chosen(texts, name, chosen.get(), comma);
    }
    if (options.decimal().isEmpty() && n.mayHaveThousands()) {
      findings.add(
          Diagnostic.warning(
              Code.AMBIGUOUS_NUMBER,
              "`%s` holds numbers with commas, which may stand between thousands or before decimals; it stays TEXT."
                  .formatted(name),
              "For decimals: `decimal = ','`; for thousands: `NUMBER(REPLACE(%s, ',', ''))`."
                  .formatted(written(name))));
      return texts.text(name);
    }
    long numbers = comma ? n.commaNumbers() : n.numbers();
    if (n.values() == 0 || datesOnly && n.likeDates() < MOSTLY * n.values()) {
      return texts.text(name);
    }
    if (numbers > 0 && numbers + n.notFinite() == n.values()) {
      return number(texts, name, n, comma);
    }
    if (n.likeDates() > 0 && n.likeDates() >= MOSTLY * n.values()) {
      return date(texts, name, n);
    }
    if (numbers >= MOSTLY * n.values() && n.leadingZeros() == 0) {
      String pattern = comma ? TextTypes.COMMA_NUMBER : TextTypes.NUMBER;
      mixed(
          texts,
          name,
          numbers,
          n.values(),
          "numbers",
          "NOT " + texts.matches(pattern),
          "NUMBER(" + name + ")");
    }
    return texts.text(name);
  }

  private ColumnPlan chosen(TextTypes texts, String name, ColumnFormat format, boolean comma)
      throws SQLException {
    Optional<String> strptime = format.format().map(DateFormat::strptime);
    ColumnPlan plan = chosenPlan(texts, name, format, comma, strptime).withFormat(format.format());
    if (whole && plan.lost().isPresent()) {
      long lost =
          query(
              "SELECT count(*) FROM " + relation + " WHERE " + plan.lost().get(),
              rows -> {
                rows.next();
                return rows.getLong(1);
              });
      if (lost > 0) {
        findings.add(lost(name, format.type(), lost));
      }
    }
    return plan;
  }

  /// The note about whole numbers that stay texts.
  static Diagnostic inexact(String name) {
    return Diagnostic.note(
        Code.INEXACT_NUMBERS,
        "`%s` holds whole numbers beyond 2^53, which a NUMBER cannot hold exactly; it is read as TEXT."
            .formatted(name),
        "To reckon with it all the same: `types = (" + written(name) + " = NUMBER)`.");
  }

  /// The note about values that are NULL because they are none of the column's type.
  static Diagnostic lost(String name, Type type, long count) {
    return Diagnostic.note(
        Code.VALUES_LOST,
        String.format(
            Locale.ROOT,
            "%,d value%s of `%s` %s no %s and became NULL.",
            count,
            count == 1 ? "" : "s",
            name,
            count == 1 ? "is" : "are",
            type));
  }

  private static ColumnPlan chosenPlan(
      TextTypes texts, String name, ColumnFormat format, boolean comma, Optional<String> strptime) {
    return switch (format.type()) {
      case NUMBER -> texts.number(name, comma, true);
      case TEXT -> texts.text(name);
      case BOOLEAN -> texts.bool(name, true);
      case DATE -> texts.date(name, Type.DATE, strptime, true);
      case DATETIME -> texts.date(name, Type.DATETIME, strptime, true);
    };
  }

  private ColumnPlan number(TextTypes texts, String name, ColumnCounts n, boolean comma) {
    if (n.leadingZeros() > 0) {
      return texts.text(name);
    }
    if (n.inexact() > 0) {
      findings.add(inexact(name));
      return texts.text(name);
    }
    if (whole && n.notFinite() > 0) {
      findings.add(lost(name, Type.NUMBER, n.notFinite()));
    }
    if (comma && options.decimal().isEmpty()) {
      findings.add(
          Diagnostic.note(
              Code.DECIMAL_COMMA,
              "`" + name + "` is read with a decimal comma.",
              "To say otherwise: `decimal = '.'`."));
    }
    return texts.number(name, comma, false);
  }

  private ColumnPlan date(TextTypes texts, String name, ColumnCounts n) throws SQLException {
    List<DateCandidate> candidates = DateCandidate.like(n.date());
    if (candidates.isEmpty()) {
      return texts.text(name);
    }
    String sql =
        candidates.stream()
            .map(c -> "count(" + c.sql(texts.value()) + ")")
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + relation));
    List<Long> parsed =
        query(
            sql,
            rows -> {
              rows.next();
              List<Long> all = new ArrayList<>();
              for (int i = 0; i < candidates.size(); i++) {
                all.add(rows.getLong(i + 1));
              }
              return all;
            });
    List<DateCandidate> fitting =
        IntStream.range(0, candidates.size())
            .filter(i -> parsed.get(i) == n.values())
            .mapToObj(candidates::get)
            .toList();
    if (!fitting.isEmpty()) {
      return fitting(texts, name, fitting);
    }
    long most = parsed.stream().mapToLong(Long::longValue).max().orElse(0);
    if (most >= MOSTLY * n.values()) {
      DateCandidate best = candidates.get(parsed.indexOf(most));
      mixed(
          texts,
          name,
          most,
          n.values(),
          "dates",
          best.sql(texts.value()) + " IS NULL",
          best.type() + "(" + name + ", '" + best.format() + "')");
    }
    return texts.text(name);
  }

  /// A column whose every value can be read in one format is a date; where two read it as different
  /// days it stays text.
  private ColumnPlan fitting(TextTypes texts, String name, List<DateCandidate> fitting) {
    DateCandidate first = fitting.getFirst();
    if (fitting.size() > 1 && first.dayFirst() != fitting.get(1).dayFirst()) {
      DateCandidate other = fitting.get(1);
      findings.add(
          Diagnostic.warning(
              Code.AMBIGUOUS_DATE,
              "`"
                  + name
                  + "` looks like dates, but no day in it is above 12, so day and month cannot be"
                  + " told apart; it stays TEXT.",
              "Give its format: `types = (%s = %s('%s'))` or `%s('%s')`."
                  .formatted(
                      written(name), first.type(), first.format(), other.type(), other.format())));
      return texts.text(name);
    }
    String read = "`" + name + "` is read as " + first.type();
    return switch (first.form()) {
      case ISO -> texts.date(name, first.type(), Optional.empty(), false);
      case ISO_ZONED -> {
        findings.add(
            Diagnostic.note(
                Code.DATE_FORMAT, read + "; its times have zones and are counted in UTC."));
        yield texts.zoned(name);
      }
      case LOCAL -> {
        findings.add(
            Diagnostic.note(Code.DATE_FORMAT, read + " in the format `" + first.format() + "`."));
        yield texts
            .date(name, first.type(), Optional.of(DateFormat.strptime(first.format())), false)
            .withFormat(Optional.of(first.format()));
      }
    };
  }

  /// Says that a column is nearly of another type, with the values that stand in the way.
  private void mixed(
      TextTypes texts,
      String name,
      long fitting,
      long values,
      String what,
      String others,
      String cast)
      throws SQLException {
    String value = texts.value();
    String sql =
        "SELECT v FROM (SELECT "
            + value
            + " AS v, count(*) AS n FROM "
            + relation
            + " WHERE "
            + value
            + " IS NOT NULL AND "
            + others
            + " GROUP BY 1) ORDER BY n DESC, v LIMIT "
            + EXAMPLES;
    List<String> examples =
        query(
            sql,
            rows -> {
              List<String> all = new ArrayList<>();
              while (rows.next()) {
                all.add(rows.getString(1));
              }
              return all;
            });
    String shown = examples.stream().map(TypeDetection::shown).collect(Collectors.joining(", "));
    findings.add(
        Diagnostic.warning(
            Code.MIXED_COLUMN,
            String.format(
                Locale.ROOT,
                "`%s` holds %,d %s and %,d other values (%s%s); it is read as TEXT.",
                name,
                fitting,
                what,
                values - fitting,
                shown,
                values - fitting > examples.size() ? " …" : ""),
            "If those mean missing: `nulls = ("
                + shown
                + ")`; else `"
                + cast
                + "` makes NULL of them."));
  }

  private static String shown(String value) {
    String cut = value.length() > 30 ? value.substring(0, 30) + "…" : value;
    return "'" + cut.replace("'", "''") + "'";
  }

  /// A name as a script writes it.
  static String written(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\p{N}_]*") ? name : "`" + name + "`";
  }

  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(String sql, Reading<T> reading) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = Watched.run(statement, progress, () -> statement.executeQuery(sql))) {
      return reading.read(rows);
    }
  }
}
