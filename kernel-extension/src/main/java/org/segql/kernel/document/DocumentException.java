package org.segql.kernel.document;

/// Why a notebook cannot be executed, in a sentence that says what to do.
public final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DocumentException(String message) {
    super(message);
  }
}
