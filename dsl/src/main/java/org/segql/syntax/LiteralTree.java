package org.segql.syntax;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.segql.ast.Expression;
import org.segql.ast.Expression.Duration;
import org.segql.ast.Expression.NumberLiteral;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.SegQLParser.AmountContext;
import org.segql.grammar.SegQLParser.ConstantContext;
import org.segql.grammar.SegQLParser.DateConstantContext;
import org.segql.grammar.SegQLParser.DateTimeConstantContext;
import org.segql.grammar.SegQLParser.DurationConstantContext;
import org.segql.grammar.SegQLParser.EnvironmentConstantContext;
import org.segql.grammar.SegQLParser.FalseConstantContext;
import org.segql.grammar.SegQLParser.LiteralContext;
import org.segql.grammar.SegQLParser.NullConstantContext;
import org.segql.grammar.SegQLParser.NumberAmountContext;
import org.segql.grammar.SegQLParser.NumberConstantContext;
import org.segql.grammar.SegQLParser.NumberContext;
import org.segql.grammar.SegQLParser.ParameterAmountContext;
import org.segql.grammar.SegQLParser.ParameterConstantContext;
import org.segql.grammar.SegQLParser.PlainLiteralContext;
import org.segql.grammar.SegQLParser.SignedLiteralContext;
import org.segql.grammar.SegQLParser.TextConstantContext;
import org.segql.grammar.SegQLParser.TrueConstantContext;
import org.segql.grammar.SegQLParser.UnitContext;

/// Values that are written, not computed.
final class LiteralTree {
  private static final int LARGEST_EXPONENT = 300;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Problems problems;
  private final NameTree names;

  LiteralTree(Problems problems, NameTree names) {
    this.problems = problems;
    this.names = names;
  }

  Expression literal(LiteralContext context) {
    return switch (context) {
      case SignedLiteralContext c -> signed(c);
      case PlainLiteralContext c -> constant(c.constant());
      default -> throw Places.unknown(context);
    };
  }

  private Expression signed(SignedLiteralContext context) {
    Span span = Places.of(context);
    Expression amount = amount(context.amount());
    Expression value = context.MINUS() != null ? negated(amount, span) : amount;
    return context.unit() == null ? value : new Duration(value, unit(context.unit()), span);
  }

  /// The value with its sign turned; a number stays a literal.
  static Expression negated(Expression value, Span span) {
    return value instanceof NumberLiteral n
        ? new NumberLiteral(n.value().negate(), n.percent(), span)
        : new Expression.Negation(value, span);
  }

  Expression constant(ConstantContext context) {
    Span span = Places.of(context);
    return switch (context) {
      case NumberConstantContext c -> number(c.number());
      case DurationConstantContext c -> new Duration(amount(c.amount()), unit(c.unit()), span);
      case TextConstantContext c -> new Expression.TextLiteral(names.text(c.text()), span);
      case TrueConstantContext _ -> new Expression.BooleanLiteral(true, span);
      case FalseConstantContext _ -> new Expression.BooleanLiteral(false, span);
      case NullConstantContext _ -> new Expression.NullLiteral(span);
      case DateConstantContext c -> date(names.text(c.text()), span);
      case DateTimeConstantContext c -> dateTime(names.text(c.text()), span);
      case ParameterConstantContext c -> parameter(c.PARAMETER().getText(), span);
      case EnvironmentConstantContext c -> new Expression.Environment(names.text(c.text()), span);
      default -> throw Places.unknown(context);
    };
  }

  private Expression amount(AmountContext context) {
    return switch (context) {
      case NumberAmountContext c -> number(c.number());
      case ParameterAmountContext c -> parameter(c.PARAMETER().getText(), Places.of(c));
      default -> throw Places.unknown(context);
    };
  }

  private static Expression parameter(String text, Span span) {
    return new Expression.ParameterReference(text.substring(1), span);
  }

  private NumberLiteral number(NumberContext context) {
    Span span = Places.of(context);
    boolean percent = context.PERCENT() != null;
    String digits = context.getStart().getText().replace("_", "").replace("%", "");
    int e = digits.toLowerCase(Locale.ROOT).indexOf('e');
    if (digits.length() > 1_000 || (e >= 0 && tooLarge(digits.substring(e + 1)))) {
      problems.add(
          Code.BAD_NUMBER,
          span,
          "`" + problems.quote(span) + "` is beyond the range of numbers.",
          "Numbers reach from about -1e308 to 1e308.");
      return new NumberLiteral(BigDecimal.ZERO, percent, span);
    }
    var value = new BigDecimal(digits);
    return new NumberLiteral(percent ? value.movePointLeft(2) : value, percent, span);
  }

  private static boolean tooLarge(String exponent) {
    return exponent.length() > 6 || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT;
  }

  private Expression date(String text, Span span) {
    try {
      return new Expression.DateLiteral(LocalDate.parse(text.strip(), DATE), span);
    } catch (DateTimeException _) {
      problems.add(
          Code.BAD_DATE,
          span,
          "`" + problems.quote(span) + "` is no date.",
          "A date is written year, month, day: `DATE '2026-01-31'`.");
      return new Expression.DateLiteral(LocalDate.EPOCH, span);
    }
  }

  private Expression dateTime(String text, Span span) {
    try {
      return new Expression.DateTimeLiteral(LocalDateTime.parse(text.strip(), DATE_TIME), span);
    } catch (DateTimeException _) {
      problems.add(
          Code.BAD_DATE,
          span,
          "`" + problems.quote(span) + "` is no date with a time.",
          "It is written like `DATETIME '2026-01-31 10:30'`.");
      return new Expression.DateTimeLiteral(LocalDate.EPOCH.atStartOfDay(), span);
    }
  }

  private static Duration.Unit unit(UnitContext context) {
    return switch (context.getStart().getType()) {
      case SegQLParser.HOURS -> Duration.Unit.HOUR;
      case SegQLParser.DAYS -> Duration.Unit.DAY;
      case SegQLParser.WEEKS -> Duration.Unit.WEEK;
      case SegQLParser.MONTHS -> Duration.Unit.MONTH;
      case SegQLParser.QUARTERS -> Duration.Unit.QUARTER;
      case SegQLParser.YEARS -> Duration.Unit.YEAR;
      default -> throw Places.unknown(context);
    };
  }
}
