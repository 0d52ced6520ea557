package org.segql.kernel;

import java.util.concurrent.TimeUnit;

/// Ends the kernel when the server that started it is gone without a word.
final class ParentWatch {
  private ParentWatch() {}

  /// Watches the process that Jupyter names in `JPY_PARENT_PID`, if it does.
  static void start(Runnable gone) {
    String pid = System.getenv("JPY_PARENT_PID");
    if (pid == null || !pid.matches("\\d{1,18}") || Long.parseLong(pid) <= 1) {
      return;
    }
    ProcessHandle.of(Long.parseLong(pid))
        .ifPresent(
            parent -> Thread.ofPlatform().daemon().name("parent").start(() -> watch(parent, gone)));
  }

  private static void watch(ProcessHandle parent, Runnable gone) {
    try {
      while (parent.isAlive()) {
        TimeUnit.SECONDS.sleep(1);
      }
      gone.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
