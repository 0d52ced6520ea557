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
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.entry.IJavaAdapter;

/// A kernel on the base of IJava, with the methods of IJava's that the adapter uses.
public final class IJavaLikeKernel extends BaseKernel {
  private final JavaShell java = new JavaShell();
  final JShell jshell = java.shell();
  private final Magics magics = new Magics();
  private volatile @Nullable Thread running;

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
    for (var event : java.eval(code)) {
      if (event.exception() instanceof EvalException e) {
        throw e;
      }
    }
    return java.result();
  }

  @Override
  public @Nullable DisplayData eval(String code) throws Exception {
    running = Thread.currentThread();
    try {
      Object value = evalRaw(code);
      return value == null ? null : getRenderer().render(value);
    } finally {
      running = null;
    }
  }

  @Override
  public void interrupt() {
    var thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java").version("25").fileExtension(".jshell").build();
  }
}
