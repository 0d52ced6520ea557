package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Expression;
import org.segql.ast.Statement;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Suggestions;
import org.segql.plan.Command;

/// SET: the options of a session.
final class SessionOptions {
  static final List<String> NAMES = List.of("seed", "threads", "silence");

  private final Analysis analysis;

  SessionOptions(Analysis analysis) {
    this.analysis = analysis;
  }

  @Nullable Command of(Statement.SetOption s) {
    String option = Analyzer.lower(s.option().text());
    return switch (option) {
      case "seed" -> number(option, s.value(), 0);
      case "threads" -> number(option, s.value(), 1);
      case "silence" -> silence(s.value());
      default -> {
        var hints = new ArrayList<String>();
        Suggestions.hint(option, NAMES).ifPresent(hints::add);
        if (hints.isEmpty()) {
          hints.add("Its options are " + Suggestions.and(NAMES) + ".");
        }
        analysis
            .problems()
            .error(
                Code.UNKNOWN_OPTION,
                s.option().span(),
                "`" + s.option().text() + "` is no option of a session.",
                hints);
        yield null;
      }
    };
  }

  private @Nullable Command number(String option, Expression e, long min) {
    Long value = analysis.whole(e, "The option `" + option + "`", min);
    return value == null ? null : new Command.SetOption(option, (double) value);
  }

  /// The texts that an option takes; none where it takes numbers.
  static List<String> texts(String option) {
    return option.equalsIgnoreCase("silence")
        ? Stream.of(Code.values()).map(Code::text).toList()
        : List.of();
  }

  private @Nullable Command silence(Expression e) {
    var codes = new ArrayList<String>();
    List<String> known = texts("silence");
    for (Expression item : ArgumentList.items(e)) {
      String code = analysis.text(item, "The option `silence`");
      if (code == null) {
        return null;
      }
      if (!known.contains(code)) {
        analysis
            .problems()
            .error(
                Code.UNKNOWN_NAME,
                item.span(),
                "'" + code + "' is no code of a warning.",
                Suggestions.hint(code, known).map(List::of).orElse(List.of()));
        return null;
      }
      codes.add(code);
    }
    return new Command.SetOption("silence", List.copyOf(codes));
  }
}
