package org.segql.repl.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.OSInfo;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/// JLine's native library, kept beside the jars that the launcher put together. JLine itself
/// unpacks it into the folder for temporary files at every start.
final class TerminalLibrary {
  private static final String PATH = "library.jline.path";

  /// Terminals whose abilities JLine knows by heart, but asks the program `infocmp` for first.
  private static final Set<String> KNOWN =
      Set.of("xterm", "xterm-256color", "screen", "screen-256color");

  /// What a person's terminal takes and a rehearsal's does not.
  static final List<String> CLASSES =
      List.of(
          "org.jline.terminal.TerminalBuilder$SystemOutput",
          "org.jline.terminal.impl.SignalInterceptingInputStream",
          "org.jline.terminal.impl.jni.JniUnixSysTerminal",
          "org.jline.utils.FastBufferedOutputStream",
          "org.jline.utils.NonCloseableInputStream",
          "org.jline.utils.NonCloseableOutputStream",
          "org.jline.utils.PumpThread",
          "org.jline.utils.PumpThread$ResultHandler",
          "org.jline.utils.ShutdownHooks",
          "org.jline.utils.ShutdownHooks$Task");

  private TerminalLibrary() {}

  /// A terminal to be built, with the library where that is possible. Otherwise it is JLine's
  /// choice: the JDK's foreign functions, which are linked anew at each start and take 0.15 s for
  /// it, or programs of the system, which it would start even where it can do without.
  static TerminalBuilder terminal() {
    String type = Objects.requireNonNullElse(System.getenv("TERM"), "");
    if (KNOWN.contains(type)) {
      InfoCmp.setLoadedInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp(type));
    }
    TerminalBuilder builder = TerminalBuilder.builder().graphemeCluster(false);
    return isReady() ? builder.ffm(false).exec(false) : builder;
  }

  /// Unpacks the library where it is not yet, and tells JLine where it is.
  private static boolean isReady() {
    Path jar = Path.of(System.getProperty("java.class.path", "")).toAbsolutePath();
    Path folder = jar.getParent();
    if (folder == null || !jar.endsWith("segql.jar") || !Files.isRegularFile(jar)) {
      return false;
    }
    String name = System.mapLibraryName("jlinenative");
    if (!Files.exists(folder.resolve(name)) && !unpacked(name, folder)) {
      return false;
    }
    System.setProperty(PATH, folder.toString());
    return true;
  }

  private static boolean unpacked(String name, Path folder) {
    String resource = OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
    try (InputStream in = JLineNativeLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        return false;
      }
      // Another start may do the same: the file appears whole or not at all.
      Path part = Files.createTempFile(folder, "library", ".part");
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException _) {
      return false; // a folder that may not be written: JLine unpacks for itself
    }
  }
}
