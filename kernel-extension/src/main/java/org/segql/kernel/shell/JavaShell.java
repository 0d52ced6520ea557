package org.segql.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.Bridge;
import org.segql.kernel.cell.JavaVariables;

/// A JShell whose snippets run in this process, with its variables as objects. Made slowly (half a
/// second), used by one thread at a time.
public final class JavaShell implements JavaVariables {
  /// What every cell can name without an import.
  private static final List<String> IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.nio.file.*;",
          "import java.time.*;",
          "import java.util.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import tech.tablesaw.api.*;",
          "import static org.segql.kernel.Notebook.*;");

  private final InProcessControl control = new InProcessControl();
  private final JShell shell;
  private int bridged;

  public JavaShell() {
    var provider =
        new ExecutionControlProvider() {
          @Override
          public String name() {
            return "in-process";
          }

          @Override
          public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
          }
        };
    // No locale-dependent compiler messages: a notebook reads the same everywhere.
    shell = JShell.builder().executionEngine(provider, Map.of()).build();
    IMPORTS.forEach(shell::eval);
  }

  JShell shell() {
    return shell;
  }

  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  List<SnippetEvent> eval(String source) {
    return shell.eval(source);
  }

  /// What the last snippet gave.
  @Nullable Object result() {
    return control.result();
  }

  @Nullable Throwable thrown() {
    return control.thrown();
  }

  public void addToClasspath(String path) {
    shell.addToClasspath(path);
  }

  @Override
  public List<Variable> variables() {
    return shell
        .variables()
        .filter(v -> shell.status(v) == Snippet.Status.VALID)
        .map(v -> new Variable(v.name(), v.typeName()))
        .toList();
  }

  @Override
  public Optional<Object> value(String name) {
    return find(name).map(v -> control.reading(() -> shell.varValue(v)));
  }

  private Optional<VarSnippet> find(String name) {
    return shell
        .variables()
        .filter(v -> v.name().equals(name) && shell.status(v) == Snippet.Status.VALID)
        .findFirst();
  }

  @Override
  public boolean set(String name, String type, Object value) {
    var known = find(name);
    if (known.isPresent() && sameType(known.get().typeName(), type)) {
      control.writing(value, () -> shell.varValue(known.get()));
      return true;
    }
    String key = String.valueOf(++bridged);
    Bridge.put(key, value);
    String source = type + " " + name + " = " + Bridge.class.getName() + ".take(\"" + key + "\");";
    return shell.eval(source).stream().anyMatch(e -> e.status() == Snippet.Status.VALID);
  }

  private static boolean sameType(String shown, String full) {
    return shown.equals(full) || shown.equals(full.substring(full.lastIndexOf('.') + 1));
  }

  /// Whether a class of that simple name can be written in a cell.
  public boolean knowsType(String name) {
    boolean declared =
        shell
            .types()
            .anyMatch(t -> t.name().equals(name) && shell.status(t) == Snippet.Status.VALID);
    return declared || !analysis().documentation(name, name.length(), false).isEmpty();
  }

  /// Removes a variable; nothing happens where none is called so.
  public void drop(String name) {
    find(name).ifPresent(shell::drop);
  }
}
