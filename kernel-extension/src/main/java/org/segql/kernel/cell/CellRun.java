package org.segql.kernel.cell;

import java.util.function.Consumer;

/// How cells are run, whoever asks for it: on a thread with room for recursion, and so that nothing
/// a cell does ends more than the cell.
public final class CellRun {
  /// Deep recursion in a cell is the user's to decide; a JVM's usual 1 MB ends at some ten thousand
  /// frames.
  private static final long STACK_BYTES = 64L << 20;

  private CellRun() {}

  /// Whatever is thrown, errors of the machine included, is the cell's failure.
  ///
  /// @param defects hears what no language should have thrown
  public static Outcome of(
      CellLanguage language, Cell cell, CellOutput output, Consumer<Throwable> defects) {
    try {
      return cell.code().isBlank()
          ? Outcome.NOTHING
          : CurrentCell.with(output, () -> language.execute(cell, output));
    } catch (CellStopped _) {
      return Outcome.INTERRUPTED;
    } catch (Throwable t) {
      defects.accept(t);
      return Outcome.failed(t.getClass().getName(), String.valueOf(t.getMessage()));
    } finally {
      Thread.interrupted(); // what is left of an interrupt must not hit the next cell
    }
  }

  /// A thread to run cells on, not yet started.
  public static Thread thread(Runnable work) {
    var thread = new Thread(null, work, "cells", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
