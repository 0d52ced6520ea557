package org.segql.kernel.cell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hands objects of the kernel to code of cells: `Table customers = Bridge.take("1")`. Public
/// because that code calls it; not for people.
public final class Bridge {
  private static final Map<String, Object> WAITING = new ConcurrentHashMap<>();

  private Bridge() {}

  public static void put(String key, Object value) {
    WAITING.put(key, value);
  }

  /// The object put under the key; it is there once.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <T> T take(String key) {
    Object value = WAITING.remove(key);
    if (value == null) {
      throw new IllegalStateException("Nothing waits under `" + key + "`.");
    }
    return (T) value;
  }
}
