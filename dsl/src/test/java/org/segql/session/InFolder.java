package org.segql.session;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests that have a folder of their own each, and a session in it.
abstract class InFolder {
  @TempDir Path folder;
  Trial trial;

  @BeforeEach
  final void openInFolder() {
    trial = Trial.in(folder);
  }

  @AfterEach
  final void closeInFolder() {
    trial.close();
  }
}
