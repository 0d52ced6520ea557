package org.segql.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Progress;
import org.segql.engine.local.scan.LoadOptions;
import org.segql.engine.local.scan.SourceSpec;
import org.segql.engine.local.scan.Sources;

class LocalTableTest {
  @TempDir Path folder;

  @Test
  void columnsAreReadOnceAndShared() throws IOException {
    LocalTable table = open("a,b\n1,x\n2,y\n");
    Frame first = table.columns(List.of("b", "a"), Progress.NONE);
    assertThat(first.schema().names()).containsExactly("b", "a");
    assertThat(table.columns(List.of("a"), Progress.NONE).table().column("a"))
        .isSameAs(first.table().column("a"));
    assertThat(table.rowCount()).hasValue(2);
    assertThat(table.takeFindings()).isEmpty();
  }

  @Test
  void aChangedFileGivesWhatWasReadAndRefusesTheRest() throws IOException {
    LocalTable table = open("a,b\n1,x\n2,y\n");
    table.columns(List.of("a"), Progress.NONE);
    write("a,b\n5,x\n6,y\n7,z\n");
    for (int time = 0; time < 2; time++) {
      Frame frame = table.columns(List.of("a"), Progress.NONE);
      assertThat(frame.table().doubleColumn("a").asList()).containsExactly(1.0, 2.0);
    }
    assertThat(table.takeFindings())
        .as("said once")
        .extracting(Diagnostic::code)
        .containsExactly(Code.SOURCE_CHANGED);
    assertThatThrownBy(() -> table.columns(List.of("b", "a"), Progress.NONE))
        .isInstanceOf(SegqlException.class)
        .hasMessage("The file has changed since it was loaded, before `b` was read.");
    Files.delete(folder.resolve("t.csv"));
    assertThatThrownBy(() -> table.all(Progress.NONE))
        .isInstanceOf(SegqlException.class)
        .hasMessageContaining("has changed since it was loaded");
    assertThat(table.columns(List.of("a"), Progress.NONE).rowCount()).isEqualTo(2);
  }

  @Test
  void aStoppedReadingLeavesTheTableUsable() throws IOException {
    LocalTable table = open("a,b\n1,x\n2,y\n");
    var stop = new AtomicBoolean(true);
    var progress =
        new Progress() {
          @Override
          public void report(String phase, double fraction) {}

          @Override
          public boolean cancelled() {
            return stop.get();
          }
        };
    assertThatThrownBy(() -> table.all(progress)).hasMessage("The statement was stopped.");
    stop.set(false);
    assertThat(table.all(progress).rowCount()).isEqualTo(2);
  }

  private LocalTable open(String text) throws IOException {
    write(text);
    var spec = new SourceSpec("t.csv", Optional.empty(), LoadOptions.NONE, folder);
    return LocalTable.of(Sources.open(spec, Progress.NONE));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("t.csv"), text);
    // A file system may keep seconds only.
    Files.setLastModifiedTime(
        folder.resolve("t.csv"), FileTime.from(Instant.ofEpochSecond(1_000_000 + text.length())));
  }
}
