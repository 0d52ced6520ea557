package org.segql.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.RunningCell;

/// Runs snippets on the thread that evaluates them, in this process, and keeps values as the
/// objects that they are where JShell would turn them to text.
final class InProcessControl extends DirectExecutionControl {
  private final ClassLoader loader;
  private @Nullable Object result;
  private @Nullable Throwable thrown;
  private @Nullable Assignment assignment;
  private @Nullable Object read;

  /// A value that the next {@link #varValue} writes instead of reading.
  private record Assignment(@Nullable Object value) {}

  InProcessControl() {
    this(new SnippetLoader());
  }

  private InProcessControl(SnippetLoader loader) {
    super(loader);
    this.loader = loader.classLoader();
  }

  @Override
  protected String invoke(Method method) throws Exception {
    result = null;
    thrown = null;
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    // Services of added jars are found by the thread's loader.
    thread.setContextClassLoader(loader);
    try {
      result = RunningCell.interruptibly(() -> method.invoke(null));
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
      throw e;
    } finally {
      thread.setContextClassLoader(before);
    }
    return "";
  }

  @Override
  public String varValue(String className, String varName)
      throws RunException, EngineTerminationException, InternalException {
    try {
      Field field = findClass(className).getDeclaredField(varName);
      field.setAccessible(true);
      var write = assignment;
      if (write != null) {
        field.set(null, write.value());
      } else {
        read = field.get(null);
      }
      return "";
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new InternalException(e.toString());
    }
  }

  /// What the snippet that ran last gave.
  @Nullable Object result() {
    return result;
  }

  /// What it threw; null where it ended well.
  @Nullable Throwable thrown() {
    return thrown;
  }

  /// The value that a look-up, by way of JShell, of one variable finds.
  @Nullable Object reading(Runnable lookUp) {
    read = null;
    lookUp.run();
    var value = read;
    read = null;
    return value;
  }

  /// Makes a look-up of one variable set it.
  void writing(@Nullable Object value, Runnable lookUp) {
    assignment = new Assignment(value);
    try {
      lookUp.run();
    } finally {
      assignment = null;
    }
  }
}
