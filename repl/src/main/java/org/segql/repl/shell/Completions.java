package org.segql.repl.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Cells;
import org.segql.diagnostic.Span;
import org.segql.session.LanguageServices.Completeness.State;
import org.segql.session.LanguageServices.Completion;
import org.segql.session.Session;

/// Completion by the language's own service: it knows best what fits and in which order, so nothing
/// is filtered or sorted here.
final class Completions implements Completer {
  private static final int DESCRIPTION = 70;
  private static final int MOST = 100;

  /// Longer inputs, pastes mostly, end by a `;` alone: to look at them takes too long for a key.
  static final int LONGEST_LOOK = 4_000;

  private final Session session;

  Completions(Session session) {
    this.session = session;
  }

  List<Completion> at(String text, int cursor) {
    return text.startsWith("\\")
        ? MetaCompletions.at(session.language(), text, cursor)
        : session.language().complete(text, cursor);
  }

  /// The word that completions at the cursor take the place of.
  InputLine parse(String text, int cursor) {
    List<Completion> all = at(text, cursor);
    Span word = all.isEmpty() ? new Span(cursor, cursor) : all.getFirst().replaces();
    return new InputLine(
        text,
        cursor,
        Math.min(word.start(), cursor),
        Math.max(cursor, Math.min(word.end(), text.length())));
  }

  /// Whether an input needs no `;` to be run: `SHOW TABLES`, or a mistake that nothing behind it
  /// can mend, of which one had better hear at once.
  boolean nothingFollows(String text) {
    return text.length() <= LONGEST_LOOK
        && session.language().completeness(text).state() != State.INCOMPLETE;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    int order = 0;
    for (Completion completion :
        fewer(at(line.line(), line.cursor()), line.word().substring(0, line.wordCursor()))) {
      String label = completion.label().isEmpty() ? completion.text() : completion.label();
      candidates.add(
          new Candidate(
              completion.text(),
              Cells.safe(label, true),
              group(completion.kind()),
              description(completion),
              null,
              null,
              endsWord(completion.kind()),
              order++));
    }
  }

  private static boolean beginsWith(Completion completion, String word) {
    return completion.text().regionMatches(true, 0, word, 0, word.length());
  }

  /// Those of one place: a line reader knows one word only. What begins with the word leaves out
  /// what only contains it. Where nothing of the word is written yet, functions stand back behind
  /// the names: there are so many of them that they would hide the rest.
  static List<Completion> fewer(List<Completion> all, String word) {
    if (all.isEmpty()) {
      return all;
    }
    Span place = all.getFirst().replaces();
    boolean others = all.stream().anyMatch(c -> !c.kind().equals("function"));
    boolean beginnings = all.stream().anyMatch(c -> beginsWith(c, word));
    return all.stream()
        .filter(c -> c.replaces().equals(place))
        .filter(c -> !beginnings || beginsWith(c, word))
        .filter(c -> place.length() > 0 || !others || !c.kind().equals("function"))
        .limit(MOST)
        .toList();
  }

  /// After a keyword a blank follows; after a name it may be a comma.
  private static boolean endsWord(String kind) {
    return kind.equals("statement") || kind.equals("keyword");
  }

  private static String group(String kind) {
    return switch (kind) {
      case "" -> "";
      case "file" -> "files";
      default -> kind.endsWith("s") ? kind : kind + "s";
    };
  }

  private static @Nullable String description(Completion completion) {
    String first =
        completion.documentation().lines().filter(Completions::isSentence).findFirst().orElse("");
    boolean signature = completion.detail().startsWith(completion.text() + "(");
    String detail = signature && !first.isEmpty() ? "" : completion.detail();
    String text = detail.isEmpty() || first.isEmpty() ? detail + first : detail + ": " + first;
    return text.isEmpty() ? null : Cells.cut(Cells.safe(text, true), DESCRIPTION, true);
  }

  /// Not a heading, an item or code.
  private static boolean isSentence(String line) {
    return !line.isBlank()
        && !line.startsWith("**")
        && !line.startsWith("- ")
        && !line.startsWith("```");
  }

  /// Takes all candidates as they come.
  static final class AllMatch implements CompletionMatcher {
    private String word = "";
    private List<Candidate> found = List.of();

    @Override
    public void compile(
        Map<LineReader.Option, Boolean> options,
        boolean prefix,
        CompletingParsedLine line,
        boolean caseInsensitive,
        int errors,
        String originalGroupName) {
      word = line.word().substring(0, line.wordCursor());
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
      found = candidates;
      return candidates;
    }

    @Override
    public @Nullable Candidate exactMatch() {
      return null;
    }

    /// What all candidates begin with, where it goes on from what was typed; else what was typed.
    @Override
    public String getCommonPrefix() {
      if (found.isEmpty()) {
        return word;
      }
      String common = found.getFirst().value();
      for (Candidate candidate : found) {
        int n = 0;
        String value = candidate.value();
        while (n < Math.min(common.length(), value.length())
            && common.charAt(n) == value.charAt(n)) {
          n++;
        }
        common = common.substring(0, n);
      }
      boolean goesOn = common.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
      return goesOn ? common : word;
    }
  }
}
