package org.segql.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabExtensionTest {
  @Test
  void theHighlighterGetsTheWordsOfTheGrammar(@TempDir Path jupyter) throws Exception {
    LabExtension.install(jupyter);
    var folder = jupyter.resolve("labextensions/segql-lab");
    assertThat(folder.resolve("install.json")).exists();
    assertThat(Files.readString(folder.resolve("static/remoteEntry.js")))
        .contains(" SEGMENT ", " WHERE ")
        .doesNotContain("@KEYWORDS@", "@VERBS@");
  }
}
