package org.segql.kernel.install;

import java.nio.file.Path;

/// The Java that runs this program, which the kernel will run on.
final class JdkCheck {
  private static final int OLDEST = 25;

  private JdkCheck() {}

  /// What is wrong with it, a sentence; empty where it will do.
  static String problem() {
    if (Runtime.version().feature() < OLDEST) {
      return "The kernel needs Java "
          + OLDEST
          + " or newer and this is "
          + Runtime.version()
          + ": set SEGQL_JAVA_HOME to such a JDK.";
    }
    var modules = ModuleLayer.boot();
    if (modules.findModule("jdk.jshell").isEmpty()
        || modules.findModule("jdk.compiler").isEmpty()) {
      return "`"
          + System.getProperty("java.home")
          + "` is a Java without compiler: the kernel needs a JDK; set SEGQL_JAVA_HOME to one.";
    }
    return "";
  }

  static Path java() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
  }
}
