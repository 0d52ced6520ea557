package org.segql.kernel.guest;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.MimeBundle;

/// SegQL in IJava 1.3, or in another kernel on its base that has `getMagics`, `evalRaw` and a
/// JShell.
public final class IJavaGuest {
  private IJavaGuest() {}

  /// @param kernel IJava's
  public static void install(Object kernel) {
    var ijava = (BaseKernel) kernel;
    var java =
        new HostVariables(
            () -> Reflection.find(ijava, JShell.class),
            code -> Reflection.call(ijava, "evalRaw", code));
    var output =
        new GuestOutput(
            (bundle, id) -> ijava.display(data(bundle, id)),
            (bundle, id) -> ijava.getIO().display.updateDisplay(id, data(bundle, id)));
    var cells = new Lazy(java, output);
    var magics = (Magics) Reflection.call(ijava, "getMagics");
    magics.registerCellMagic(
        "segql",
        (arguments, body) -> {
          cells.run(body);
          return null;
        });
    magics.registerLineMagic(
        "segql",
        arguments -> {
          cells.run(String.join(" ", arguments));
          return null;
        });
  }

  private static DisplayData data(MimeBundle bundle, @Nullable String id) {
    var data = new DisplayData();
    bundle.data().forEach(data::putData);
    if (id != null) {
      data.setDisplayId(id);
    }
    return data;
  }
}
