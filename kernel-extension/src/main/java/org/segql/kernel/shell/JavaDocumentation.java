package org.segql.kernel.shell;

import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.segql.Values;

/// What is known of the name at the cursor of a Java cell: signatures, documentation, a variable's
/// type and value.
final class JavaDocumentation {
  private static final int MOST_SIGNATURES = 12;

  private final JavaShell shell;

  JavaDocumentation(JavaShell shell) {
    this.shell = shell;
  }

  Optional<MimeBundle> at(String code, int cursor, boolean more) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    String name = code.substring(start, end);
    var variable =
        start > 0 && code.charAt(start - 1) == '.' ? Optional.<MimeBundle>empty() : variable(name);
    return variable.or(() -> documented(code, name, cursor, more));
  }

  private Optional<MimeBundle> variable(String name) {
    return shell.variables().stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .map(
            v -> {
              String value = shell.value(name).map(Values::text).orElse("null");
              String type = v.type() + " " + v.name();
              return bundle(
                  type + "\n\n" + value, "```java\n" + type + "\n```\n\n```\n" + value + "\n```");
            });
  }

  private Optional<MimeBundle> documented(String code, String name, int cursor, boolean more) {
    int end = Math.max(cursor, 0);
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    // A method is documented where its bracket is open.
    String call = code.substring(0, end) + "(";
    var found = shell.analysis().documentation(call, call.length(), true);
    if (found.isEmpty()) {
      found = shell.analysis().documentation(code.substring(0, end), end, true);
    }
    if (found.isEmpty() || name.isEmpty() && found.size() > MOST_SIGNATURES) {
      return Optional.empty();
    }
    var shown = found.stream().limit(more ? Integer.MAX_VALUE : MOST_SIGNATURES).toList();
    String plain = shown.stream().map(JavaDocumentation::plain).collect(Collectors.joining("\n\n"));
    String markdown =
        shown.stream()
            .map(d -> "```java\n" + d.signature() + "\n```\n\n" + javadoc(d))
            .collect(Collectors.joining("\n\n"));
    return Optional.of(bundle(plain, markdown));
  }

  private static MimeBundle bundle(String plain, String markdown) {
    return MimeBundle.text(plain).with(MimeBundle.MARKDOWN, markdown);
  }

  private static String plain(Documentation doc) {
    String text = javadoc(doc);
    return text.isEmpty() ? doc.signature() : doc.signature() + "\n" + text;
  }

  /// The comment as text: tags of HTML and Javadoc give way.
  private static String javadoc(Documentation doc) {
    String comment = doc.javadoc();
    return comment == null
        ? ""
        : comment
            .replaceAll("\\{@\\w+\\s+([^}]*)}", "$1")
            .replaceAll("(?i)</?p>|<br>", "\n")
            .replaceAll("<[^>]+>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .strip();
  }
}
