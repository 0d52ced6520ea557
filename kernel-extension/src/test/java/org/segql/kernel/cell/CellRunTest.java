package org.segql.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellRunTest {
  /// A language that throws, whatever it is asked.
  private record Throwing(Error error) implements CellLanguage {
    @Override
    public Outcome execute(Cell cell, CellOutput output) {
      throw error;
    }

    @Override
    public Completions complete(String code, int cursor) {
      throw error;
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, boolean more) {
      throw error;
    }

    @Override
    public Completeness isComplete(String code) {
      throw error;
    }
  }

  private record Silent() implements CellOutput {
    @Override
    public void display(MimeBundle bundle, @Nullable String displayId) {}

    @Override
    public void update(MimeBundle bundle, String displayId) {}

    @Override
    public void clear(boolean wait) {}

    @Override
    public void print(Stream stream, String text) {}

    @Override
    public String readLine(String prompt, boolean secret) {
      return "";
    }
  }

  private final ArrayList<Throwable> defects = new ArrayList<>();

  private Outcome run(Error error) {
    return CellRun.of(new Throwing(error), new Cell("1 + 1", 1, null), new Silent(), defects::add);
  }

  @Test
  void aStopIsNoDefectWhereverItHits() {
    assertThat(run(new CellStopped())).isEqualTo(Outcome.INTERRUPTED);
    assertThat(defects).isEmpty();
  }

  @Test
  void errorsOfTheMachineFailTheCell() {
    var error = new OutOfMemoryError("Java heap space");
    assertThat(run(error))
        .isEqualTo(Outcome.failed("java.lang.OutOfMemoryError", "Java heap space"));
    assertThat(defects).containsExactly(error);
  }
}
