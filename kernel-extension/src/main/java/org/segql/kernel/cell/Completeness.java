package org.segql.kernel.cell;

/// Whether code can run as it stands; consoles ask when Enter is pressed.
public sealed interface Completeness {
  record Complete() implements Completeness {}

  /// @param indent blanks for the next line
  record Incomplete(String indent) implements Completeness {}

  record Invalid() implements Completeness {}

  record Unknown() implements Completeness {}
}
