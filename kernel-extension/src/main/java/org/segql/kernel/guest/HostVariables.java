package org.segql.kernel.guest;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.Bridge;
import org.segql.kernel.cell.JavaVariables;

/// The variables of a host's Java cells: names from its JShell, values by evaluating them in the
/// host, which gives objects.
final class HostVariables implements JavaVariables {
  /// Evaluates Java in the host.
  interface Evaluator {
    @Nullable Object eval(String java) throws Exception;
  }

  private final Supplier<JShell> shell;
  private final Evaluator host;
  private int bridged;

  HostVariables(Supplier<JShell> shell, Evaluator host) {
    this.shell = shell;
    this.host = host;
  }

  @Override
  public List<Variable> variables() {
    var jshell = shell.get();
    return jshell
        .variables()
        .filter(v -> jshell.status(v) == Snippet.Status.VALID && !v.name().startsWith("$"))
        .map(v -> new Variable(v.name(), v.typeName()))
        .toList();
  }

  @Override
  public Optional<Object> value(String name) {
    if (variables().stream().noneMatch(v -> v.name().equals(name))) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(host.eval(name));
    } catch (Exception e) {
      // What is known can be read, unless the cell is interrupted; the host has used the interrupt
      // up, and the script must still see it.
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public boolean set(String name, String type, Object value) {
    String key = "guest-" + ++bridged;
    Bridge.put(key, value);
    try {
      host.eval(type + " " + name + " = " + Bridge.class.getName() + ".take(\"" + key + "\");");
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
