package org.segql.session;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.segql.chart.Figure;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Span;
import org.segql.result.Result;

/// What came of running a script.
///
/// @param results one for each statement that ended well, in order
/// @param errors what stopped it: all errors of the script where it never began, else those of one
///   statement
public record Run(Status status, List<StatementResult> results, List<Diagnostic> errors) {
  public Run {
    results = List.copyOf(results);
    errors = List.copyOf(errors);
  }

  public enum Status {
    DONE,
    /// Nothing was run, or a statement failed; what ran before it stays.
    FAILED,
    /// A REQUIRE was not met.
    NOT_MET,
    CANCELLED
  }

  public record StatementResult(Span statement, Result result) {}

  public boolean ok() {
    return status == Status.DONE;
  }

  public Optional<Result> last() {
    return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast().result());
  }

  /// The last chart of all statements: of `PLOT q1 AS map;` the map.
  ///
  /// @throws NoSuchElementException where nothing was drawn
  public Figure figure() {
    return results.stream().flatMap(r -> r.result().figures().stream()).toList().getLast();
  }

  /// This run, or its errors as an exception: for Java code.
  public Run orThrow() {
    if (!ok()) {
      throw new SegqlException(errors, null);
    }
    return this;
  }
}
