package org.segql.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segql.catalog.Type;

/// The value of an option of LOAD or EXPORT. Its text form never shows a secret.
public sealed interface OptionValue {
  /// A Double, String or Boolean; null for NULL.
  record Scalar(@Nullable Object value) implements OptionValue {}

  /// A bare word: `blanks`, `clean`.
  record Word(String word) implements OptionValue {}

  /// `ENV('PGPASSWORD')`: the name only; the value is looked up when it is used and kept nowhere.
  record Secret(String variable) implements OptionValue {}

  record Many(List<OptionValue> values) implements OptionValue {
    public Many {
      values = List.copyOf(values);
    }
  }

  record Entries(Map<String, OptionValue> values) implements OptionValue {
    public Entries {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// `TEXT`, `DATE('yyyyMMdd')`.
  record TypeOf(Type type, @Nullable String format) implements OptionValue {}
}
