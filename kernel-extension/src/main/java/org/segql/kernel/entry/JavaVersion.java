package org.segql.kernel.entry;

/// Whether this Java will do.
final class JavaVersion {
  private static final int OLDEST = 25;

  private JavaVersion() {}

  /// Calls `install(kernel)` of a class that needs Java 25, or says on stderr why not.
  static void install(String className, Object kernel) {
    if (Runtime.version().feature() < OLDEST) {
      System.err.println(
          "SegQL needs Java "
              + OLDEST
              + " or newer and this kernel runs on Java "
              + Runtime.version().feature()
              + ": write the path of such a JDK's `java` in place of `java` into the kernel.json"
              + " that `jupyter kernelspec list` shows, or put it first on the PATH, and restart"
              + " the kernel.");
      return;
    }
    try {
      Class.forName(className, true, JavaVersion.class.getClassLoader())
          .getMethod("install", Object.class)
          .invoke(null, kernel);
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      System.err.println("SegQL could not be added to this kernel: " + cause);
    }
  }
}
