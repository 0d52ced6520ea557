package org.segql.kernel.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.segql.kernel.cell.Completions;

/// Proposals in Java cells.
final class JavaCompletion {
  private static final int MOST = 400;
  private static final Pattern MAGIC_BEGUN = Pattern.compile("(?:^|\\n)[ \\t]*(%{1,2}\\w*)$");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]+");

  private final JavaShell shell;

  JavaCompletion(JavaShell shell) {
    this.shell = shell;
  }

  Completions complete(String code, int cursor, Set<String> magics) {
    String before = code.substring(0, cursor);
    var magic = MAGIC_BEGUN.matcher(before);
    if (magic.find()) {
      return magics(magic.group(1), cursor, magics);
    }
    int start = statementStart(before);
    var found = suggest(before.substring(start), before.length() - start).shift(start);
    if (found.items().isEmpty() && start > 0) {
      // What statements above in the same cell declare is known only inside a block with them.
      String block = "{" + before;
      found = suggest(block, block.length()).shift(-1);
    }
    return found;
  }

  private static Completions magics(String begun, int cursor, Set<String> names) {
    var items =
        names.stream()
            .map(n -> "%" + n)
            .filter(n -> n.startsWith(begun))
            .sorted()
            .map(n -> new Completions.Item(n, "magic"))
            .toList();
    return new Completions(cursor - begun.length(), cursor, items);
  }

  /// Where the statement begins that a text ends in.
  private int statementStart(String before) {
    int start = 0;
    while (true) {
      String rest = before.substring(start);
      if (rest.startsWith("%")) {
        int end = rest.indexOf('\n');
        if (end < 0) {
          return start;
        }
        start += end + 1;
        continue;
      }
      var info = shell.analysis().analyzeCompletion(rest);
      boolean another =
          info.completeness().isComplete()
              && info.remaining() != null
              && !info.remaining().isBlank()
              && info.remaining().length() < rest.length();
      if (!another) {
        return start;
      }
      start = before.length() - info.remaining().length();
    }
  }

  private Completions suggest(String code, int cursor) {
    int[] anchor = {cursor};
    List<Suggestion> suggestions = shell.analysis().completionSuggestions(code, cursor, anchor);
    boolean member = anchor[0] > 0 && code.charAt(anchor[0] - 1) == '.';
    var known = new Known();
    var items = new ArrayList<Completions.Item>();
    var seen = new HashSet<String>();
    // Those whose type fits what is expected come first, as JShell's own Tab shows them.
    for (boolean fits : new boolean[] {true, false}) {
      for (var suggestion : suggestions) {
        String text = suggestion.continuation();
        boolean wanted = suggestion.matchesType() == fits && !text.startsWith("$");
        if (wanted && items.size() < MOST && seen.add(text)) {
          items.add(new Completions.Item(text, known.type(text.strip(), member)));
        }
      }
    }
    return new Completions(anchor[0], cursor, items);
  }

  /// What the names of the session are; for others the conventions of Java tell.
  private final class Known {
    private final Set<String> variables = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    Known() {
      shell.shell().snippets().filter(s -> shell.shell().status(s).isDefined()).forEach(this::note);
    }

    private void note(Snippet snippet) {
      switch (snippet) {
        case VarSnippet v -> variables.add(v.name());
        case TypeDeclSnippet t -> types.add(t.name());
        default -> {}
      }
    }

    String type(String text, boolean member) {
      if (text.endsWith("(") || text.endsWith(")")) {
        boolean constructor = !member && Character.isUpperCase(text.charAt(0));
        return constructor ? "class" : "function";
      }
      if (!member && variables.contains(text)) {
        return "variable";
      }
      if (types.contains(text)) {
        return "class";
      }
      if (!member && SourceVersion.isKeyword(text)) {
        return "keyword";
      }
      if (CONSTANT.matcher(text).matches()) {
        return "constant";
      }
      if (!text.isEmpty() && Character.isUpperCase(text.charAt(0))) {
        return "class";
      }
      boolean isPackage =
          !member && text.equals(text.toLowerCase(Locale.ROOT)) && text.endsWith(".");
      return isPackage ? "module" : member ? "property" : "variable";
    }
  }
}
