package org.segql.kernel.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file `kernel.json` by which Jupyter starts a kernel.
record KernelSpec(List<String> argv, String displayName, String language) {
  static final String FOLDER = "{resource_dir}";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  KernelSpec {
    argv = List.copyOf(argv);
  }

  /// The command of a kernel that lies in a folder; the folder is Jupyter's to fill in, so that it
  /// can be moved.
  ///
  /// @param more options of the JVM
  static List<String> command(Path java, String folder, List<String> more) {
    var argv = new ArrayList<String>();
    argv.add(java.toString());
    argv.addAll(more);
    argv.addAll(
        List.of(
            "-XX:+UseSerialGC",
            // Without these the C2 compiler of JDK 25.0.3 crashes now and then.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-ReduceAllocationMerges",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            folder + "/lib/" + OwnJars.MAIN,
            "org.segql.kernel.KernelMain",
            "{connection_file}"));
    return argv;
  }

  /// The command with the folder filled in.
  List<String> argvIn(Path folder) {
    return argv.stream().map(a -> a.replace(FOLDER, folder.toString())).toList();
  }

  boolean isSegql() {
    return argv.contains("org.segql.kernel.KernelMain");
  }

  String json() {
    var tree = new TreeMap<String, Object>();
    tree.put("argv", argv);
    tree.put("display_name", displayName);
    tree.put("language", language);
    tree.put("interrupt_mode", "message");
    tree.put("env", Map.of());
    tree.put("metadata", Map.of("debugger", false));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
  }

  /// @throws tools.jackson.core.JacksonException where the text is no JSON
  static KernelSpec parse(String json) {
    JsonNode tree = MAPPER.readTree(json);
    var argv = tree.path("argv").valueStream().map(a -> a.asString("")).toList();
    return new KernelSpec(
        argv, tree.path("display_name").asString(""), tree.path("language").asString(""));
  }
}
