package org.segql.diagnostic;

import java.util.Locale;

/// The codes of all diagnostics, in alphabetical order: words, stable, never reused. The sentence
/// is what the reference page says of the code; a message says what is wrong in one script.
public enum Code {
  ALL_MISSING("A variable has no value in any row that takes part."),
  ALL_NOISE("A density method found no dense region: every row is noise."),
  ALL_TARGETED("TARGET keeps every segment."),
  AMBIGUOUS_DATE(
      "A column of dates like 03/04/2012 of which no day is above 12: it stays text until its"
          + " format is given."),
  AMBIGUOUS_NAME("A name that fits several things which differ only in case."),
  AMBIGUOUS_NUMBER(
      "A column of numbers with commas that may stand between thousands or before decimals: it"
          + " stays text."),
  AS_OF_DEFAULT("The date that AS_OF() is where no AS OF is written."),
  AS_OF_NEEDED("AS_OF() is used, and several dates or none could be meant."),
  BAD_DATE("A text that is no date, or a date written in another order than year, month, day."),
  BAD_MODEL("A file is no model that this version can read."),
  BAD_NUMBER("A number that is written in a form the language does not have."),
  BAD_WEIGHT("A weight is missing or below 0."),
  BOOTSTRAP("How the stability of segments was measured."),
  CANCELLED("The statement was stopped before it ended; the session is as it was before it."),
  CAST_FAILED("Values that could not be turned into the type asked for are NULL."),
  CHAINED_COMPARISON("A second comparison that follows the first without AND or OR."),
  CHART_DOES_NOT_FIT("A chart of an object of a kind that it cannot show."),
  CHOSEN("A value that was left open was chosen; the note says which."),
  COLUMN_NAMES("Names of a source's columns were missing, doubled or absent and have been made."),
  COLUMN_OF_ROWS("A plain column where groups or segments are seen, not rows."),
  COMPARISON_WITH_NULL("A comparison with NULL, which is never true; IS NULL tests for it."),
  CONSTANT_VARIABLE("A variable has one value only and cannot form segments."),
  CUT_POINTS("Where the bands of a variable are cut."),
  CYCLE("Scripts run each other in a circle."),
  DATABASE("A database refused: its message says why."),
  DATE_FORMAT("The format in which a column of dates is written was found in its values."),
  DECIMAL_COMMA("A column of numbers is written with a decimal comma."),
  DEFAULTS("What was chosen because the script leaves it open."),
  DIVISION_BY_ZERO("A division by zero gives NULL."),
  DUPLICATE_ARGUMENT("An argument or option that is given twice."),
  DUPLICATE_CLAUSE("A clause that stands twice in one statement."),
  DUPLICATE_NAME("Two things of one list that would have the same name."),
  DUPLICATE_VARIABLE("Two variables say the same, which so counts twice."),
  EMPTY_FILE("A file holds nothing."),
  EMPTY_SEGMENT("A named segment has no row."),
  ENCODING("The encoding of a file was guessed, or does not fit its bytes."),
  ENVIRONMENT("An environment variable that a script names is not set."),
  FEWER_BANDS("Equal values share a band, so there are fewer bands than asked for."),
  FIDELITY("How new rows are scored, and how faithful that is to the fit."),
  FILE_EXISTS(
      "A file or table stands where something is to be written, and nothing is replaced unasked."),
  FILE_FORMAT("A file is none of the kinds that can be read or written."),
  FILE_NOT_FOUND("No file stands at that path."),
  FILE_UNREADABLE("A file cannot be read."),
  FILE_UNWRITABLE("A file cannot be written."),
  FOREIGN_SIGN(
      "A sign or a kind of quote that other languages have; the hint shows the form of this one."),
  GATE_WITHOUT_CONDITION("A gate of REQUIRE that is a value and no condition."),
  ID_LIKE("A column that is different in nearly every row tells nothing about segments."),
  INEXACT_NUMBERS("Whole numbers beyond 2^53, which a NUMBER cannot hold exactly."),
  INTERNAL("A defect of SegQL itself. Please report it with the script."),
  JOIN_MULTIPLIES("A join gives more rows than its left table has."),
  JOIN_UNMATCHED("Rows of the left table have no partner in a join."),
  LOAD_OPTION(
      "An option of LOAD or EXPORT that has no such value, or does not fit what is read or"
          + " written."),
  MISPLACED_AGGREGATE("An aggregate where single rows are seen, or inside another aggregate."),
  MISPLACED_CLAUSE("A clause that belongs to another statement."),
  MISPLACED_DURATION("A duration where it does not move a date."),
  MISPLACED_SECRET("ENV outside of the places that may hold a secret."),
  MISSING_ARGUMENT("A call without an argument that it needs."),
  MISSING_CLAUSE("A clause without which the statement means nothing."),
  MISSING_SEMICOLON("Two statements without a `;` between them."),
  MISSING_VALUES(
      "Values are missing: they were filled, their rows were left out, or the script refuses"
          + " them."),
  MISSPELT_WORD("A word that is nearly a keyword which fits its place."),
  MIXED_COLUMN("A column holds mostly numbers or dates, and a few other texts."),
  NAME_NOT_CARRIED("A segment resembles none of the segments whose names were to be carried over."),
  NEGATIVE_VALUES("A transform was asked for that takes no numbers below 0."),
  NESTED_COLUMN("A column holds lists or records; it is read as JSON text."),
  NOT_A_CONDITION("A value where a condition is needed."),
  NOT_A_FILE("A folder stands where a file is meant."),
  NOT_COMPARABLE("Two segmentations cannot be put side by side as they are."),
  NOT_CONVERGED("An iterative method reached its limit of iterations before it settled."),
  NOT_FINITE("A result that does not exist or is beyond every number is NULL."),
  NOT_SUPPORTED("A statement that this version does not have."),
  NO_CLEAR_SEGMENTS("The data show no segments that any number of them would fit clearly."),
  NO_COLUMNS_MATCH("COLUMNS LIKE with a pattern that no column fits."),
  NO_EFFECT("A clause that changes nothing for the algorithm that is used."),
  NO_ROWS("No row is left to work on."),
  NO_SUCH_SEGMENT("A segment is spoken of that does not exist."),
  NO_TARGETS("No segment meets TARGET."),
  OUTLIERS("Values far from all others were found; the note says what was done."),
  OUT_OF_MEMORY("The memory of the process does not suffice."),
  RAGGED_ROW("A row of a file has more or fewer fields than the others."),
  READ_AS_CLAUSE("A word after a comma that begins a clause although a column is called so."),
  REPEATED_ID("Several rows have the same value of the column that rows are matched by."),
  REPLACED("A name that existed stands for something new."),
  REQUIRE_NOT_MET("A condition of REQUIRE does not hold."),
  RESERVED_WORD("A reserved word where a name is expected; backticks make it a name."),
  RULE_GAP("A row can meet none of the rules."),
  RULE_OVERLAP("A row can meet two rules; the first one wins."),
  SAMPLED("A part of the computation looked at a sample of the rows; the note says which part."),
  SKEWED_VARIABLE("A variable has a long tail that rules distances."),
  SMALL_SAMPLE("There are few rows for so many variables or segments."),
  SMALL_SEGMENT("A segment has fewer than 30 rows."),
  SOURCE_CHANGED("A file has changed since it was loaded."),
  SOURCE_TABLE("A source holds several tables, or not the one that is named."),
  STALE("Something was made from data that have been replaced or dropped since."),
  SYNTAX("The text is no SegQL at this place."),
  TOO_DEEP("More brackets inside each other, or a longer chain of operators, than can be read."),
  TOO_FEW_ROWS("There are fewer different rows than the method needs."),
  TOO_LONG("A script that is too long to be read."),
  TOO_MANY_ARGUMENTS("A call with more arguments than it takes."),
  TOO_MANY_COLUMNS("A source has more columns than a table may have."),
  TOO_MANY_LEVELS("A text has too many different values for what is asked of it."),
  TOO_MANY_VALUES("PER a column of more values than can become columns."),
  UNION_COLUMNS("A table of a UNION lacks columns of the other; they are NULL in its rows."),
  UNKNOWN_ALGORITHM("A name that is no algorithm."),
  UNKNOWN_ARGUMENT("A name that is no parameter of what is called."),
  UNKNOWN_CHART("A name that is no chart."),
  UNKNOWN_COLUMN("A name that is no column of the table it is looked up in."),
  UNKNOWN_FUNCTION("A name that is no function."),
  UNKNOWN_LEVEL("A text that is none of the levels of an ordered text."),
  UNKNOWN_NAME("A name that is nothing that could be meant there."),
  UNKNOWN_OPTION("A name that is no option of the statement."),
  UNKNOWN_PARAMETER("A parameter that nothing has given a value."),
  UNKNOWN_TABLE("A name that is no table or segmentation of the session."),
  UNREACHABLE_RULE("A rule can never match."),
  UNTERMINATED("A text, a name in backticks or a comment without its end."),
  VALUES_CHANGED("Values were changed on the way out, to keep a reader from running them."),
  VALUES_LOST("Values that could not become the type of their column are NULL."),
  VALUES_UNEXPECTED("Values further down in a file do not fit the type that its beginning shows."),
  WRONG_ARGUMENT("An argument of another kind or size than the parameter takes."),
  WRONG_OBJECT("A name of something else than the statement works on."),
  WRONG_TYPE("A value of another type than its place needs."),
  ;

  private final String summary;

  Code(String summary) {
    this.summary = summary;
  }

  /// The code as it is written: `unknown-column`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String summary() {
    return summary;
  }
}
