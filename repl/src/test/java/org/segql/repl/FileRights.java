package org.segql.repl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A command before another one, so that the rights of files hold for root, too.
final class FileRights {
  private FileRights() {}

  /// Skips the test where there is no such command.
  ///
  /// @param held whether they hold for this user as it is
  static List<String> hold(boolean held) throws InterruptedException {
    if (held) {
      return List.of();
    }
    List<String> before = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
    assumeTrue(runs(before), "this user may read and write everywhere, and there is no setpriv");
    return before;
  }

  private static boolean runs(List<String> before) throws InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
