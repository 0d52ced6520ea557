package org.segql.codegen;

import java.util.List;

/// The tables that a method of a program is given.
interface Tables {
  /// The Java variable of a table of the session.
  String variable(String name);

  /// The names of all its columns.
  List<String> columns(String name);
}
