package org.segql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.segql.catalog.Type;
import org.segql.definition.Kind;
import org.segql.definition.Parameter;

/// The types a function takes and gives.
///
/// @param result the type of its value
/// @param required what it must be given
/// @param optional what may follow
/// @param repeats whether the last required argument may be given again and again
/// @param names of the arguments, as help shows them: `x`, `y` … where none are given
public record Signature(
    Slot result, List<Slot> required, List<Slot> optional, boolean repeats, List<String> names) {

  /// A type, or how a type follows from others.
  public sealed interface Slot {}

  /// One of these types.
  public record OneOf(Set<Type> types) implements Slot {}

  /// The type of the argument at this place, from 0.
  public record TypeOf(int argument) implements Slot {}

  /// The type of the first argument that was declared ANY.
  public record Same() implements Slot {}

  public static final Slot ANY = new OneOf(Set.of(Type.values()));
  public static final Slot ANY_DATE = new OneOf(Set.of(Type.DATE, Type.DATETIME));
  public static final Slot SAME = new Same();
  public static final Slot FIRST = new TypeOf(0);
  public static final Slot SECOND = new TypeOf(1);

  public Signature {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
    names = List.copyOf(names);
  }

  /// Result first, then the required arguments; each a {@link Type} or a {@link Slot}.
  static Signature of(Object result, Object... required) {
    var slots = new ArrayList<Slot>();
    for (Object r : required) {
      slots.add(slot(r));
    }
    return new Signature(slot(result), slots, List.of(), false, List.of());
  }

  Signature optional(Object more) {
    return new Signature(result, required, List.of(slot(more)), repeats, names);
  }

  /// A number that is read off a date.
  static final Signature DATE_PART = of(Type.NUMBER, ANY_DATE).called("date");

  /// The last argument may be repeated, in its type.
  Signature variadic() {
    return new Signature(result, required, optional, true, names);
  }

  /// What the arguments are called, in order.
  Signature called(String... words) {
    return new Signature(result, required, optional, repeats, List.of(words));
  }

  private static Slot slot(Object x) {
    return x instanceof Slot s ? s : new OneOf(Set.of((Type) x));
  }

  List<Parameter> parameters() {
    var all = new ArrayList<Parameter>();
    for (var slot : required) {
      all.add(Parameter.required(name(all.size()), kind(slot), ""));
    }
    for (var slot : optional) {
      all.add(Parameter.optional(name(all.size()), kind(slot), null, ""));
    }
    return all;
  }

  private String name(int place) {
    String name = place < names.size() ? names.get(place) : String.valueOf("xyz".charAt(place));
    return repeats && place == required.size() - 1 ? name + "…" : name;
  }

  private static Kind kind(Slot slot) {
    return slot instanceof OneOf one && one.types().size() < Type.values().length
        ? new Kind.Expression(one.types())
        : new Kind.Expression(Set.of());
  }
}
