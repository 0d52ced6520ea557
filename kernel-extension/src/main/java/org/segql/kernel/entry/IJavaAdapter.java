package org.segql.kernel.entry;

/// Adds `%%segql` and `%segql` to IJava, by one line in a cell:
///
/// ```java
/// org.segql.kernel.entry.IJavaAdapter.install(io.github.spencerpark.ijava.IJava.getKernelInstance());
/// ```
public final class IJavaAdapter {
  private IJavaAdapter() {}

  /// @param kernel IJava's, or another on its base with a method `getMagics`
  public static void install(Object kernel) {
    JavaVersion.install("org.segql.kernel.guest.IJavaGuest", kernel);
  }
}
