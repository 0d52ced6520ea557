package org.segql.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Pieces of Markdown from which the reference is put together.
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String words) {
    text.append("#".repeat(level)).append(' ').append(words).append("\n\n");
    return this;
  }

  Markdown paragraph(String words) {
    text.append(words).append("\n\n");
    return this;
  }

  Markdown block(String language, String lines) {
    text.append("```").append(language).append('\n').append(lines.strip()).append("\n```\n\n");
    return this;
  }

  /// A block of SegQL and a place for its output.
  Markdown example(String script) {
    return block("segql", script).block("text", "");
  }

  Markdown table(List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.add(head.stream().map(_ -> "---").toList());
    all.addAll(rows);
    for (List<String> row : all) {
      text.append("| ").append(String.join(" | ", row)).append(" |\n");
    }
    text.append('\n');
    return this;
  }

  static String code(String words) {
    return words.isEmpty() ? "" : "`" + words.replace("|", "\\|") + "`";
  }

  static String cell(String words) {
    return words.replace("|", "\\|").replace("\n", " ");
  }

  /// Links to the headings of this page, in one paragraph.
  static String contents(List<String> headings) {
    return String.join(
        " · ",
        headings.stream()
            .map(h -> "[" + h + "](#" + h.toLowerCase(Locale.ROOT).replace(' ', '-') + ")")
            .toList());
  }

  List<String> lines() {
    return Arrays.asList((text.toString().strip() + "\n").split("\n"));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
