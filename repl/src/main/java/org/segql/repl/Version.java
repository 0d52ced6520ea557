package org.segql.repl;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "segql "
          + Release.text()
          + " (Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + ")"
    };
  }
}
