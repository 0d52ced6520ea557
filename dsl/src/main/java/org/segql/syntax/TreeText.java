package org.segql.syntax;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.segql.ast.Node;
import org.segql.diagnostic.Span;

/// A tree as text without the places where things stand: equal texts, equal meaning.
final class TreeText {
  /// The accessors of a record, but for those of places.
  private static final ClassValue<List<Method>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(c -> c.getType() != Span.class)
              .map(RecordComponent::getAccessor)
              .toList();
        }
      };

  private TreeText() {}

  static String of(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Record r -> {
        out.append(r.getClass().getSimpleName()).append('(');
        for (Method component : COMPONENTS.get(r.getClass())) {
          write(read(component, r), out);
          out.append(' ');
        }
        out.append(')');
      }
      case List<?> list -> {
        out.append('[');
        list.forEach(item -> write(item, out));
        out.append(']');
      }
      case Optional<?> optional ->
          optional.ifPresentOrElse(v -> write(v, out), () -> out.append('-'));
      case BigDecimal number -> out.append(number.stripTrailingZeros());
      case String text -> out.append('"').append(text.replace("\"", "\\\"")).append('"');
      default -> out.append(value);
    }
  }

  private static Object read(Method component, Record owner) {
    try {
      return component.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }
}
