package org.segql.repl.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What there is to say of the JVM's archive of classes (an AOT cache) that makes starts short: the
/// launcher makes it beside the jars after the first start with them.
public final class StartCache {
  private static final String OPTION = "-XX:AOTCache=";
  private static final String FILE = "segql.aot";

  private StartCache() {}

  /// One phrase on the cache of this process.
  public static String state() {
    try {
      return state(option(), Path.of(System.getProperty("java.class.path")).getParent());
    } catch (IOException | RuntimeException e) {
      return "unknown: " + e;
    }
  }

  /// @param used the file that this JVM was told to use
  /// @param folder where the jars are
  static String state(@Nullable Path used, @Nullable Path folder) throws IOException {
    if (used != null) {
      // The JVM goes on without a file that it cannot use, and shares no classes then.
      boolean accepted = System.getProperty("java.vm.info", "").contains("sharing");
      return (accepted ? "used, " : "not accepted by the JVM, ") + size(used) + ", " + used;
    }
    if (folder == null || !Files.exists(folder.resolve("segql.jar"))) {
      return "none, started without the launcher";
    }
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return "made, " + size(file) + ", used from the next start on, " + file;
    }
    if (Files.isDirectory(folder.resolve("archive"))) {
      return "in the making (what it says is in " + folder.resolve("archive.log") + ")";
    }
    return Files.isWritable(folder)
        ? "none, switched off by SEGQL_NO_ARCHIVE or CI"
        : "none, as " + folder + " may not be written; starts take longer";
  }

  private static @Nullable Path option() {
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (argument.startsWith(OPTION)) {
        return Path.of(argument.substring(OPTION.length()));
      }
    }
    return null;
  }

  private static String size(Path file) throws IOException {
    return Files.exists(file)
        ? String.format(Locale.ROOT, "%.1f MB", Files.size(file) / 1e6)
        : "no file";
  }
}
