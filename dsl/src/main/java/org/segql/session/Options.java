package org.segql.session;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a session is set up.
///
/// @param folder what relative paths start from where a script has no folder of its own; null: the
///   working folder
/// @param threads how many work at once; 0: as many as there are processors. No result depends on
///   it.
/// @param seed the default of SEED
/// @param parameters values of `$name` given from outside: Double (any Number), String, Boolean,
///   LocalDate or LocalDateTime
public record Options(
    @Nullable Path folder, int threads, long seed, Map<String, Object> parameters) {
  public static final Options DEFAULT = new Options(null, 0, 42, Map.of());

  public Options {
    parameters = Map.copyOf(parameters);
  }

  public Options in(Path newFolder) {
    return new Options(newFolder, threads, seed, parameters);
  }

  public Options with(Map<String, Object> newParameters) {
    return new Options(folder, threads, seed, newParameters);
  }

  public Options threads(int count) {
    return new Options(folder, count, seed, parameters);
  }
}
