package org.segql.kernel.shell;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.entry.IJavaAdapter;

/// A kernel on the base of IJava, with the methods of IJava's that the adapter uses. As in IJava a
/// cell is taken apart into snippets, one that the compiler refuses fails the cell, and code runs
/// on threads of its own, which an interrupt cancels: the cell has its answer at once, while its
/// code may still be on the way out.
public final class IJavaLikeKernel extends BaseKernel {
  private final JavaShell java = new JavaShell();
  final JShell jshell = java.shell();
  private final Magics magics = new Magics();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile @Nullable Future<@Nullable Object> running;

  public static void main(String[] args) throws Exception {
    String properties = Files.readString(Path.of(args[0]));
    var connection = new JupyterConnection(KernelConnectionProperties.parse(properties));
    var kernel = new IJavaLikeKernel();
    kernel.becomeHandlerForConnection(connection);
    IJavaAdapter.install(kernel);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }

  public Magics getMagics() {
    return magics;
  }

  public @Nullable Object evalRaw(String code) throws Exception {
    if (code.startsWith("%%segql\n")) {
      return magics.applyCellMagic("segql", List.of(), code.substring("%%segql\n".length()));
    }
    if (code.startsWith("%segql ")) {
      return magics.applyLineMagic("segql", List.of(code.substring("%segql ".length()).split(" ")));
    }
    String rest = code;
    while (true) {
      var info = java.analysis().analyzeCompletion(rest);
      if (!info.completeness().isComplete()) {
        break;
      }
      snippet(info.source());
      rest = info.remaining();
    }
    if (!rest.isBlank()) {
      throw new IllegalArgumentException("incomplete: " + rest);
    }
    return java.result();
  }

  private void snippet(String source) throws Exception {
    for (var event : java.eval(source)) {
      if (event.exception() != null) {
        throw event.exception();
      }
      if (event.causeSnippet() == null && !event.status().isDefined()) {
        throw new IllegalArgumentException("refused: " + source);
      }
    }
  }

  @Override
  public @Nullable DisplayData eval(String code) throws Exception {
    Future<@Nullable Object> task = threads.submit(() -> evalRaw(code));
    running = task;
    try {
      Object value = task.get();
      return value == null ? null : getRenderer().render(value);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (CancellationException e) {
      throw new InterruptedException("The cell was interrupted.");
    }
  }

  @Override
  public void interrupt() {
    var task = running;
    if (task != null) {
      task.cancel(true);
    }
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java").version("25").fileExtension(".jshell").build();
  }
}
