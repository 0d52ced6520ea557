package org.segql.analysis;

import java.util.List;

/// What help while writing can ask of the world outside of the text. Answers within some
/// milliseconds, from what is known already; empty where nothing is.
public interface Lookup {

  /// Values that a text column takes, the most frequent first.
  List<String> values(String table, String column, int limit);

  /// Paths of files and folders (these end in `/`) that begin so, as they would be written.
  List<String> files(String prefix, int limit);

  Lookup NOTHING =
      new Lookup() {
        @Override
        public List<String> values(String table, String column, int limit) {
          return List.of();
        }

        @Override
        public List<String> files(String prefix, int limit) {
          return List.of();
        }
      };
}
