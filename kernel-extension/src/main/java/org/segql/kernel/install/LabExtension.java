package org.segql.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import org.segql.grammar.Words;
import org.segql.kernel.CellKind;

/// The extension that colours SegQL in JupyterLab. It is prebuilt: copying it is installing it.
/// Nothing depends on it.
public final class LabExtension {
  private static final String SCRIPT = "static/remoteEntry.js";
  private static final String INSTALL_JSON =
      """
      {"packageManager": "segql", "packageName": "segql-lab", "uninstallInstructions": "Run `segql kernel uninstall`."}
      """;

  private LabExtension() {}

  private static Path folder(Path jupyter) {
    return jupyter.resolve("labextensions/segql-lab");
  }

  /// @param jupyter one of {@link JupyterFolders}
  public static void install(Path jupyter) throws IOException {
    Resources.copy("labextension/package.json", folder(jupyter).resolve("package.json"));
    Path script = folder(jupyter).resolve(SCRIPT);
    Resources.copy("labextension/" + SCRIPT, script);
    Files.writeString(
        script,
        Files.readString(script)
            .replace("@KEYWORDS@", words(Words.keywords()))
            .replace("@VERBS@", words(CellKind.VERBS)));
    Files.writeString(folder(jupyter).resolve("install.json"), INSTALL_JSON);
  }

  private static String words(Collection<String> words) {
    return String.join(" ", new TreeSet<>(words));
  }

  static void uninstall(Path jupyter) throws IOException {
    KernelInstall.delete(folder(jupyter));
  }

  static boolean installed(Path jupyter) {
    return Files.exists(folder(jupyter).resolve("package.json"));
  }
}
