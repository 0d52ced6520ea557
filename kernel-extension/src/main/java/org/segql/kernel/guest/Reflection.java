package org.segql.kernel.guest;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/// What host kernels have and their published base classes do not show.
final class Reflection {
  private Reflection() {}

  /// Calls a public method without arguments.
  static Object call(Object on, String method) {
    try {
      Object value = on.getClass().getMethod(method).invoke(on);
      if (value != null) {
        return value;
      }
    } catch (ReflectiveOperationException e) {
      throw missing(on, method, e);
    }
    throw missing(on, method, null);
  }

  /// Calls a public method of one text.
  static @Nullable Object call(Object on, String method, String argument) throws Exception {
    return on.getClass().getMethod(method, String.class).invoke(on, argument);
  }

  /// The value of the first field, of the object or of what its fields hold, that is of a type.
  static <T> T find(Object in, Class<T> type) {
    for (Class<?> c = in.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        Object value = read(field, in);
        if (type.isInstance(value)) {
          return type.cast(value);
        }
        if (value != null && value.getClass().getName().endsWith("CodeEvaluator")) {
          return find(value, type);
        }
      }
    }
    throw missing(in, type.getSimpleName(), null);
  }

  private static @Nullable Object read(Field field, Object in) {
    try {
      field.setAccessible(true);
      return field.get(in);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // a field of the JDK's own, which is none we look for
    }
  }

  private static IllegalStateException missing(Object in, String what, @Nullable Exception cause) {
    return new IllegalStateException(
        "this version of " + in.getClass().getName() + " has no " + what, cause);
  }
}
