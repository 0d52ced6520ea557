package org.segql.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segql.chart.Figure;
import org.segql.diagnostic.Diagnostic;
import tech.tablesaw.api.Table;

/// What one statement gives: a title, notes and warnings, and parts in the order in which they are
/// read. A renderer turns it into text, Markdown, HTML, CSV or JSON; nothing in it depends on where
/// it is shown.
///
/// @param title what this is, in a few words: "Segments of `customers`"; empty where nothing needs
///   saying
/// @param name the name given by AS (or by default), under which the session keeps the table; null
///   where it keeps none
/// @param notes what was chosen, dropped, cast or doubted; shown above the parts, a line each
public record Result(
    String title, @Nullable String name, List<Part> parts, List<Diagnostic> notes) {
  public Result {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// A result that only says something: "`customers`: 5,000 rows, 9 columns."
  public static Result text(String sentence) {
    return new Result("", null, List.of(new Part.Paragraph(sentence)), List.of());
  }

  /// A result of one table, its formats chosen from its columns.
  public static Result table(String title, Table table) {
    return of(title, Part.table(table));
  }

  public static Result of(String title, Part... parts) {
    return new Result(title, null, List.of(parts), List.of());
  }

  public Result named(@Nullable String newName) {
    return new Result(title, newName, parts, notes);
  }

  public Result titled(String newTitle) {
    return new Result(newTitle, name, parts, notes);
  }

  /// The same with more notes, after those it has.
  public Result noting(List<Diagnostic> more) {
    return new Result(title, name, parts, Stream.concat(notes.stream(), more.stream()).toList());
  }

  /// The same with more parts, after those it has.
  public Result and(Part... more) {
    var all = new ArrayList<>(parts);
    all.addAll(List.of(more));
    return new Result(title, name, all, notes);
  }

  /// All tables, in order.
  public List<Part.TablePart> tables() {
    return parts.stream()
        .filter(Part.TablePart.class::isInstance)
        .map(Part.TablePart.class::cast)
        .toList();
  }

  /// All charts, in order: what `render` turns into pages and pictures.
  public List<Figure> figures() {
    return parts.stream()
        .filter(Part.ChartPart.class::isInstance)
        .map(part -> ((Part.ChartPart) part).figure())
        .toList();
  }

  /// The first table: what Java code that ran a statement mostly wants.
  public Optional<Table> firstTable() {
    return tables().stream().findFirst().map(Part.TablePart::data);
  }
}
