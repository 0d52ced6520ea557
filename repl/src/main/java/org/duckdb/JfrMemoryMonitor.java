package org.duckdb;

/// In place of the driver's class of this name, which starts Java Flight Recorder with the first
/// connection and so costs 0.2 s.
final class JfrMemoryMonitor {
  private JfrMemoryMonitor() {}

  static void init() {}

  static void connectionOpened(DuckDBConnection connection) {}

  static void connectionClosed(long connection) {}
}
