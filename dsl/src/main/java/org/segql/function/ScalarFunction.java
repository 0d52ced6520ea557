package org.segql.function;

import static org.segql.catalog.Type.BOOLEAN;
import static org.segql.catalog.Type.DATE;
import static org.segql.catalog.Type.DATETIME;
import static org.segql.catalog.Type.NUMBER;
import static org.segql.catalog.Type.TEXT;
import static org.segql.function.Signature.of;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;

/// What computes a value from values of one row, operators included: an engine has one exhaustive
/// switch over these. NULL in gives NULL out unless the summary says otherwise; a result that is no
/// finite number is NULL.
public enum ScalarFunction implements Definition {
  // Operators: they have no name of their own in a script.
  ADD(of(NUMBER, NUMBER, NUMBER), "Sum.", "age + 1"),
  SUBTRACT(of(NUMBER, NUMBER, NUMBER), "Difference.", "age - 1"),
  MULTIPLY(of(NUMBER, NUMBER, NUMBER), "Product.", "quantity * price"),
  DIVIDE(
      of(NUMBER, NUMBER, NUMBER), "Quotient; x / 0 is NULL, counted in a note.", "spend / visits"),
  NEGATE(of(NUMBER, NUMBER), "The number with its sign changed.", "-age"),
  PLUS_DURATION(
      of(Signature.FIRST, Signature.ANY_DATE, NUMBER),
      "A date or date with time moved by a duration; the plan holds the unit.",
      "signup + 90 DAYS"),
  EQUAL(of(BOOLEAN, Signature.ANY, Signature.SAME), "Equal; texts exactly.", "region = 'North'"),
  NOT_EQUAL(of(BOOLEAN, Signature.ANY, Signature.SAME), "Not equal.", "region <> 'North'"),
  LESS(of(BOOLEAN, Signature.ANY, Signature.SAME), "Less.", "age < 30"),
  LESS_OR_EQUAL(of(BOOLEAN, Signature.ANY, Signature.SAME), "Less or equal.", "age <= 30"),
  GREATER(of(BOOLEAN, Signature.ANY, Signature.SAME), "Greater.", "age > 30"),
  GREATER_OR_EQUAL(of(BOOLEAN, Signature.ANY, Signature.SAME), "Greater or equal.", "age >= 30"),
  AND(of(BOOLEAN, BOOLEAN).variadic(), "Both hold, in SQL's three-valued logic.", "a AND b"),
  OR(of(BOOLEAN, BOOLEAN).variadic(), "One holds, in SQL's three-valued logic.", "a OR b"),
  NOT(of(BOOLEAN, BOOLEAN), "The opposite; NULL stays NULL.", "NOT a"),
  IN(of(BOOLEAN, Signature.ANY, Signature.SAME).variadic(), "Among the values.", "x IN (1, 2)"),
  LIKE(
      of(BOOLEAN, TEXT, TEXT),
      "Matches the pattern: `%` any characters, `_` one; upper and lower case differ.",
      "name LIKE 'A%'"),
  IS_NULL(of(BOOLEAN, Signature.ANY), "Missing; never NULL itself.", "x IS NULL"),

  ABS(of(NUMBER, NUMBER), "The number without its sign.", "ABS(-3)"),
  MOD(
      of(NUMBER, NUMBER, NUMBER),
      "The remainder of a division, with the sign of the first.",
      "MOD(17, 5)"),
  LN(of(NUMBER, NUMBER), "The natural logarithm; NULL for numbers below or at 0.", "LN(100)"),
  LOG10(
      of(NUMBER, NUMBER), "The decimal logarithm; NULL for numbers below or at 0.", "LOG10(1_000)"),
  LOG1P(of(NUMBER, NUMBER), "LN(1 + x), exact for small x.", "LOG1P(0)"),
  EXP(of(NUMBER, NUMBER), "e to the power of x.", "EXP(1)"),
  SQRT(of(NUMBER, NUMBER), "The square root; NULL below 0.", "SQRT(16)"),
  POWER(of(NUMBER, NUMBER, NUMBER), "x to the power of y.", "POWER(3, 2)"),
  ROUND(
      of(NUMBER, NUMBER).optional(NUMBER).called("x", "digits"),
      "Rounded, halves away from zero; to n decimals.",
      "ROUND(12.345, 1)"),
  FLOOR(of(NUMBER, NUMBER), "The next whole number below.", "FLOOR(-2.5)"),
  CEIL(of(NUMBER, NUMBER), "The next whole number above.", "CEIL(-2.5)"),
  CLIP(
      of(NUMBER, NUMBER, NUMBER, NUMBER).called("x", "low", "high"),
      "x kept between low and high.",
      "CLIP(120, 18, 90)"),
  LEAST(
      of(Signature.FIRST, Signature.ANY, Signature.SAME).variadic(),
      "The smallest; missing ones are passed over.",
      "LEAST(3, NULL, 2)"),
  GREATEST(
      of(Signature.FIRST, Signature.ANY, Signature.SAME).variadic(),
      "The largest; missing ones are passed over.",
      "GREATEST(3, NULL, 2)"),
  COALESCE(
      of(Signature.FIRST, Signature.ANY, Signature.SAME).variadic().called("x", "otherwise"),
      "The first that is not missing.",
      "COALESCE(gender, 'unknown')"),
  NULLIF(
      of(Signature.FIRST, Signature.ANY, Signature.SAME),
      "NULL where both are equal, else the first.",
      "NULLIF(9, 9)"),
  IF(
      of(Signature.SECOND, BOOLEAN, Signature.ANY, Signature.SAME)
          .called("condition", "then", "otherwise"),
      "The second where the condition holds, else the third.",
      "IF(2 > 1, 'more', 'less')"),
  BIN(
      of(TEXT, NUMBER, NUMBER).variadic().called("x", "cuts"),
      "Bands by cut points, as ordered text: `< 18`, `18 to < 35`, …, `>= 50`.",
      "BIN(42, 18, 35, 50)"),
  ORDINAL(
      of(TEXT, TEXT, TEXT).variadic().called("x", "levels"),
      "Ordered text with the levels given, lowest first; other values are NULL, counted in a note.",
      "ORDINAL('Master', 'Basic', 'Master')"),

  LOWER(of(TEXT, TEXT).called("text"), "In small letters.", "LOWER('North')"),
  UPPER(of(TEXT, TEXT).called("text"), "In capitals.", "UPPER('North')"),
  TRIM(of(TEXT, TEXT).called("text"), "Without blanks at both ends.", "TRIM('  North ')"),
  LENGTH(
      of(NUMBER, TEXT).called("text"),
      "The number of characters (code points).",
      "LENGTH('North')"),
  SUBSTRING(
      of(TEXT, TEXT, NUMBER).optional(NUMBER).called("text", "start", "length"),
      "A part of a text: start from 1, length; to the end without a length.",
      "SUBSTRING('North', 2, 3)"),
  CONCAT(
      of(TEXT, Signature.ANY).variadic().called("text"),
      "The texts one after the other; missing ones are passed over.",
      "CONCAT('a', NULL, 7)"),
  REPLACE(
      of(TEXT, TEXT, TEXT, TEXT).called("text", "from", "to"),
      "Every occurrence of the second replaced by the third.",
      "REPLACE('0 30 5', ' ', '')"),
  CONTAINS(
      of(BOOLEAN, TEXT, TEXT).called("text", "part"),
      "Whether the second occurs in the first.",
      "CONTAINS('a@b.org', '@')"),
  STARTS_WITH(
      of(BOOLEAN, TEXT, TEXT).called("text", "beginning"),
      "Whether the first begins with the second.",
      "STARTS_WITH('10115', '10')"),
  ENDS_WITH(
      of(BOOLEAN, TEXT, TEXT).called("text", "ending"),
      "Whether the first ends with the second.",
      "ENDS_WITH('a@b.org', '.org')"),

  YEAR(Signature.DATE_PART, "The year.", "YEAR(DATE '2026-01-31')"),
  QUARTER(Signature.DATE_PART, "The quarter, 1 to 4.", "QUARTER(DATE '2026-05-01')"),
  MONTH(Signature.DATE_PART, "The month, 1 to 12.", "MONTH(DATE '2026-01-31')"),
  DAY(Signature.DATE_PART, "The day of the month.", "DAY(DATE '2026-01-31')"),
  WEEKDAY(
      Signature.DATE_PART,
      "The day of the week, Monday 1 to Sunday 7.",
      "WEEKDAY(DATE '2026-02-01')"),
  HOUR(
      of(NUMBER, DATETIME).called("time"),
      "The hour, 0 to 23.",
      "HOUR(DATETIME '2026-01-31 18:30')"),
  DATE_TRUNC(
      of(DATE, TEXT, Signature.ANY_DATE).called("period", "date"),
      "The first day of the `'week'`, `'month'`, `'quarter'` or `'year'` that holds the date.",
      "DATE_TRUNC('month', DATE '2026-01-31')"),
  DAYS_BETWEEN(
      of(NUMBER, Signature.ANY_DATE, Signature.ANY_DATE).called("from", "to"),
      "Days from the first to the second; whole days for dates.",
      "DAYS_BETWEEN(DATE '2026-01-01', DATE '2026-01-31')"),
  MONTHS_BETWEEN(
      of(NUMBER, Signature.ANY_DATE, Signature.ANY_DATE).called("from", "to"),
      "Whole months from the first to the second.",
      "MONTHS_BETWEEN(DATE '2025-11-30', DATE '2026-01-31')"),
  AS_OF(
      of(DATE),
      "The date of AS OF; without that clause the newest date of the column measured.",
      "AS_OF()"),

  NTILE(
      of(NUMBER, NUMBER, NUMBER).called("x", "bands"),
      "The band 1..n of the value over the table, bands of equal size; equal values share a band.",
      "NTILE(spend, 4)"),
  RANK(
      of(NUMBER, NUMBER),
      "The rank over the table, 1 the largest; equal values share a rank.",
      "RANK(spend)"),
  UNIFORM(
      of(NUMBER, Signature.ANY, NUMBER).called("id", "seed"),
      "A number in [0, 1) made from the id and the seed: the same whatever the order of the rows.",
      "UNIFORM(customer_id, 7)"),

  ROW_SUM(
      of(NUMBER, NUMBER).variadic(),
      "The sum over columns; missing ones count 0, all missing is NULL.",
      "ROW_SUM(1, NULL, 2)"),
  ROW_MEAN(
      of(NUMBER, NUMBER).variadic(),
      "The mean over columns that are not missing.",
      "ROW_MEAN(1, NULL, 2)"),
  ROW_COUNT(
      of(NUMBER, BOOLEAN).variadic().called("condition"),
      "How many of the columns meet a condition about `VALUE`.",
      "ROW_COUNT(VALUE > 3, COLUMNS LIKE '%s')"),

  TO_NUMBER(
      of(NUMBER, Signature.ANY),
      "As a number; NULL where impossible, counted in a note.",
      "NUMBER('12.5')"),
  TO_TEXT(of(TEXT, Signature.ANY), "As a text.", "TEXT(12.5)"),
  TO_BOOLEAN(
      of(BOOLEAN, Signature.ANY),
      "As TRUE or FALSE: true, yes, 1 and false, no, 0.",
      "BOOLEAN('yes')"),
  TO_DATE(
      of(DATE, Signature.ANY).optional(TEXT).called("x", "format"),
      "As a date, by a format such as `'yyyyMMdd'`; NULL where impossible, counted in a note.",
      "DATE('20260131', 'yyyyMMdd')"),
  TO_DATETIME(
      of(DATETIME, Signature.ANY).optional(TEXT).called("x", "format"),
      "As a date with time, by a format; NULL where impossible, counted in a note.",
      "DATETIME('2026-01-31 18:30')");

  private final Signature signature;
  private final String summary;
  private final String example;

  ScalarFunction(Signature signature, String summary, String example) {
    this.signature = signature;
    this.summary = summary;
    this.example = example;
  }

  public Signature types() {
    return signature;
  }

  /// Whether a script can call it by name; operators it cannot.
  public boolean callable() {
    return compareTo(ABS) >= 0;
  }

  /// `NUMBER` for the cast, `DAYS_BETWEEN`.
  public String text() {
    return name().startsWith("TO_") ? name().substring(3) : name();
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public List<Parameter> parameters() {
    return signature.parameters();
  }

  @Override
  public String example() {
    return example;
  }

  public static Stream<ScalarFunction> callables() {
    return Stream.of(values()).filter(ScalarFunction::callable);
  }

  public static Optional<ScalarFunction> find(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return callables().filter(f -> f.text().equals(wanted)).findFirst();
  }
}
