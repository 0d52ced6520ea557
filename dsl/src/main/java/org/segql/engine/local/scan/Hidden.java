package org.segql.engine.local.scan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.plan.Location;

/// A place that an environment variable holds: what is said of it names the variable alone, neither
/// the place nor what lies beside it.
public final class Hidden {
  private static final Pattern HOST =
      Pattern.compile("jdbc:\\w+://(?:[^/@]*@)?(([^/:?;]+)[^/?;]*)");

  private final String shown;

  /// What must not come out, the longest first.
  private final Set<String> texts = new LinkedHashSet<>();

  public Hidden(Location location, String value) {
    this.shown = location.shown();
    texts.add(value);
    if (Jdbc.isUrl(value)) {
      texts.add(Jdbc.shown(value));
      Matcher host = HOST.matcher(value);
      if (host.find()) {
        texts.add(host.group(1));
        texts.add(host.group(2));
      }
    } else {
      paths(value, location.folder());
    }
    texts.remove("");
  }

  private void paths(String value, @Nullable Path folder) {
    try {
      Path path = FileSet.path(value, folder);
      texts.add(path.toString());
      texts.add(path.toAbsolutePath().toString());
      for (Path part : new Path[] {path.getParent(), path.getFileName()}) {
        if (part != null) {
          texts.add("`" + part + "`");
        }
      }
    } catch (InvalidPathException | SegqlException _) {
      // No path of this system: the value itself is all there is to hide.
    }
  }

  /// Does something with the place.
  public <T> T during(Supplier<T> work) {
    try {
      return work.get();
    } catch (SegqlException e) {
      // The cause is not kept: it may hold the place.
      throw new SegqlException(of(e.diagnostics()), null);
    }
  }

  List<Diagnostic> of(List<Diagnostic> said) {
    return said.stream().map(this::of).toList();
  }

  private Diagnostic of(Diagnostic d) {
    boolean neighbours = d.code() == Code.FILE_NOT_FOUND || d.code() == Code.NOT_A_FILE;
    List<String> hints = neighbours ? List.of() : d.hints().stream().map(this::of).toList();
    return new Diagnostic(
        d.severity(), d.code(), of(d.message()), d.source(), d.span(), hints, d.related());
  }

  private String of(String text) {
    String hidden = text;
    for (String secret : texts) {
      hidden = hidden.replace(secret, secret.startsWith("`") ? "`" + shown + "`" : shown);
    }
    return hidden;
  }
}
