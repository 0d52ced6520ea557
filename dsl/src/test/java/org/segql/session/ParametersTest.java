package org.segql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.DiagnosticRenderer;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.local.scan.Hidden;
import org.segql.plan.Location;

/// Where the values of parameters come from, and what becomes of secrets.
class ParametersTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "id\n1\n2\n3\n4\n5\n");
    Files.writeString(folder.resolve("inner.segql"), "PARAM n = 1; SHOW t LIMIT $n;");
  }

  private int rows(Options options, String run) {
    try (var trial = new Trial(Session.open(options.in(folder)))) {
      return trial.table("LOAD t FROM 't.csv'; " + run).rowCount();
    }
  }

  @Test
  void whatIsGivenFromOutsideWinsThenRunThenParam() {
    var given = Options.DEFAULT.with(Map.of("n", 3));

    assertThat(rows(Options.DEFAULT, "RUN 'inner.segql';")).isEqualTo(1);
    assertThat(rows(Options.DEFAULT, "RUN 'inner.segql' WITH (n = 2);")).isEqualTo(2);
    assertThat(rows(given, "RUN 'inner.segql' WITH (n = 2);")).isEqualTo(3);
    assertThat(rows(given, "PARAM n = 4; SHOW t LIMIT $n;")).isEqualTo(3);
  }

  @Test
  void aRunInsideOfAnotherGivesItsOwn() throws IOException {
    Files.writeString(folder.resolve("outer.segql"), "RUN 'inner.segql' WITH (n = 5);");

    assertThat(rows(Options.DEFAULT, "RUN 'outer.segql' WITH (n = 2);")).isEqualTo(5);
  }

  @Test
  void whatRunGivesEndsWithIt() {
    assertThat(
            rows(Options.DEFAULT, "PARAM n = 4; RUN 'inner.segql' WITH (n = 2); SHOW t LIMIT $n;"))
        .isEqualTo(4);
  }

  /// Every system has a PATH; its value must not come out.
  @Test
  void aSecretIsNowhereShown() {
    String secret = System.getenv("PATH");
    try (var trial = Trial.in(folder)) {
      Diagnostic error = trial.refused(Code.FILE_NOT_FOUND, "LOAD x FROM ENV('PATH');");

      assertThat(error.message()).isEqualTo("There is no file `ENV('PATH')`.");
      assertThat(DiagnosticRenderer.PLAIN.render(error)).doesNotContain(secret);
    }
  }

  @Test
  void aHiddenPlaceIsNamedByItsVariable() {
    var database = new Location("", "DB", null);
    var place = new Hidden(database, "jdbc:postgresql://ann:pw@db.example.org:5432/crm?ssl=true");

    assertThatThrownBy(
            () ->
                place.during(
                    () -> {
                      throw new SegqlException(
                          Diagnostic.error(
                              Code.DATABASE,
                              "`jdbc:postgresql://db.example.org:5432/crm` cannot be reached:"
                                  + " Connection to db.example.org:5432 refused."));
                    }))
        .hasMessage("`ENV('DB')` cannot be reached: Connection to ENV('DB') refused.")
        .hasNoCause();
  }
}
