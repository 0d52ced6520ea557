package org.segql.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Wrapped;

/// Text for a terminal or a file, at most as wide as the style says (single words and code may be
/// wider). The same result gives the same text: no times, no identities. Nothing from data reaches
/// the terminal as a control character.
public record TerminalRenderer(TerminalStyle style, ChartPainter painter)
    implements ResultRenderer {
  /// What files and pipes get.
  public static final TerminalRenderer PLAIN = new TerminalRenderer(TerminalStyle.PLAIN);

  public TerminalRenderer(TerminalStyle style) {
    this(style, ChartPainter.WORDS);
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public void write(Result result, Appendable out) throws IOException {
    var glyphs = new Glyphs(style);
    var lines = new ArrayList<String>();
    String title = title(result);
    if (!title.isEmpty()) {
      Wrapped.lines(glyphs.safe(title), style.width()).forEach(l -> lines.add(glyphs.bold(l)));
    }
    for (Diagnostic note : result.notes()) {
      lines.addAll(note(note));
    }
    Part before = title.isEmpty() || !result.notes().isEmpty() ? null : new Part.Heading(title);
    for (Part part : result.parts()) {
      if (!lines.isEmpty() && !follows(part, before)) {
        lines.add("");
      }
      lines.addAll(part(part, glyphs));
      before = part;
    }
    for (String line : lines) {
      out.append(line).append('\n');
    }
  }

  /// The title, with the name under which the result is kept where the title does not say it.
  static String title(Result result) {
    String name = result.name();
    return name == null || result.title().isEmpty() || result.title().contains("`" + name + "`")
        ? result.title()
        : result.title() + " (`" + name + "`)";
  }

  /// What belongs to a heading stands directly under it, and so do sentences under sentences.
  private static boolean follows(Part part, @Nullable Part before) {
    boolean sentences = part instanceof Part.Paragraph || part instanceof Part.Bullets;
    return before instanceof Part.Heading
        || sentences && (before instanceof Part.Paragraph || before instanceof Part.Bullets);
  }

  private List<String> note(Diagnostic note) {
    String text = new DiagnosticRenderer(style.width(), false).line(note);
    String label = text.substring(0, text.indexOf(':') + 1);
    List<String> lines = Wrapped.hanging(text, style.width(), "", "  ").lines().toList();
    if (!style.colour() || !lines.getFirst().startsWith(label)) {
      return lines;
    }
    var coloured = new ArrayList<>(lines);
    String colour =
        switch (note.severity()) {
          case ERROR -> "1;31";
          case WARNING -> "33";
          case NOTE -> "36";
        };
    String rest = lines.getFirst().substring(label.length());
    coloured.set(0, "\u001b[" + colour + "m" + label + "\u001b[0m" + rest);
    return coloured;
  }

  private List<String> part(Part part, Glyphs glyphs) {
    return switch (part) {
      case Part.Heading h ->
          Wrapped.lines(glyphs.safe(h.text()), style.width()).stream().map(glyphs::bold).toList();
      case Part.Paragraph p ->
          p.text()
              .lines()
              .flatMap(l -> Wrapped.lines(glyphs.safe(l), style.width()).stream())
              .toList();
      case Part.Bullets b ->
          b.items().stream()
              .flatMap(i -> Wrapped.hanging(glyphs.safe(i), style.width(), bullet(), "  ").lines())
              .toList();
      case Part.CodeBlock c -> c.text().replace("\t", "    ").lines().map(glyphs::safe).toList();
      case Part.ChartPart c -> painter.terminal(c.figure(), style).lines().toList();
      case Part.TablePart t -> table(t, glyphs);
    };
  }

  private String bullet() {
    return style.unicode() ? "• " : "- ";
  }

  private List<String> table(Part.TablePart part, Glyphs glyphs) {
    var lines = new ArrayList<String>();
    if (!part.caption().isEmpty()) {
      Wrapped.lines(glyphs.safe(part.caption()), style.width())
          .forEach(l -> lines.add(glyphs.bold(l)));
    }
    lines.addAll(new TerminalTable(part, glyphs).lines());
    return lines;
  }
}
