package org.segql.engine;

import org.segql.plan.Command;

/// Executes commands on data. An engine that cannot do a command says so with the code
/// `not-supported`.
public interface Engine extends AutoCloseable {
  /// @throws org.segql.diagnostic.SegqlException where files, data or a stop end it; the catalog is
  ///   as it was
  Outcome execute(Command command, Work work);

  @Override
  void close();
}
