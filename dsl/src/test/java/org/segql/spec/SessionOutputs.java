package org.segql.spec;

import java.util.Optional;

/// Specs that need a session: tables are read, statements run.
final class SessionOutputs {
  private SessionOutputs() {}

  static Optional<Outputs> forSpec(Spec spec) {
    return Optional.empty();
  }
}
