package io.github.classgraph;

/// What a scan found: nothing.
public final class ScanResult implements AutoCloseable {
  public ClassInfoList getClassesImplementing(String name) {
    return new ClassInfoList();
  }

  @Override
  public void close() {}
}
