package org.segql.kernel.entry;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// What JJava finds as a service in this jar: adds `%%segql` and `%segql`.
public final class JJavaExtension implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    JavaVersion.install("org.segql.kernel.guest.JJavaGuest", kernel);
  }
}
