package org.segql.repl.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Span;
import org.segql.session.LanguageServices;
import org.segql.session.LanguageServices.Completion;

/// Completion of the shell's own commands and of what follows them.
final class MetaCompletions {
  private MetaCompletions() {}

  static List<Completion> at(LanguageServices language, String text, int cursor) {
    int blank = text.indexOf(' ');
    if (blank < 0 || cursor <= blank) {
      var word = new Span(0, cursor);
      return MetaCommand.beginningWith(text.substring(0, cursor))
          .map(c -> new Completion(c.text(), c.text(), "", c.summary(), "", word))
          .toList();
    }
    return MetaCommand.of(text)
        .map(command -> argument(language, command, text, blank + 1, cursor))
        .orElse(List.of());
  }

  /// @param start where the argument begins
  private static List<Completion> argument(
      LanguageServices language, MetaCommand command, String text, int start, int cursor) {
    String statement = command.statement();
    if (statement.isEmpty()) {
      return List.of();
    }
    int moved = start - statement.length();
    var found = new ArrayList<Completion>();
    for (Completion c : language.complete(statement + text.substring(start), cursor - moved)) {
      Span place = c.replaces();
      if (place.start() >= statement.length()) {
        var here = new Span(place.start() + moved, place.end() + moved);
        found.add(
            new Completion(c.text(), c.label(), c.kind(), c.detail(), c.documentation(), here));
      }
    }
    if (command == MetaCommand.HELP && start < cursor) {
      found.addAll(codes(text.substring(start, cursor), new Span(start, cursor)));
    }
    return found;
  }

  private static List<Completion> codes(String begun, Span place) {
    return Arrays.stream(Code.values())
        .filter(c -> c.text().startsWith(begun.toLowerCase(Locale.ROOT)))
        .map(c -> new Completion(c.text(), c.text(), "message", "", c.summary(), place))
        .toList();
  }
}
