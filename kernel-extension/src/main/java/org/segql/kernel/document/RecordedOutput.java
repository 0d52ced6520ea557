package org.segql.kernel.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.MimeBundle;
import org.segql.kernel.cell.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a cell shows, as the outputs that a notebook saves: streams joined, what was shown anew in
/// place of the old, what was cleared gone.
final class RecordedOutput implements CellOutput {
  private final String cellId;
  private final Map<String, List<ObjectNode>> displays;
  private final BiConsumer<NotebookRun.Kind, String> watcher;
  private List<ObjectNode> outputs = new ArrayList<>();
  private boolean clearAtNext;

  /// @param displays of the whole notebook, by their ids: a cell may replace another's
  RecordedOutput(
      String cellId,
      Map<String, List<ObjectNode>> displays,
      BiConsumer<NotebookRun.Kind, String> watcher) {
    this.cellId = cellId;
    this.displays = displays;
    this.watcher = watcher;
  }

  @Override
  public synchronized void display(MimeBundle bundle, @Nullable String displayId) {
    var output = data("display_data", bundle);
    add(output);
    if (displayId == null) {
      tell(bundle);
    } else {
      displays.computeIfAbsent(displayId, _ -> new ArrayList<>()).add(output);
    }
  }

  @Override
  public synchronized void update(MimeBundle bundle, String displayId) {
    for (var output : displays.getOrDefault(displayId, List.of())) {
      output.set("data", NotebookJson.tree(bundle.data()));
      output.set("metadata", NotebookJson.tree(bundle.metadata()));
    }
  }

  @Override
  public synchronized void clear(boolean wait) {
    clearAtNext = wait;
    if (!wait) {
      outputs.clear();
    }
  }

  @Override
  public synchronized void print(Stream stream, String text) {
    String name = stream.name().toLowerCase(java.util.Locale.ROOT);
    var last = outputs.isEmpty() || clearAtNext ? null : outputs.getLast();
    if (last != null && last.path("name").asString("").equals(name)) {
      last.put("text", last.path("text").asString("") + text);
    } else {
      add(NotebookJson.object().put("output_type", "stream").put("name", name).put("text", text));
    }
    watcher.accept(
        switch (stream) {
          case STDOUT -> NotebookRun.Kind.STDOUT;
          case STDERR -> NotebookRun.Kind.STDERR;
        },
        text);
  }

  @Override
  public String readLine(String prompt, boolean secret) throws IOException {
    throw new IOException(
        "A notebook that is run without Jupyter can ask nobody: pass the value with --param.");
  }

  @Override
  public String cellId() {
    return cellId;
  }

  /// How the cell ended.
  synchronized void end(Outcome outcome, int number) {
    switch (outcome) {
      case Outcome.Failed failed -> {
        var error =
            NotebookJson.object()
                .put("output_type", "error")
                .put("ename", failed.name())
                .put("evalue", failed.message());
        failed.traceback().forEach(error.putArray("traceback")::add);
        add(error);
      }
      case Outcome.Done done -> {
        if (done.value() != null) {
          add(data("execute_result", done.value()).put("execution_count", number));
          tell(done.value());
        }
        if (done.page() != null) {
          tell(done.page());
        }
      }
    }
  }

  private void add(ObjectNode output) {
    if (clearAtNext) {
      clearAtNext = false;
      outputs.clear();
    }
    outputs.add(output);
  }

  private void tell(MimeBundle bundle) {
    if (bundle.data().get(MimeBundle.TEXT) instanceof String text && !text.isEmpty()) {
      watcher.accept(NotebookRun.Kind.RESULT, text);
    }
  }

  private static ObjectNode data(String type, MimeBundle bundle) {
    var output = NotebookJson.object().put("output_type", type);
    output.set("data", NotebookJson.tree(bundle.data()));
    output.set("metadata", NotebookJson.tree(bundle.metadata()));
    return output;
  }

  /// The outputs as a notebook holds them, texts as lists of lines; a bar of progress that nothing
  /// replaced is none.
  synchronized ArrayNode saved() {
    var list = NotebookJson.array();
    for (var output : outputs) {
      var copy = output.deepCopy();
      if (copy.get("text") != null) {
        copy.set("text", NotebookJson.lines(copy.path("text").asString("")));
      }
      if (copy.get("data") instanceof ObjectNode data) {
        if (data.valueStream().allMatch(v -> v.isString() && v.asString().isEmpty())) {
          continue;
        }
        var texts = new HashMap<String, String>();
        data.propertyStream()
            .filter(p -> p.getKey().startsWith("text/") && p.getValue().isString())
            .forEach(p -> texts.put(p.getKey(), p.getValue().asString()));
        texts.forEach((type, text) -> data.set(type, NotebookJson.lines(text)));
      }
      list.add(copy);
    }
    return list;
  }
}
