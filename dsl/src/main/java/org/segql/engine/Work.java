package org.segql.engine;

import org.segql.catalog.Catalog;

/// What a command is executed with.
///
/// @param catalog what the session knows; only read
/// @param threads how many may work; no result depends on it
/// @param secrets gives the value of an environment variable
public record Work(Catalog catalog, Progress progress, int threads, Secrets secrets) {

  /// Where secrets come from: their values are used and kept nowhere.
  @FunctionalInterface
  public interface Secrets {
    /// @throws org.segql.diagnostic.SegqlException where there is none of that name
    String value(String name);
  }
}
