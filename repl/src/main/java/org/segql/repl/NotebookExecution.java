package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.kernel.document.DocumentException;
import org.segql.kernel.document.NotebookRun;
import org.segql.repl.shell.FileReason;
import org.segql.result.OutputFormat;

/// `segql run study.ipynb`: executes a notebook without Jupyter. What its cells give goes into a
/// notebook or a page, written beside and put in place when it is whole, also where a cell failed;
/// without `--out` it goes to standard output as text.
final class NotebookExecution {
  private static final String ENDING = ".ipynb";

  private enum Form {
    TEXT,
    NOTEBOOK,
    PAGE
  }

  private final Surroundings around;
  private final String name;
  private final Form form;
  private final @Nullable Path target;
  private final boolean quiet;

  /// @throws Failure where the options do not fit together, or a file can't be written
  NotebookExecution(
      Surroundings around,
      String name,
      @Nullable OutputFormat format,
      @Nullable String out,
      boolean inPlace,
      boolean quiet) {
    this.around = around;
    this.name = name;
    this.quiet = quiet;
    Path input = Scripts.path(name).toAbsolutePath();
    if (inPlace && out != null) {
      throw Failure.usage("`--in-place` and `--out` exclude each other.");
    }
    this.form = inPlace ? Form.NOTEBOOK : form(format, out);
    this.target =
        inPlace ? ResultOutput.checked(name) : out == null ? null : ResultOutput.checked(out);
    if (!inPlace && target != null && same(input, target)) {
      throw Failure.usage(
          "`--out " + out + "` is the notebook itself; say `--in-place` if it shall change.");
    }
  }

  static boolean isNotebook(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  private static Form form(@Nullable OutputFormat format, @Nullable String out) {
    String wanted = out == null ? "" : out.toLowerCase(Locale.ROOT);
    boolean page = wanted.endsWith(".html") || wanted.endsWith(".htm");
    if (format != null && format != OutputFormat.HTML && format != OutputFormat.TABLE) {
      throw Failure.usage(
          "a notebook gives a notebook (`--out x.ipynb`), a page (`--out x.html`) or text.");
    }
    if (out == null) {
      return format == OutputFormat.HTML ? Form.PAGE : Form.TEXT;
    }
    if (page || format == OutputFormat.HTML) {
      return Form.PAGE;
    }
    if (!isNotebook(out)) {
      throw Failure.usage(
          "`--out " + out + "`: a notebook gives a notebook (`.ipynb`) or a page (`.html`).");
    }
    return Form.NOTEBOOK;
  }

  private static boolean same(Path input, Path output) {
    try {
      return Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output);
    } catch (IOException e) {
      return input.normalize().equals(output.normalize());
    }
  }

  /// @return the exit code
  int run(Map<String, Object> parameters, int threads) {
    try {
      var run = NotebookRun.read(Scripts.path(name), parameters, threads);
      if (run.hasJava()) {
        Optional<Integer> elsewhere = OwnProcess.in(Scripts.path(name), target, around);
        if (elsewhere.isPresent()) {
          return elsewhere.get();
        }
      }
      Optional<NotebookRun.Failure> failure = run.execute(new Watcher());
      clear();
      write(run);
      return failure.map(this::failed).orElse(ExitCode.FINE);
    } catch (DocumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.CANCELLED;
    }
  }

  private int failed(NotebookRun.Failure failure) {
    around.out().flush();
    around.err().line(failure.text(around.colourOnErr()));
    around.err().flush();
    boolean gate = failure.name().equals(Code.REQUIRE_NOT_MET.text());
    return gate ? ExitCode.NOT_MET : ExitCode.FAILED;
  }

  private void write(NotebookRun run) {
    byte[] bytes =
        switch (form) {
          case TEXT -> new byte[0];
          case NOTEBOOK -> run.notebook();
          case PAGE -> run.page();
        };
    if (target == null) {
      around.out().print(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
      return;
    }
    try {
      Replacement.write(target, bytes, around);
    } catch (IOException e) {
      throw Failure.failed("`" + target + "` could not be written: " + FileReason.of(e) + ".");
    }
  }

  private void clear() {
    if (around.errIsScreen() && !quiet) {
      around.err().print("\r\u001b[K");
      around.err().flush();
    }
  }

  /// Says which cell runs, on a screen, and what it shows where that is all there is.
  private final class Watcher implements NotebookRun.Watcher {
    private boolean shown;

    @Override
    public void begins(int index, int count) {
      if (around.errIsScreen() && !quiet) {
        around.err().print("\r\u001b[Kcell " + index + " of " + count);
        around.err().flush();
      }
    }

    @Override
    public synchronized void shows(NotebookRun.Kind kind, String text) {
      if (form != Form.TEXT || quiet) {
        return;
      }
      clear();
      switch (kind) {
        case STDOUT -> around.out().print(text);
        case STDERR -> {
          around.out().flush();
          around.err().print(text);
          around.err().flush();
        }
        case RESULT -> around.out().print((shown ? "\n" : "") + text.stripTrailing() + "\n");
      }
      around.out().flush();
      shown = true;
    }
  }
}
