package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.Severity;
import org.segql.repl.shell.FileReason;
import org.segql.result.OutputFormat;
import org.segql.result.Painter;
import org.segql.result.Result;
import org.segql.result.ResultWriter;
import org.segql.result.TerminalStyle;

/// Where the results of a run go: standard output, or a file that appears once the run has ended
/// well.
final class ResultOutput implements AutoCloseable {
  private final Surroundings around;
  private final Output output;
  private final OutputFormat format;
  private final ResultWriter writer;
  private final boolean silent;
  private final @Nullable Replacement target;
  private boolean complete;

  private ResultOutput(
      Surroundings around,
      Output output,
      OutputFormat format,
      TerminalStyle style,
      boolean silent,
      @Nullable Replacement target) {
    this.around = around;
    this.output = output;
    this.format = format;
    this.writer = new ResultWriter(format.renderer(style, new Painter()), output);
    this.silent = silent;
    this.target = target;
  }

  /// @param format null: what the file's name asks for, else a table
  /// @param out a file; null: standard output
  /// @param quiet nothing goes to standard output
  /// @throws Failure where the file can't be written
  static ResultOutput open(
      Surroundings around, @Nullable OutputFormat format, @Nullable String out, boolean quiet) {
    if (out == null) {
      OutputFormat chosen = Objects.requireNonNullElse(format, OutputFormat.TABLE);
      return new ResultOutput(around, around.out(), chosen, around.style(), quiet, null);
    }
    OutputFormat chosen = Objects.requireNonNullElse(format, OutputFormat.ofFile(out));
    Path file = checked(out);
    try {
      boolean device = Files.exists(file) && !Files.isRegularFile(file);
      // A device or a pipe takes the text as it comes.
      Replacement target = device ? null : Replacement.of(file);
      Path written = target == null ? file : target.part();
      Output output = new Output(Files.newOutputStream(written), "`" + out + "`");
      return new ResultOutput(around, output, chosen, TerminalStyle.PLAIN, false, target);
    } catch (IOException e) {
      throw Failure.usage("`--out " + out + "` can't be written: " + FileReason.of(e) + ".");
    }
  }

  /// The file that `--out` names.
  ///
  /// @throws Failure where it can't be written
  static Path checked(String out) {
    Path file = Scripts.path(out).toAbsolutePath();
    Path folder = Objects.requireNonNullElse(file.getParent(), file);
    if (Files.isDirectory(file)) {
      throw Failure.usage("`--out " + out + "` is a folder; give a file in it.");
    }
    if (!Files.isDirectory(folder)) {
      throw Failure.usage("`--out " + out + "`: there is no folder `" + folder + "`.");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw Failure.usage("`--out " + out + "` may not be written.");
    }
    return file;
  }

  void write(Result result) {
    if (silent) {
      return;
    }
    try {
      writer.write(result);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    output.flush();
    if (format == OutputFormat.CSV) {
      warn(result);
    }
  }

  /// CSV has no place for warnings.
  private void warn(Result result) {
    var renderer = new DiagnosticRenderer(around.width(), around.colourOnErr());
    result.notes().stream()
        .filter(note -> note.severity() == Severity.WARNING)
        .forEach(note -> around.err().line(renderer.line(note)));
    around.err().flush();
  }

  /// Says that the run has ended well.
  void complete() {
    complete = true;
  }

  @Override
  public void close() {
    try {
      if (!silent) {
        writer.close();
      }
      output.flush();
      if (target != null) {
        output.close();
        if (complete) {
          target.putInPlace();
        }
      }
    } catch (IOException e) {
      throw Failure.failed("the results could not be written: " + FileReason.of(e) + ".");
    } finally {
      discard();
    }
  }

  private void discard() {
    if (target != null) {
      target.discard(around);
    }
  }
}
