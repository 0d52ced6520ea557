package org.segql.repl;

import org.segql.result.Part;
import org.segql.result.Result;

/// Writes results in one form, as they come.
interface ResultWriter {
  void write(Result result);

  /// Ends the text: what a form opened at its first result is closed.
  void end();

  /// @param screen whether a person reads it
  static ResultWriter of(Format format, Surroundings around, Output output, boolean screen) {
    return new ResultWriter() {
      @Override
      public void write(Result result) {
        output.line(result.title());
        for (Part.TablePart part : result.tables()) {
          output.line(part.table().print());
        }
      }

      @Override
      public void end() {}
    };
  }
}
