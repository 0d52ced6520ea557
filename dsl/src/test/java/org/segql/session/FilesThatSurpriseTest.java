package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.diagnostic.Code;

/// Files that hold something else than a table of plain values.
class FilesThatSurpriseTest {
  @TempDir Path folder;

  @Test
  void listsAndRecordsAreReadAsText() throws IOException {
    Files.writeString(
        folder.resolve("t.json"), "[{\"a\": 1, \"b\": [1, 2]}, {\"a\": 2, \"b\": []}]");
    try (Trial trial = Trial.in(folder)) {
      assertThat(trial.notes("LOAD t FROM 't.json'; SHOW t;")).contains(Code.NESTED_COLUMN);
      assertThat(trial.session().table("t").stringColumn("b").get(0)).isEqualTo("[1,2]");
    }
  }

  @Test
  void valuesThatDoNotFitATypeAskedForAreCounted() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "a,b\n1,x\n2,7\n");
    try (Trial trial = Trial.in(folder)) {
      assertThat(trial.notes("LOAD t FROM 't.csv' WITH (types = (b = NUMBER)); SHOW t;"))
          .contains(Code.VALUES_LOST);
      assertThat(trial.numbers("t", "b")).containsExactly(Double.NaN, 7);
    }
  }

  @Test
  void aScriptThatIsNoText() throws IOException {
    Files.write(folder.resolve("s.segql"), "SHOW caf\u00e9;".getBytes(StandardCharsets.ISO_8859_1));
    try (Trial trial = Trial.in(folder)) {
      trial.refused(Code.FILE_UNREADABLE, "RUN 's.segql';");
    }
  }
}
