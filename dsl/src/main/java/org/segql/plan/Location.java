package org.segql.plan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where data or files are: a path, a pattern of paths or a JDBC URL, as written.
///
/// @param secret the environment variable that holds it instead of `text`; null where it is written
///   out
/// @param folder what a relative path starts from; null: the working folder
public record Location(String text, @Nullable String secret, @Nullable Path folder) {
  /// The place as people may see it.
  public String shown() {
    return secret == null ? text : "ENV('" + secret + "')";
  }

  public boolean jdbc() {
    return text.startsWith("jdbc:");
  }
}
