package org.segql.repl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettleSwitchesTest {
  private static final List<Object> VALUES = List.of(1, -1, "text", "", List.of(), 2.5, 'c');

  /// What is settled: plain types, guards that send on to a later label, a label for many types,
  /// patterns in patterns, and one switch that stays because its labels are constants.
  public static final class Switches {
    private Switches() {}

    public sealed interface Shape permits Circle, Square {}

    public record Circle(Object centre) implements Shape {}

    public record Square(int side) implements Shape {}

    public enum Size {
      SMALL,
      LARGE
    }

    static String kind(@Nullable Object value) {
      return switch (value) {
        case null -> "null";
        case Integer i when i < 0 -> "negative";
        case Integer i when i > 100 -> "large";
        case Integer i -> "integer " + i;
        case String s when s.isEmpty() -> "empty";
        case CharSequence s -> "text " + s;
        case List<?> list -> "list of " + list.size();
        case Number n -> "number " + n;
        default -> "other";
      };
    }

    static String shape(Shape shape) {
      return switch (shape) {
        case Circle(String s) -> "named " + s;
        case Circle(Integer i) when i == 0 -> "at the origin";
        case Circle c -> "circle";
        case Square(int side) -> "square of " + side;
      };
    }

    static String size(Object value) {
      return switch (value) {
        case Size.SMALL -> "small";
        case Size s -> "size";
        default -> "none";
      };
    }
  }

  private static byte[] compiled() throws IOException {
    String name = Switches.class.getName().replace('.', '/') + ".class";
    try (var in = Switches.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private static long switches(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(m -> m.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(e -> e instanceof InvokeDynamicInstruction i && i.name().equalsString("typeSwitch"))
        .count();
  }

  /// The settled class, under the same name, in a loader of its own; the types inside it are
  /// public, as the loader does not have them.
  private static Object call(String method, Class<?> type, @Nullable Object argument)
      throws Throwable {
    byte[] bytes = SettleSwitches.settled(compiled());
    assertThat(ClassFile.of().verify(bytes)).isEmpty();
    var loader =
        new ClassLoader(SettleSwitchesTest.class.getClassLoader()) {
          Class<?> define() {
            return defineClass(Switches.class.getName(), bytes, 0, bytes.length);
          }
        };
    var settled = loader.define().getDeclaredMethod(method, type);
    settled.setAccessible(true);
    try {
      return settled.invoke(null, argument);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void theSwitchesOverTypesAreGone() throws IOException {
    assertThat(switches(compiled())).isEqualTo(4);
    assertThat(switches(SettleSwitches.settled(compiled()))).isEqualTo(1);
  }

  @Test
  void aValueFindsTheSameCaseAsBefore() throws Throwable {
    for (Object value : VALUES) {
      assertThat(call("kind", Object.class, value)).isEqualTo(Switches.kind(value));
    }
    assertThat(call("kind", Object.class, 1000)).isEqualTo("large");
    assertThat(call("kind", Object.class, null)).isEqualTo("null");
    for (var shape :
        List.of(
            new Switches.Circle("c"),
            new Switches.Circle(0),
            new Switches.Circle(7),
            new Switches.Square(3))) {
      assertThat(call("shape", Switches.Shape.class, shape)).isEqualTo(Switches.shape(shape));
    }
    assertThat(call("size", Object.class, Switches.Size.SMALL)).isEqualTo("small");
  }

  @Test
  void nullWithoutACaseIsStillRefused() {
    assertThatThrownBy(() -> call("shape", Switches.Shape.class, null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void aClassWithoutThemIsTheSame() throws IOException {
    byte[] settled = SettleSwitches.settled(compiled());
    byte[] none;
    try (var in = SettleSwitchesTest.class.getResourceAsStream("SettleSwitches.class")) {
      assertThat(in).isNotNull();
      none = in.readAllBytes();
    }
    assertThat(SettleSwitches.settled(none)).isSameAs(none);
    assertThat(SettleSwitches.settled(settled)).isSameAs(settled);
  }
}
