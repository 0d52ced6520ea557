package org.segql.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a session knows by name, in the order in which it came. Names are found exactly first, then
/// ignoring case. Not safe for use by several threads at once; a session guards it.
public final class Catalog {
  private final Map<String, CatalogEntry> entries = new LinkedHashMap<>();
  private final Map<String, ParameterValue> parameters = new LinkedHashMap<>();

  /// A parameter's value: Double, String, Boolean, LocalDate or LocalDateTime.
  public record ParameterValue(Type type, Object value, Giver giver) {}

  /// Where a parameter's value comes from, the weakest first: a value gives way to one of its own
  /// kind or of a later one.
  public enum Giver {
    PARAM,
    RUN,
    /// The command line or the notebook.
    OUTSIDE;

    /// As lists show it.
    public String text() {
      return this == OUTSIDE ? "outside" : name();
    }
  }

  /// A copy to try things on: a script is checked against one.
  public Catalog copy() {
    var copy = new Catalog();
    copy.entries.putAll(entries);
    copy.parameters.putAll(parameters);
    return copy;
  }

  public Optional<CatalogEntry> find(String name) {
    CatalogEntry exact = entries.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    var alike = entries.values().stream().filter(e -> e.name().equalsIgnoreCase(name)).toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  public Collection<CatalogEntry> entries() {
    return List.copyOf(entries.values());
  }

  /// Puts an entry in the place of one of the same name.
  ///
  /// @return the names of the entries that are stale now because they were made from the old one
  public List<String> put(CatalogEntry entry) {
    List<String> stale =
        entries.containsKey(entry.name()) ? markStale(entry.name()) : new ArrayList<>();
    entries.put(entry.name(), entry);
    return stale;
  }

  /// Takes an entry out.
  ///
  /// @return the names of the entries that are stale now
  public List<String> remove(String name) {
    entries.remove(name);
    return markStale(name);
  }

  private List<String> markStale(String name) {
    var stale = new ArrayList<String>();
    for (var e : entries()) {
      if (!e.stale() && !e.name().equals(name) && e.madeFrom().contains(name)) {
        entries.put(e.name(), e.staled());
        stale.add(e.name());
        stale.addAll(markStale(e.name()));
      }
    }
    return stale;
  }

  public Map<String, ParameterValue> parameters() {
    return Map.copyOf(parameters);
  }

  public Optional<ParameterValue> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// All parameters become these.
  public void parametersBecome(Map<String, ParameterValue> values) {
    parameters.clear();
    parameters.putAll(values);
  }

  /// Gives a parameter a value, unless it has one that goes before it.
  public void parameter(String name, ParameterValue value) {
    parameters.merge(
        name, value, (old, next) -> next.giver().compareTo(old.giver()) < 0 ? old : next);
  }
}
