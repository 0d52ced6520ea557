package org.segql.kernel.jupyter;

/// Why a kernel cannot start on a connection file, in a sentence for the person who started it.
public final class ConnectionException extends RuntimeException {
  ConnectionException(String message) {
    super(message);
  }
}
