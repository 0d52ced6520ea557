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
import org.segql.session.LanguageServices;
import org.segql.session.LanguageServices.Completion;
import org.segql.session.Session;

/// Completion by the language's own service: it knows best what fits and in which order, so nothing is filtered or sorted here.
final class Completions implements Completer {
  private static final int DESCRIPTION = 60;

  private final Session session;

  Completions(Session session) {
    this.session = session;
  }

  List<Completion> at(String text, int cursor) {
    if (text.startsWith("\\")) {
      return MetaCommand.completions(text, cursor);
    }
    LanguageServices language = session.language();
    return language.complete(text, cursor);
  }

  /// The word that completions at the cursor take the place of.
  InputLine parse(String text, int cursor) {
    List<Completion> all = at(text, cursor);
    Span word = all.isEmpty() ? new Span(cursor, cursor) : all.getFirst().replaces();
    return new InputLine(
        text, cursor, Math.min(word.start(), cursor), Math.max(cursor, Math.min(word.end(), text.length())));
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    int order = 0;
    for (Completion completion : at(line.line(), line.cursor())) {
      String label = completion.label().isEmpty() ? completion.text() : completion.label();
      candidates.add(
          new Candidate(
              completion.text(),
              Cells.safe(label, true),
              group(completion.kind()),
              description(completion),
              null,
              null,
              false,
              order++));
    }
  }

  private static String group(String kind) {
    return switch (kind) {
      case "" -> "";
      case "file" -> "files";
      default -> kind.endsWith("s") ? kind : kind + "s";
    };
  }

  private static @Nullable String description(Completion completion) {
    String first = completion.documentation().strip().lines().findFirst().orElse("").replace("`", "");
    String text =
        completion.detail().isEmpty() || first.isEmpty()
            ? completion.detail() + first
            : completion.detail() + ": " + first;
    return text.isEmpty() ? null : Cells.cut(Cells.safe(text, true), DESCRIPTION, true);
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
        while (n < Math.min(common.length(), value.length()) && common.charAt(n) == value.charAt(n)) {
          n++;
        }
        common = common.substring(0, n);
      }
      boolean goesOn = common.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
      return goesOn ? common : word;
    }
  }
}
