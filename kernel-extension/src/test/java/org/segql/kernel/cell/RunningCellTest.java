package org.segql.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunningCellTest {
  @Test
  void aStopIsOfOneCell() {
    var first = RunningCell.begin();
    assertThat(first.stop()).isTrue();
    assertThat(RunningCell.isStopped()).isTrue();
    first.close();
    assertThat(RunningCell.isStopped()).as("none runs").isFalse();
    try (var next = RunningCell.begin()) {
      assertThat(first.stop()).as("has ended").isFalse();
      assertThat(RunningCell.isStopped()).isFalse();
      assertThat(next).isNotSameAs(first);
    }
  }

  @Test
  void onlyCodeOfTheCellIsInterrupted() throws Exception {
    try (var cell = RunningCell.begin()) {
      RunningCell.interruptibly(() -> "code");
      cell.stop();
      assertThat(Thread.interrupted()).as("between pieces of code").isFalse();
      assertThatThrownBy(() -> RunningCell.interruptibly(() -> "more"))
          .isInstanceOf(CellStopped.class);
    }
    try (var cell = RunningCell.begin()) {
      boolean hit =
          RunningCell.interruptibly(
              () -> {
                cell.stop();
                return Thread.interrupted();
              });
      assertThat(hit).isTrue();
    }
    try (var cell = RunningCell.begin()) {
      boolean hit =
          RunningCell.interruptibly(
              () -> {
                RunningCell.interruptibly(() -> "code within code");
                cell.stop();
                return Thread.interrupted();
              });
      assertThat(hit).as("after code within code").isTrue();
    }
  }

  /// Stops race with the ends of cells; each may reach its own cell or none.
  @Test
  void aStopThatComesTooLateReachesNoOtherCell() throws Exception {
    var before = new AtomicReference<>(RunningCell.begin());
    var stops =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    Objects.requireNonNull(before.get()).stop();
                  }
                });
    try {
      for (int i = 0; i < 20_000; i++) {
        Objects.requireNonNull(before.get()).close();
        Thread.interrupted();
        try (var cell = RunningCell.begin()) {
          boolean hit = RunningCell.interruptibly(() -> Thread.currentThread().isInterrupted());
          assertThat(hit || RunningCell.isStopped()).isFalse();
          before.set(cell);
        }
      }
    } finally {
      stops.interrupt();
      stops.join();
    }
  }
}
