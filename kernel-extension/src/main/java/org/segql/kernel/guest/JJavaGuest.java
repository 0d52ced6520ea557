package org.segql.kernel.guest;

import java.util.List;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.MimeBundle;

/// SegQL in JJava. Uses of its API what is the same from 1.0-a6 to a8.
public final class JJavaGuest {
  private JJavaGuest() {}

  /// @param kernel JJava's
  public static void install(Object kernel) {
    var jjava = (BaseKernel) kernel;
    var java =
        new HostVariables(() -> (JShell) Reflection.call(jjava, "getJShell"), jjava::evalRaw);
    var output =
        new GuestOutput(
            (bundle, id) -> jjava.display(data(bundle, id)),
            (bundle, id) -> jjava.getIO().display.updateDisplay(id, data(bundle, id)));
    var cells = new Lazy(java, output);
    var magics = jjava.getMagicsRegistry();
    magics.registerCellMagic(
        "segql",
        (BaseKernel _, List<String> arguments, String body) -> {
          cells.run(body);
          return null;
        });
    magics.registerLineMagic(
        "segql",
        (BaseKernel _, List<String> arguments) -> {
          cells.run(String.join(" ", arguments));
          return null;
        });
  }

  private static DisplayData data(MimeBundle bundle, @Nullable String id) {
    var data = new DisplayData();
    bundle.data().forEach(data::putData);
    if (id != null) {
      data.putTransientData("display_id", id);
    }
    return data;
  }
}
