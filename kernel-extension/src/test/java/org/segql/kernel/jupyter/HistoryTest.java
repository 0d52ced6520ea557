package org.segql.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.kernel.jupyter.Request.HistoryQuery;
import org.segql.kernel.jupyter.Request.HistoryQuery.Access;

class HistoryTest {
  @TempDir Path folder;

  private History session(String... cells) {
    var history = new History(new HistoryFile(folder.resolve("state/history")));
    for (int i = 0; i < cells.length; i++) {
      history.add(i + 1, cells[i], "gave " + cells[i]);
    }
    return history;
  }

  private static List<String> ask(History history, Access access, int session, int n, String glob) {
    var query =
        new HistoryQuery(
            access, false, session, 1, Integer.MAX_VALUE, n, glob, access == Access.SEARCH);
    var rows = new ArrayList<String>();
    history
        .answer(query)
        .path("history")
        .forEach(
            r -> rows.add(r.get(0).asInt() + "/" + r.get(1).asInt() + " " + r.get(2).asString()));
    return rows;
  }

  @Test
  void cellsOfEarlierSessionsAreKnown() {
    session("a1", "a2").close();
    session("b1").close();
    var now = session("c1", "a2");
    assertThat(ask(now, Access.TAIL, 0, 3, "*")).containsExactly("2/1 b1", "3/1 c1", "3/2 a2");
    assertThat(ask(now, Access.RANGE, 0, 9, "*")).containsExactly("3/1 c1", "3/2 a2");
    assertThat(ask(now, Access.RANGE, -1, 9, "*")).containsExactly("2/1 b1");
    assertThat(ask(now, Access.RANGE, 1, 9, "*")).containsExactly("1/1 a1", "1/2 a2");
    assertThat(ask(now, Access.RANGE, 7, 9, "*")).isEmpty();
    assertThat(ask(now, Access.SEARCH, 0, 9, "a?")).containsExactly("1/1 a1", "3/2 a2");
    now.close();
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    session("a").close();
    Path file = folder.resolve("state/history");
    assumeTrue(
        Files.getFileAttributeView(file, PosixFileAttributeView.class) != null,
        "skipped: no POSIX here");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).as("outputs are not kept").doesNotContain("gave");
  }

  @Test
  void theOldestGoWhereThereAreTooMany() throws Exception {
    session("first").close();
    Path file = folder.resolve("state/history");
    String line = "{\"session\":2,\"number\":1,\"code\":\"many\"}\n";
    Files.writeString(file, Files.readString(file) + "half a li\n" + line.repeat(5_000));
    var now = session("now");
    assertThat(ask(now, Access.TAIL, 0, 9_999, "*")).hasSize(5_002);
    now.close();
    assertThat(Files.readAllLines(file)).hasSize(4_001);
    assertThat(Files.readString(file)).doesNotContain("first").endsWith("\"code\":\"now\"}\n");
    assertThat(folder.resolve("state").toFile().list()).containsExactly("history");
  }

  @Test
  void whereItCannotBeWrittenTheSessionGoesOn() throws Exception {
    Files.writeString(folder.resolve("state"), "a file, no folder");
    var now = session("a", "b");
    assertThat(ask(now, Access.TAIL, 0, 9, "*")).containsExactly("1/1 a", "1/2 b");
    now.close();
    assertThat(Files.readString(folder.resolve("state"))).isEqualTo("a file, no folder");
  }

  @Test
  void aVeryLongCellIsNotKept() throws Exception {
    session("x".repeat(200_000), "short").close();
    assertThat(Files.readAllLines(folder.resolve("state/history"))).hasSize(1);
  }
}
