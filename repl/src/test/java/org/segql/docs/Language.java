package org.segql.docs;

import java.io.IOException;

/// Runs the blocks of one language, those of one page after each other.
interface Language extends AutoCloseable {
  /// @throws Missing where this machine cannot run the language
  Ran run(Fence fence) throws Exception;

  @Override
  default void close() throws IOException {}

  /// What a block printed.
  ///
  /// @param ok whether it ended well
  record Ran(boolean ok, String output) {}

  /// The reason why a block is not run.
  final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missing(String reason) {
      super(reason);
    }
  }
}
