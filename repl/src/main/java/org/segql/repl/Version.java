package org.segql.repl;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
  /// The version in the jar's manifest; `development` where classes run from a folder.
  static String text() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "segql " + text() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name") + ")"
    };
  }
}
