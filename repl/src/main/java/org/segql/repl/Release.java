package org.segql.repl;

import java.util.Objects;

/// Which SegQL this is.
final class Release {
  private Release() {}

  /// The version in the jar's manifest; `development` where classes run from a folder.
  static String text() {
    return Objects.requireNonNullElse(
        Release.class.getPackage().getImplementationVersion(), "development");
  }
}
