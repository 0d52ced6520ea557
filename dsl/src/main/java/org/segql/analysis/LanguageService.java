package org.segql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Catalog;
import org.segql.catalog.CatalogEntry;
import org.segql.catalog.ColumnInfo;
import org.segql.definition.Definition;
import org.segql.definition.Parameter;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Severity;
import org.segql.diagnostic.Source;
import org.segql.diagnostic.Span;
import org.segql.syntax.CompletionSite;
import org.segql.syntax.Highlighter;
import org.segql.syntax.Parser;
import org.segql.syntax.StatementSplitter;
import org.segql.syntax.StatementSplitter.Completeness;
import org.segql.syntax.WrittenText;

/// What an editor asks while a script is written: what could stand here, what is this, which
/// argument is next. Works on broken text, never throws for it, and reads no files; tables that
/// statements before the cursor will make are known. Offsets are UTF-16.
public final class LanguageService {
  /// Longer texts are answered from the catalog alone.
  private static final int LONGEST_SIMULATED = 50_000;

  private static final Pattern HEAD =
      Pattern.compile("(?i)^\\s*(?:SEGMENT|COMPARE)\\s+(?:`[^`\\n]+`|[\\p{L}_][\\p{L}\\p{Nd}_]*)");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)\\b(?:WHERE|BY|DESCRIBED\\s+BY|ID|WEIGHT|MISSING|OUTLIERS|SCALE|ENCODE|USING|REQUIRE"
              + "|TARGET|PER)\\s");

  private final Supplier<Context> context;
  private final Lookup lookup;
  private final WrittenText written = new WrittenText();
  private volatile @Nullable Simulated simulated;

  /// @param context asked anew for each question
  public LanguageService(Supplier<Context> context, Lookup lookup) {
    this.context = context;
    this.lookup = lookup;
  }

  /// @param markdown what stands under the cursor
  public record Hover(String markdown, Span span) {}

  /// @param signature `kmeans(k, restarts = 10)`
  /// @param active the parameter that the cursor is in, from 0; -1: none
  public record SignatureHelp(String signature, int active, String documentation) {}

  public List<Completion> complete(String text, int offset) {
    CompletionSite site = site(text, offset);
    Catalog catalog = catalog(text, offset);
    List<Completion> found = new Completions(site, catalog, lookup).all();
    if (!found.isEmpty() || site.inText() || offset == 0) {
      return found;
    }
    return pastBrokenText(text, offset, catalog);
  }

  /// What stands behind another statement has no say.
  private CompletionSite site(String text, int offset) {
    Span statement = written.statement(text, offset);
    return CompletionSite.at(
            text.substring(statement.start(), statement.end()), offset - statement.start())
        .moved(statement.start());
  }

  /// Where the text before the cursor is so broken that nothing fits, the last clause alone says
  /// what could stand there.
  private List<Completion> pastBrokenText(String text, int offset, Catalog catalog) {
    String statement = text.substring(written.statement(text, offset).start(), offset);
    Matcher head = HEAD.matcher(statement);
    int clause = -1;
    for (Matcher m = CLAUSE.matcher(statement); m.find(); ) {
      clause = m.start();
    }
    if (!head.find() || clause < head.end()) {
      return List.of();
    }
    String mended = head.group() + " " + statement.substring(clause);
    CompletionSite site = CompletionSite.at(mended, mended.length());
    return new Completions(site.moved(offset - mended.length()), catalog, lookup).all();
  }

  /// The stretches of a text and what they are, for colours.
  public List<Highlighter.Token> tokens(String text) {
    return written.tokens(text);
  }

  /// The errors that a text shows without a look at any file. Of a statement that is still being
  /// written only what nothing behind it can mend.
  public List<Diagnostic> mistakes(String text) {
    if (text.length() > LONGEST_SIMULATED) {
      return List.of();
    }
    Context now = context.get();
    int open = StatementSplitter.openFrom(text);
    String last = text.substring(open);
    boolean lost = StatementSplitter.isComplete(last) instanceof Completeness.Invalid;
    // A call that is being written is closed, so that the names before it are looked up.
    var source = new Source("input", text + ")".repeat(StatementSplitter.openBrackets(last)));
    var mistakes = new ArrayList<Diagnostic>();
    for (Diagnostic d : ScriptChecker.blindly(Parser.parse(source), source, now)) {
      Span span = d.span();
      boolean here = span != null && d.source() == source && d.severity() == Severity.ERROR;
      boolean whole = span != null && span.end() <= open;
      if (here && (whole ? d.code() != Code.FILE_NOT_FOUND : lost || isName(d.code()))) {
        mistakes.add(d);
      }
    }
    return mistakes;
  }

  /// Whether an error says that a name is wrong, which more text does not change.
  private static boolean isName(Code code) {
    return code.text().startsWith("unknown-");
  }

  public Optional<SignatureHelp> signature(String text, int offset) {
    return site(text, offset)
        .call()
        .flatMap(call -> CallCompletions.definition(call).map(d -> signature(d, call)));
  }

  private static SignatureHelp signature(Definition d, CompletionSite.Call call) {
    Optional<Parameter> parameter = CallCompletions.parameter(d, call);
    int active = parameter.map(p -> d.parameters().indexOf(p)).orElse(-1);
    boolean told = parameter.filter(p -> !p.summary().isEmpty()).isPresent();
    String documentation = told ? Documentation.of(parameter.orElseThrow()) : d.summary();
    return new SignatureHelp(d.signature(), active, documentation);
  }

  public Optional<Hover> hover(String text, int offset) {
    for (Highlighter.Token token : tokens(text)) {
      boolean under = token.span().start() <= offset && offset <= token.span().end();
      if (under && token.span().length() > 0) {
        Optional<Hover> hover = hover(text, token);
        if (hover.isPresent()) {
          return hover;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Hover> hover(String text, Highlighter.Token token) {
    Span span = token.span();
    String word = text.substring(span.start(), Math.min(span.end(), text.length()));
    Optional<String> markdown =
        switch (token.kind()) {
          case FUNCTION -> Definitions.find(word).map(Documentation::of);
          case KEYWORD -> keyword(word);
          case NAME -> name(text, span, word.replace("`", ""));
          case PARAMETER -> parameter(text, span, word);
          case TEXT, NUMBER, COMMENT, OPERATOR, PUNCTUATION, ERROR -> Optional.empty();
        };
    return markdown.map(m -> new Hover(m, span));
  }

  private static Optional<String> keyword(String word) {
    for (PreparationWord w : PreparationWord.values()) {
      if (w.text().equalsIgnoreCase(word) && w.clause() != PreparationWord.Clause.TRANSFORM) {
        return Optional.of(Documentation.of(w));
      }
    }
    return Documentation.ofWord(word);
  }

  private Optional<String> parameter(String text, Span span, String word) {
    return catalog(text, span.start())
        .parameter(word.substring(1))
        .map(v -> "**`" + word + "`** " + v.type() + ": `" + v.value() + "`");
  }

  /// An option of the call around, a column of the statement's tables, a table, or a definition.
  private Optional<String> name(String text, Span span, String word) {
    CompletionSite site = site(text, span.start());
    Optional<String> option =
        site.call()
            .flatMap(CallCompletions::definition)
            .flatMap(d -> d.parameter(word))
            .filter(p -> !p.summary().isEmpty())
            .map(Documentation::of);
    if (option.isPresent()) {
      return option;
    }
    Catalog catalog = catalog(text, span.start());
    for (String table : site(text, span.end()).tables()) {
      Optional<CatalogEntry> entry = catalog.find(table);
      List<ColumnInfo> columns = entry.map(e -> e.schema().matching(word)).orElse(List.of());
      if (columns.size() == 1) {
        return Optional.of(Documentation.of(columns.getFirst(), table));
      }
    }
    return catalog
        .find(word)
        .map(Documentation::of)
        .or(() -> Definitions.find(word).map(Documentation::of))
        .or(() -> Documentation.ofWord(word.toUpperCase(Locale.ROOT)));
  }

  /// What is known at an offset: the session's tables, and those that the statements before it
  /// make.
  private Catalog catalog(String text, int offset) {
    Context now = context.get();
    int end = written.statement(text, offset).start();
    if (text.length() > LONGEST_SIMULATED || end == 0) {
      return now.catalog();
    }
    return after(text.substring(0, end), now);
  }

  /// While one statement is written those before it stay what they are: the last answer is kept.
  private Catalog after(String before, Context now) {
    List<CatalogEntry> entries = List.copyOf(now.catalog().entries());
    Simulated last = simulated;
    if (last != null && last.before.equals(before) && last.entries.equals(entries)) {
      return last.catalog;
    }
    var source = new Source("input", before);
    Catalog catalog = ScriptChecker.after(Parser.parse(source), source, now);
    simulated = new Simulated(before, entries, catalog);
    return catalog;
  }

  /// @param before the statements before the cursor
  /// @param entries what the session knew
  /// @param catalog what will be known after these statements
  private record Simulated(String before, List<CatalogEntry> entries, Catalog catalog) {}
}
