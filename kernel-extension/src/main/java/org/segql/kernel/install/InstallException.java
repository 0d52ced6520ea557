package org.segql.kernel.install;

/// Why something cannot be installed or removed, in a sentence that says what to do.
public final class InstallException extends RuntimeException {
  InstallException(String message) {
    super(message);
  }
}
