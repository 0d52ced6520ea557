package org.segql.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.segql.diagnostic.Span;

/// What may stand at a place of a text, found from the tokens before it; the text may be broken.
///
/// @param replaces what of the text a completion takes the place of: the word under the cursor up
///   to the cursor
/// @param prefix the word up to the cursor; in a text in quotes its content up to the cursor
/// @param inText whether the cursor stands in a text in quotes
/// @param verb the statement's verb in capitals; empty at the beginning of a statement
/// @param tables the tables the statement reads, its source first
/// @param derived names that the statement gives to columns before the cursor
/// @param keywords words of the language that may follow: `WHERE`, `GROUP BY`
/// @param wants what else may follow
/// @param call the innermost call around the cursor
/// @param compared the column whose values are compared with what stands here: `region = '…'`
public record CompletionSite(
    Span replaces,
    String prefix,
    boolean inText,
    String verb,
    List<String> tables,
    List<String> derived,
    List<String> keywords,
    Set<Want> wants,
    Optional<Call> call,
    Optional<String> compared) {

  public CompletionSite {
    tables = List.copyOf(tables);
    derived = List.copyOf(derived);
    keywords = List.copyOf(keywords);
    wants = Set.copyOf(wants);
  }

  /// A thing that may stand at a place.
  ///
  /// @param clause the first word of the clause or step it stands in: `BY`, `TARGET`, `WHERE`;
  ///   empty outside of clauses
  public record Want(Construct construct, String clause) {}

  /// Kinds of things that have names.
  public enum Construct {
    TABLE,
    SEGMENTATION,
    MODEL,
    /// A table, a segmentation, or anything that DESCRIBE tells about.
    OBJECT,
    COLUMN,
    FUNCTION,
    ALGORITHM,
    CHART,
    /// A way to prepare: `MEDIAN`, `ZSCORE`; the clause says for what.
    PREPARATION,
    /// The name of a parameter of the call or of the list of options around the cursor.
    OPTION,
    /// A path of a file, in quotes.
    FILE,
    /// A text, a number, a date.
    VALUE,
    /// A name that is new; there is nothing to propose.
    NEW_NAME
  }

  /// What sort of thing is called.
  public enum Called {
    ALGORITHM,
    CHART,
    FUNCTION,
    PREPARATION,
    /// The list after WITH; the name is the statement's verb, or `BY` for a variable's options.
    OPTIONS
  }

  /// A call around the cursor.
  ///
  /// @param argument the argument that the cursor stands in, from 0
  /// @param option the parameter whose name stands before the cursor: `restarts` in `restarts = |`
  /// @param used the names of parameters that the call gives already
  public record Call(
      Called called, String name, int argument, Optional<String> option, Set<String> used) {
    public Call {
      used = Set.copyOf(used);
    }
  }

  public boolean wants(Construct construct) {
    return wants.stream().anyMatch(w -> w.construct() == construct);
  }

  /// The same site in a text in which so many characters stand before this one.
  public CompletionSite moved(int by) {
    return new CompletionSite(
        replaces.moved(by), prefix, inText, verb, tables, derived, keywords, wants, call, compared);
  }

  /// What may stand at an offset of a text, in UTF-16 units.
  public static CompletionSite at(String text, int offset) {
    return new CompletionWalk(text, Math.clamp(offset, 0, text.length())).site();
  }
}
