package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segql.result.Result;

/// Where the results of a run go: standard output, or a file that appears once the run has ended
/// well.
final class ResultOutput implements AutoCloseable {
  private final Output output;
  private final @Nullable ResultWriter writer;
  private final @Nullable Path file;
  private final @Nullable Path part;
  private boolean complete;

  private ResultOutput(
      Output output, @Nullable ResultWriter writer, @Nullable Path file, @Nullable Path part) {
    this.output = output;
    this.writer = writer;
    this.file = file;
    this.part = part;
  }

  /// @throws Failure where the file can't be written
  static ResultOutput open(
      Surroundings around, @Nullable Format format, @Nullable String out, boolean quiet) {
    if (out == null) {
      Format chosen = Objects.requireNonNullElse(format, Format.TABLE);
      boolean screen = around.outIsScreen();
      ResultWriter writer = quiet ? null : ResultWriter.of(chosen, around, around.out(), screen);
      return new ResultOutput(around.out(), writer, null, null);
    }
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
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A device or a pipe takes the text as it comes.
        Output straight = new Output(Files.newOutputStream(file), "`" + out + "`");
        return new ResultOutput(straight, writer(format, out, around, straight), null, null);
      }
      Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
      Output output = new Output(Files.newOutputStream(part), "`" + out + "`");
      return new ResultOutput(output, writer(format, out, around, output), file, part);
    } catch (IOException e) {
      throw Failure.usage("`--out " + out + "` can't be written: " + e.getMessage() + ".");
    }
  }

  private static ResultWriter writer(
      @Nullable Format format, String out, Surroundings around, Output output) {
    Format chosen = Objects.requireNonNullElse(format, Format.ofFile(out));
    return ResultWriter.of(chosen, around, output, false);
  }

  void write(Result result) {
    if (writer != null) {
      writer.write(result);
      output.flush();
    }
  }

  /// Says that the run has ended well.
  void complete() {
    complete = true;
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.end();
    }
    output.flush();
    if (file == null || part == null) {
      return;
    }
    output.close();
    try {
      if (complete) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw Failure.failed("`" + file + "` could not be written: " + e.getMessage() + ".");
    }
  }
}
